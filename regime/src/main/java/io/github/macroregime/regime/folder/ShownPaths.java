package io.github.macroregime.regime.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of a folder as messages show them: as seen from the folder, cut, and without control characters. */
final class ShownPaths {

    private final Path folder;
    private final TreeMap<String, Path> files = new TreeMap<>();

    ShownPaths(Path folder, List<Path> listed) {
        this.folder = folder;
        listed.forEach(file -> files.put(file.toString(), file));
    }

    String of(Path file) {
        Path from = file.startsWith(folder) ? folder.relativize(file) : file;
        String quoted = Words.quoted(from.toString());
        return quoted.substring(1, quoted.length() - 1);
    }

    /** The name of a table. */
    String of(String source) {
        return Optional.ofNullable(files.get(source)).map(this::of).orElse(source);
    }

    /** A text that names files. */
    String in(String text) {
        String prefix = folder.toString();
        StringBuilder shown = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, from)) {
            Optional<String> file = longest(text.substring(at));
            int end = at + file.orElse(prefix).length();
            shown.append(text, from, at).append(file.map(this::of).orElse(prefix));
            from = end;
        }
        return shown.append(text, from, text.length()).toString();
    }

    /** The longest name that a text begins with: what comes before it in the order and is none is shortened to what both share. */
    private Optional<String> longest(String text) {
        String rest = text;
        Map.Entry<String, Path> before = files.floorEntry(rest);
        while (before != null && !rest.startsWith(before.getKey())) {
            rest = rest.substring(0, shared(rest, before.getKey()));
            before = files.floorEntry(rest);
        }
        return Optional.ofNullable(before).map(Map.Entry::getKey);
    }

    private static int shared(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
