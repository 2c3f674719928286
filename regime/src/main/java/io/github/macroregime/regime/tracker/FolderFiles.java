package io.github.macroregime.regime.tracker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the files of a folder by their relative path, or by their name alone anywhere below it. */
final class FolderFiles {

    private static final int DEPTH = 6;

    private final Path folder;
    private final Map<String, List<Path>> byName;

    private FolderFiles(Path folder, Map<String, List<Path>> byName) {
        this.folder = folder;
        this.byName = byName;
    }

    static FolderFiles of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("folder must exist and be a folder but was " + folder);
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return new FolderFiles(
                    folder,
                    files.filter(Files::isRegularFile)
                            .sorted()
                            .collect(Collectors.groupingBy(file -> String.valueOf(file.getFileName()))));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be listed", e);
        }
    }

    Path folder() {
        return folder;
    }

    /** The file at that relative path, else the only file of that name; two of one name are refused. */
    Optional<Path> find(String name) {
        Path direct = folder.resolve(name);
        if (Files.isRegularFile(direct)) {
            return Optional.of(direct);
        }
        List<Path> found = byName.getOrDefault(name, List.of());
        if (found.size() > 1) {
            throw new IllegalArgumentException(
                    "the folder must hold " + name + " once but holds " + found.get(0) + " and " + found.get(1));
        }
        return found.stream().findFirst();
    }

    /** All files of which the name begins and ends so, by name. */
    List<Path> matching(String beginning, String ending) {
        return byName.entrySet().stream()
                .filter(each ->
                        each.getKey().startsWith(beginning) && each.getKey().endsWith(ending))
                .flatMap(each -> each.getValue().stream())
                .sorted(Comparator.comparing(file -> String.valueOf(file.getFileName())))
                .toList();
    }
}
