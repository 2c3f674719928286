package io.github.macroregime.examples;

import java.nio.file.Path;
import java.util.Map;

/** Only writes: numbered runs of a page and a JSON, each number said once its run is shown, until it is stopped. */
final class WriteLoop {

    private WriteLoop() {}

    /** The folder, the first number, how many runs, and the bytes of a file; a folder alone is held until input ends. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        System.out.println("ready");
        if (arguments.length == 1) {
            try (ResultFolder held = ResultFolder.open(folder)) {
                System.out.println("held");
                while (System.in.read() >= 0) {}
            }
            return;
        }
        int first = Integer.parseInt(arguments[1]);
        int refused = 0;
        for (int i = first; i < first + Integer.parseInt(arguments[2]); i++) {
            String text = i + "\n" + "x".repeat(Integer.parseInt(arguments[3])) + "\n" + i + "\n";
            try (ResultFolder results = ResultFolder.open(folder)) {
                results.write("day", Map.of("day.html", text, "day.json", text));
                System.out.println(i);
            } catch (IllegalStateException e) {
                refused++;
            } catch (RuntimeException e) {
                System.err.println(Fault.sentence(e));
                System.exit(2);
            }
        }
        System.err.println("refused " + refused);
    }
}
