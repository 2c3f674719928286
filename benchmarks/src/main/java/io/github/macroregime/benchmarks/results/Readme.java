package io.github.macroregime.benchmarks.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts the summary of a results file between the markers of the README. */
public final class Readme {

    private Readme() {}

    /**
     * Fills the README.
     *
     * @param arguments the results file and the README
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("arguments must be the results file and the README");
        }
        Path readme = Path.of(arguments[1]);
        Files.writeString(readme, filled(Files.readString(readme), Files.readString(Path.of(arguments[0]))));
    }

    /**
     * The README with the summary of the results.
     *
     * @param readme a text with the markers
     * @param results a results file
     * @return the text with what stands between its markers replaced
     * @throws IllegalArgumentException if a marker is missing from either
     */
    public static String filled(String readme, String results) {
        String summary = results.substring(begin(results, "results"), end(results, "results"));
        return readme.substring(0, begin(readme, "readme")) + summary + readme.substring(end(readme, "readme"));
    }

    private static int begin(String text, String name) {
        return require(text.indexOf(Report.BEGIN), Report.BEGIN, name) + Report.BEGIN.length();
    }

    private static int end(String text, String name) {
        return require(text.indexOf(Report.END, begin(text, name)), Report.END, name);
    }

    private static int require(int found, String marker, String name) {
        if (found < 0) {
            throw new IllegalArgumentException(name + " must hold the marker " + marker);
        }
        return found;
    }
}
