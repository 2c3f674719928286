import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Opens pages in a headless browser and says what a reader would stumble over: a page wider than the window, texts of a
 * figure over each other or cut off, a message in the console, a request to anywhere, too little contrast.
 *
 * <p>{@code java PageCheck.java BROWSER PICTURES PAGE...}: each page is seen on a phone and on a desk, light and dark, and
 * printed on A4 and Letter; pictures go into the folder.
 */
public final class PageCheck {

    private static final int LARGEST_PAGE = 400_000;
    private static final int TALLEST = 12_000;
    private static final int FEW = 100;
    private static final Pattern VALUE = Pattern.compile("\"value\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern DATA = Pattern.compile("\"data\":\"([A-Za-z0-9+/=]*)\"");

    private final WebSocket socket;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final List<String> events = new ArrayList<>();
    private int calls;

    private PageCheck(URI address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Listener())
                .join();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("page-check");
        Process browser = new ProcessBuilder(
                        arguments[0],
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--remote-allow-origins=*",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> faults = new ArrayList<>();
        try {
            PageCheck check = new PageCheck(address(profile));
            Path pictures = Files.createDirectories(Path.of(arguments[1]));
            for (String page : List.of(arguments).subList(2, arguments.length)) {
                faults.addAll(check.page(Path.of(page).toAbsolutePath(), pictures));
            }
        } finally {
            browser.destroy();
            browser.waitFor(10, TimeUnit.SECONDS);
            try (var files = Files.walk(profile)) {
                files.sorted((a, b) -> b.compareTo(a))
                        .forEach(file -> file.toFile().delete());
            }
        }
        faults.forEach(fault -> System.err.println("FAILED: " + fault));
        if (!faults.isEmpty()) {
            System.exit(1);
        }
        System.out.println("the pages can be read on a phone, on a desk and on paper");
    }

    private static URI address(Path profile) throws IOException, InterruptedException {
        Path port = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < 300 && (!Files.exists(port) || Files.size(port) == 0); i++) {
            Thread.sleep(100);
        }
        HttpRequest targets = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json"))
                .timeout(Duration.ofSeconds(20))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(targets, HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher page = Pattern.compile("ws://[^\"]*/devtools/page/[^\"]*").matcher(answer);
        if (!page.find()) {
            throw new IOException("the browser offers no page: " + answer);
        }
        return URI.create(page.group());
    }

    private List<String> page(Path page, Path pictures) throws IOException {
        List<String> faults = new ArrayList<>();
        String name = page.getParent().getFileName() + "-"
                + page.getFileName().toString().replace(".html", "");
        if (Files.size(page) > LARGEST_PAGE) {
            faults.add(page + " has " + Files.size(page) + " bytes, more than " + LARGEST_PAGE);
        }
        call("Log.enable", "{}");
        call("Runtime.enable", "{}");
        call("Network.enable", "{}");
        call("Page.enable", "{}");
        for (int[] size : new int[][] {{390, 844}, {1280, 900}}) {
            for (String scheme : List.of("light", "dark")) {
                String view = name + "-" + size[0] + "-" + scheme;
                metrics(size[0], size[1]);
                media("screen", scheme);
                events.clear();
                call("Page.navigate", "{\"url\":\"" + page.toUri() + "\"}");
                waitUntilLoaded();
                faults.addAll(seen(view));
                shot(pictures.resolve(view + "-first.png"), "");
                faults.addAll(shots(pictures, view));
                evaluate("document.querySelectorAll('details').forEach(d => d.open = true);"
                        + "document.querySelectorAll('input.more').forEach(i => i.checked = true); ''");
                faults.addAll(seen(view + ", unfolded"));
            }
        }
        media("print", "light");
        for (double[] paper : new double[][] {{8.27, 11.69}, {8.5, 11}}) {
            metrics((int) Math.round((paper[0] - 1.1) * 96), 1000);
            String view = name + "-print-" + paper[1];
            faults.addAll(seen(view));
            String answer = call(
                    "Page.printToPDF",
                    "{\"printBackground\":true,\"preferCSSPageSize\":false,\"paperWidth\":" + paper[0]
                            + ",\"paperHeight\":" + paper[1] + "}");
            Matcher data = DATA.matcher(answer);
            if (data.find()) {
                Files.write(pictures.resolve(view + ".pdf"), Base64.getDecoder().decode(data.group(1)));
            } else {
                faults.add(view + " cannot be printed: " + answer);
            }
        }
        return faults;
    }

