package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.macroregime.fixture.Fuzzing;
import io.github.macroregime.fixture.Spoiler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the names and numbers of a folder are, text, page and JSON are well-formed or the folder is refused in one
 * sentence. Longer by hand: {@code -Dmacroregime.fuzz.seconds=600}.
 */
class RenderingFuzzTest {

    private static final int TIMES = 15;
    private static final int LONG_WORD = 30;
    private static final Path SAMPLE =
            Path.of(System.getProperty("macroregime.root", ".."), "regime/src/test/resources/samples/folder");
    private static final List<String> NAMES = List.of(
            "Health Care", "Energy", "IG spread", "S&P 500", "A day of July", "desk", "calm", "Defensive", "CPI");
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "a & b &lt; c &#0; &nosuch;",
            "'\" onload='x",
            "]]> <!-- -->",
            "\u001b[31mred\u001b]0;title\u0007",
            "\u202eltr \u2066x",
            "line\u2028and\u2029paragraph",
            "\u0085next \u009b1m",
            "\u200b\ufeff",
            "e\u0301\u0301\u0301\u0301",
            "\ud83d\ude00 \ud83c\uddfa\ud83c\uddf8",
            "\u6f22\u5b57\u4eee\u540d",
            "%s %n %1$d ${x} {0}",
            "\\u0041\\n\\",
            "=cmd|' /C calc'!A0",
            "NaN",
            "x".repeat(300),
            "one two ".repeat(40),
            "-",
            "null");
    private static final Pattern NUMBER = Pattern.compile("(?<=,)[0-9]+\\.[0-9]+(?=[,\n])");
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:=(?:\"[^\"<>]*\"|[^ \"'<>=`]+))?)*) ?(/?)>");
    private static final Pattern TEXT = Pattern.compile("(?:[^<>&]|&(?:[a-z]+|#[0-9]+);)*");
    private static final Set<String> CELLS = Set.of("th", "td");
    private static final Set<String> ROWS = Set.of("tr", "tbody", "thead");
    private static final Set<String> VOID = Set.of("meta", "br", "link", "img", "hr", "col", "input");

    @TempDir
    private Path scratch;

    private final Map<String, String> sample = new TreeMap<>();
    private int reports;

    private record Run(int status, String output, String faults) {}

    @BeforeEach
    void read() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLE)) {
            for (Path file : files.toList()) {
                sample.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
    }

    private Run run(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream faults = new ByteArrayOutputStream();
        int status = TrackerCommand.run(output, faults, arguments);
        return new Run(status, output.toString(StandardCharsets.UTF_8), faults.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsShownIsWellFormed() {
        Fuzzing.run(TIMES, seed -> {
            Spoiler spoiler = new Spoiler(seed);
            String all = "";
            try {
                all = write(spoiler);
                check(spoiler, all);
            } catch (AssertionError | RuntimeException e) {
                throw Fuzzing.failure("folder.txt", seed, all.getBytes(StandardCharsets.UTF_8), e);
            }
        });
        assertThat(reports).isGreaterThan(TIMES / 2);
    }

    /** A folder in which some names are hostile everywhere and some numbers are others. */
    private String write(Spoiler spoiler) {
        Map<String, String> names = new TreeMap<>();
        for (int times = 1 + spoiler.below(4); times > 0; times--) {
            names.put(spoiler.any(NAMES), spoiler.any(HOSTILE) + (spoiler.below(2) == 0 ? "" : spoiler.any(HOSTILE)));
        }
        String changed = spoiler.any(List.copyOf(sample.keySet()));
        double factor = spoiler.any(List.of(1.0, 0.5, 1.01, 3.0, -1.0, 0.0));
        StringBuilder all = new StringBuilder();
        sample.forEach((name, text) -> {
            String other = text;
            if (name.equals(changed)) {
                other = NUMBER.matcher(other)
                        .replaceAll(each -> spoiler.below(4) == 0
                                ? String.format(Locale.ROOT, "%.2f", Double.parseDouble(each.group()) * factor)
                                : each.group());
            }
            for (Map.Entry<String, String> each : names.entrySet()) {
                other = other.replaceAll(
                        "(?m)(?<=^|,)" + Pattern.quote(each.getKey()) + "(?=,|$)",
                        Matcher.quoteReplacement('"' + each.getValue().replace("\"", "\"\"") + '"'));
            }
            all.append("== ").append(name).append('\n').append(other);
            try {
                Files.writeString(scratch.resolve(name), other);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return all.toString();
    }

    private void check(Spoiler spoiler, String folder) {
        String out = scratch.resolveSibling(scratch.getFileName() + "-out").toString();
        int width = spoiler.any(List.of(40, 57, 100, 200));
        String[] options = {"report", "--data", scratch.toString(), "--date", "2025-07-22", "--out", out, "--format"};
        Run text = run(with(options, "text", "--width", Integer.toString(width)));
        Run json = run(with(options, "json"));
        Run page = run(with(options, "html"));
        for (Run run : List.of(text, json, page)) {
            assertThat(run.status()).isEqualTo(text.status()).isIn(0, 2);
            assertThat(run.faults().lines()).hasSize(run.status() == 0 ? 0 : 1);
            assertPlain(run.output() + run.faults());
        }
        if (text.status() == 0) {
            reports++;
            // A word that is longer than a line is not cut, and neither is the place of the page.
            assertThat(text.output().lines())
                    .allMatch(line -> line.codePointCount(0, line.length()) <= width
                            || Stream.of(line.split(" ")).anyMatch(word -> word.length() > LONG_WORD)
                            || line.startsWith("The page is "));
            assertJson(json.output(), folder);
            assertPage(page.output());
        }
    }

    private static String[] with(String[] options, String... more) {
        return Stream.concat(Stream.of(options), Stream.of(more)).toArray(String[]::new);
    }

    /** Nothing that a terminal acts upon. */
    private static void assertPlain(String output) {
        assertThat(output.chars()
                        .filter(each -> (Character.isISOControl(each) && each != '\n')
                                || (each >= 0x202a && each <= 0x202e)
                                || (each >= 0x2066 && each <= 0x2069))
                        .mapToObj(Integer::toHexString))
                .isEmpty();
    }

    private static void assertJson(String text, String folder) {
        try {
            JsonNode json = new ObjectMapper()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .readTree(text);
            assertFinite(json, folder);
            Set<String> subjects = new HashSet<>();
            for (JsonNode statement : json.get("regime").get("statements")) {
                assertThat(subjects.add(statement.get("topic") + " " + statement.get("subject")))
                        .as(statement.toString())
                        .isTrue();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No number that is none, but for a name that the folder gives. */
    private static void assertFinite(JsonNode json, String folder) {
        if (json.isNumber()) {
            assertThat(json.doubleValue()).isFinite();
        } else if (json.isTextual() && json.textValue().matches("NaN|-?Infinity")) {
            assertThat(folder).contains('"' + json.textValue() + '"');
        }
        json.forEach(each -> assertFinite(each, folder));
    }

    /** Every tag is closed where it was opened, but cells and rows by the next; texts and attributes are escaped. */
    private static void assertPage(String page) {
        assertThat(page).startsWith("<!doctype html>\n");
        Deque<String> open = new ArrayDeque<>();
        int at = "<!doctype html>\n".length();
        Matcher tag = TAG.matcher(page);
        while (tag.find(at)) {
            String between = page.substring(at, tag.start());
            if (!"style".equals(open.peek())) {
                assertThat(between).matches(each -> TEXT.matcher(each).matches());
            }
            String name = tag.group(2);
            if (CELLS.contains(name) || ROWS.contains(name) || name.equals("table")) {
                while (CELLS.contains(open.peek())
                        || (!CELLS.contains(name) && "tr".equals(open.peek()))
                        || (name.equals("table") && "tbody".equals(open.peek()))) {
                    open.pop();
                }
            }
            if (!tag.group(1).isEmpty()) {
                assertThat(open.pop()).isEqualTo(name);
            } else if (tag.group(4).isEmpty() && !VOID.contains(name)) {
                open.push(name);
            }
            at = tag.end();
        }
        assertThat(page.substring(at)).isBlank();
        assertThat(open).isEmpty();
    }
}
