package io.github.macroregime.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A folder of results, each of several files that become visible together: whatever stops the program, a reader finds
 * all files of the run before or all of the new one.
 *
 * <p>The files of a run are written to a folder of its own below {@code .runs}, with a name that nobody can foresee, and
 * forced to the disk. What a reader opens are links: {@code 2025-07-22.html} leads to {@code
 * .runs/2025-07-22/2025-07-22.html}, and {@code .runs/2025-07-22} to the folder of the last whole run. One atomic move of
 * that last link shows the new run. A program that reads several files while others are written opens the real path of
 * {@code .runs/2025-07-22} and takes them from there; the run before stays until the folder is opened again.
 *
 * <p>Where the file system has no links (Windows, FAT), every file is replaced as a whole but one after the other.
 *
 * <p>One program at a time, whatever it writes here; the parts that a dead one left are removed when the folder is
 * opened.
 */
final class ResultFolder implements AutoCloseable {

    private static final Disk DISK = new Disk();
    private static final String RUNS = ".runs";
    private static final Pattern PART = Pattern.compile("(.+)\\.[0-9a-f]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final Path runs;
    private final boolean posix;
    private final FolderLock lock;

    private ResultFolder(Path folder, Path runs, boolean posix, FolderLock lock) {
        this.folder = folder;
        this.runs = runs;
        this.posix = posix;
        this.lock = lock;
    }

    /**
     * Opens a folder for writing and makes it if it is absent.
     *
     * @param folder the folder
     * @return the folder, locked until it is closed
     * @throws IllegalStateException if another run is writing to it
     * @throws UncheckedIOException if it cannot be written to
     */
    static ResultFolder open(Path folder) {
        Path runs = folder.resolve(RUNS);
        boolean posix = Disk.isPosix(folder);
        try {
            Files.createDirectories(folder);
            FolderLock lock = DISK.lock(folder);
            try {
                if (!Files.isDirectory(runs, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectory(runs);
                }
                ResultFolder results = new ResultFolder(folder, runs, posix, lock);
                results.clean();
                return results;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be written", e);
        }
    }

    /** Lets other runs write. */
    @Override
    public void close() {
        lock.close();
    }

    /**
     * Writes the files of a run and shows them in place of the run before.
     *
     * @param result the name of the result
     * @param texts the text of each file by its name
     * @return whether the files became visible together, as they do wherever there are links
     * @throws UncheckedIOException if a file cannot be written; the run before is still shown
     */
    boolean write(String result, Map<String, String> texts) {
        List<Path> parts = new ArrayList<>();
        try {
            for (String name : texts.keySet()) {
                if (Files.isDirectory(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                    throw new FileSystemException(name, null, name + " is a folder");
                }
            }
            Path run = newRun(result, parts);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                DISK.write(run.resolve(text.getKey()), writer -> writer.write(text.getValue()));
            }
            DISK.force(run);
            DISK.force(runs);
            lock.requireHeld();
            if (posix && showTogether(result, texts.keySet(), run, parts)) {
                return true;
            }
            for (String name : texts.keySet()) {
                DISK.move(run.resolve(name), folder.resolve(name));
            }
            DISK.force(folder);
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(folder.resolve(result) + ": cannot be written", e);
        } finally {
            parts.removeIf(part -> isShown(result, part));
            parts.forEach(ResultFolder::delete);
        }
    }

    private boolean isShown(String result, Path part) {
        try {
            return Files.isSameFile(runs.resolve(result), part);
        } catch (IOException e) {
            return false;
        }
    }

    private Path newRun(String result, List<Path> parts) throws IOException {
        Path run = Files.createDirectory(part(result));
        parts.add(run);
        return run;
    }

    private Path part(String of) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return runs.resolve(of + "." + HexFormat.of().formatHex(random));
    }

    /** Turns the switch to a run; false if there are no links. */
    private boolean showTogether(String result, Set<String> names, Path run, List<Path> parts) throws IOException {
        Path shown = runs.resolve(result);
        try {
            Path probe = part("link");
            Files.createSymbolicLink(probe, runs.relativize(run));
            Files.delete(probe);
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (Files.isSymbolicLink(shown)) {
                throw e instanceof FileSystemException fault ? fault : new IOException(e);
            }
            return false;
        }
        removeCopy(shown, names);
        keepPlainFiles(result, names, parts);
        for (String name : names) {
            link(folder.resolve(name), Path.of(RUNS, result, name));
        }
        DISK.force(folder);
        link(shown, runs.relativize(run));
        DISK.force(runs);
        return true;
    }

    /**
     * A copy of the folder that follows links has a folder in the place of the switch, beside plain files of the same
     * texts, and it is not needed; one that files lead to is not touched.
     */
    private void removeCopy(Path shown, Set<String> names) throws IOException {
        if (Files.isDirectory(shown, LinkOption.NOFOLLOW_LINKS)) {
            if (names.stream().anyMatch(name -> Files.isSymbolicLink(folder.resolve(name)))) {
                throw new FileSystemException(shown.toString(), null, shown + " is a folder where a link belongs");
            }
            delete(shown);
        }
    }

    /** Makes files that lie in the folder itself a run, so that links can take their places without a change to see. */
    private void keepPlainFiles(String result, Set<String> names, List<Path> parts) throws IOException {
        if (names.stream().noneMatch(name -> isPlain(folder.resolve(name)))) {
            return;
        }
        Path earlier = newRun(result, parts);
        Path real = runs.toRealPath();
        for (String name : names) {
            Path file = folder.resolve(name);
            if (isPlain(file) || (Files.exists(file) && file.toRealPath().startsWith(real))) {
                Files.copy(file, earlier.resolve(name));
            }
        }
        DISK.force(earlier);
        link(runs.resolve(result), runs.relativize(earlier));
        DISK.force(runs);
    }

    private static boolean isPlain(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Puts a link in place of whatever stands there. */
    private void link(Path place, Path target) throws IOException {
        if (Files.isSymbolicLink(place) && Files.readSymbolicLink(place).equals(target)) {
            return;
        }
        Path link = Files.createSymbolicLink(part("link"), target);
        try {
            Files.move(link, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(link);
        }
    }

    /** Removes what no switch leads to: parts of runs that died, and runs before the last. */
    private void clean() throws IOException {
        List<Path> parts = new ArrayList<>();
        Set<Path> shown = new HashSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(runs)) {
            for (Path entry : entries) {
                if (PART.matcher(runs.relativize(entry).toString()).matches()) {
                    parts.add(entry);
                } else if (Files.isSymbolicLink(entry)) {
                    shown.add(runs.resolve(Files.readSymbolicLink(entry)));
                }
            }
        }
        parts.removeAll(shown);
        parts.forEach(ResultFolder::delete);
    }

    /** Deletes a part as far as it can be: what another user left is no reason not to write. */
    private static void delete(Path part) {
        try {
            if (Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(part)) {
                    for (Path file : files) {
                        Files.deleteIfExists(file);
                    }
                }
            }
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // It is tried again when the folder is opened next.
        }
    }
}