    private List<String> seen(String view) {
        List<String> faults = new ArrayList<>();
        String found = evaluate(LOOK);
        for (String fault : found.split("\\\\n")) {
            if (!fault.isBlank()) {
                faults.add(view + ": " + fault);
            }
        }
        for (String event : events) {
            boolean message = event.contains("\"Log.entryAdded\"")
                    || event.contains("\"Runtime.consoleAPICalled\"")
                    || event.contains("\"Runtime.exceptionThrown\"");
            boolean request = event.contains("\"Network.requestWillBeSent\"") && !event.contains("\"url\":\"file:");
            if (message || request) {
                faults.add(view + ": the browser says " + event);
            }
        }
        events.clear();
        return faults;
    }

    private void metrics(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":" + width + ",\"height\":" + height + ",\"deviceScaleFactor\":1,\"mobile\":false}");
    }

    private void media(String medium, String scheme) {
        call(
                "Emulation.setEmulatedMedia",
                "{\"media\":\"" + medium + "\",\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + scheme
                        + "\"}]}");
    }

    private void waitUntilLoaded() {
        for (int i = 0; i < 200; i++) {
            if (evaluate("document.readyState + (location.href === 'about:blank' ? '-blank' : '')")
                    .equals("complete")) {
                return;
            }
            pause();
        }
        throw new IllegalStateException("the page does not load");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Pictures of the whole page, and whether a shape of one is black, as only a shape without a style is. */
    private List<String> shots(Path pictures, String view) throws IOException {
        List<String> faults = new ArrayList<>();
        int height = Integer.parseInt(evaluate("'' + document.documentElement.scrollHeight"));
        for (int top = 0, part = 1; top < height; top += TALLEST, part++) {
            String clip = ",\"captureBeyondViewport\":true,\"clip\":{\"x\":0,\"y\":" + top + ",\"width\":"
                    + evaluate("'' + innerWidth") + ",\"height\":" + Math.min(TALLEST, height - top) + ",\"scale\":1}";
            BufferedImage seen = ImageIO.read(
                    shot(pictures.resolve(view + "-" + part + ".png"), clip).toFile());
            long black = IntStream.range(0, seen.getHeight())
                    .mapToLong(y -> IntStream.range(0, seen.getWidth())
                            .filter(x -> (seen.getRGB(x, y) & 0xFFFFFF) == 0)
                            .count())
                    .sum();
            if (black > FEW) {
                faults.add(view + ", part " + part + ": " + black + " points are black, as if a shape had no style");
            }
        }
        return faults;
    }

    private Path shot(Path file, String clip) throws IOException {
        Matcher data = DATA.matcher(call("Page.captureScreenshot", "{\"format\":\"png\"" + clip + "}"));
        if (!data.find()) {
            throw new IOException("no picture for " + file);
        }
        return Files.write(file, Base64.getDecoder().decode(data.group(1)));
    }

    private String evaluate(String script) {
        String quoted = script.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        String answer = call("Runtime.evaluate", "{\"returnByValue\":true,\"expression\":\"" + quoted + "\"}");
        Matcher value = VALUE.matcher(answer);
        if (!value.find()) {
            throw new IllegalStateException("no answer to " + script + ": " + answer);
        }
        return value.group(1);
    }

    /** Sends a command and waits for its answer; what the browser reports on its own meanwhile is kept. */
    private String call(String method, String parameters) {
        int id = ++calls;
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true)
                .join();
        try {
            while (true) {
                String answer = answers.poll(60, TimeUnit.SECONDS);
                if (answer == null) {
                    throw new IllegalStateException("no answer to " + method);
                }
                if (answer.startsWith("{\"id\":" + id + ",")) {
                    return answer;
                }
                events.add(answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                answers.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    private static final String LOOK = """
            (() => {
              const faults = [];
              const root = document.documentElement;
              if (root.scrollWidth > innerWidth) {
                const wide = [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll') && e.getBoundingClientRect().right > innerWidth + 1);
                faults.push('the page is ' + root.scrollWidth + ' wide in a window of ' + innerWidth + ': ' + wide.slice(0, 3).map(e => e.tagName + '.' + (e.getAttribute('class') || '') + ' ' + e.textContent.slice(0, 30)).join(' | '));
              }
              if (innerWidth < 500 && matchMedia('screen').matches) {
                for (const card of document.querySelectorAll('.cards li')) {
                  if (!card.querySelector('strong').textContent.trim()) faults.push('a card says nothing: ' + card.textContent);
                  if (card.getBoundingClientRect().bottom + scrollY > innerHeight) faults.push('a fact of the day lies below the first screen: ' + card.textContent);
                }
              }
              for (const svg of document.querySelectorAll('svg')) {
                const box = svg.getBoundingClientRect();
                if (box.width === 0) continue;
                if (!svg.querySelector(':scope > title') || !svg.querySelector(':scope > desc')) faults.push('a figure has no title or description');
                const texts = [...svg.querySelectorAll('text')].map(t => [t, t.getBoundingClientRect()]);
                texts.forEach(([t, b], i) => {
                  if (b.left < box.left - 1 || b.right > box.right + 1 || b.top < box.top - 2 || b.bottom > box.bottom + 2) faults.push('a text leaves its figure: ' + t.textContent + ' in ' + svg.querySelector('title').textContent);
                  for (const [u, c] of texts.slice(i + 1)) {
                    const across = Math.min(b.right, c.right) - Math.max(b.left, c.left);
                    const down = Math.min(b.bottom, c.bottom) - Math.max(b.top, c.top);
                    if (across > 0.5 && down > 3) faults.push('texts lie over each other: ' + t.textContent + ' / ' + u.textContent + ' in ' + svg.querySelector('title').textContent);
                  }
                });
              }
              const channel = v => { v /= 255; return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); };
              const light = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
              const colour = text => { const m = text.match(/[\\d.]+/g); return m ? m.map(Number) : null; };
              const ground = e => { for (let at = e; at; at = at.parentElement) { const c = colour(getComputedStyle(at).backgroundColor); if (c && (c.length < 4 || c[3] > 0.99)) return c; } return [255, 255, 255]; };
              const poor = new Set();
              for (const e of document.querySelectorAll('body *')) {
                const box = e.getBoundingClientRect();
                if (box.width < 2 || box.height < 2 || ![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
                if (['title', 'desc', 'style'].includes(e.tagName.toLowerCase())) continue;
                const style = getComputedStyle(e);
                const own = colour(e instanceof SVGElement ? style.fill : style.color);
                if (!own) continue;
                const a = light(own), b = light(ground(e));
                const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                if (ratio < 4.5) poor.add('contrast ' + ratio.toFixed(2) + ' of ' + e.tagName + '.' + (e.getAttribute('class') || ''));
              }
              faults.push(...poor);
              for (const table of document.querySelectorAll('table')) {
                if (!table.caption) faults.push('a table has no caption');
                const scroll = table.closest('.scroll');
                if (matchMedia('print').matches && scroll && table.getBoundingClientRect().right > innerWidth + 1) faults.push('a table is cut on paper: ' + table.caption.textContent + ' ' + Math.round(table.getBoundingClientRect().right) + ' of ' + innerWidth);
              }
              return faults.join('\\n');
            })()
            """;
}
