package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.io.TableFile;
import io.github.macroregime.core.io.TableLayout;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.Histories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder, found by their relative path, or by their name alone anywhere below it.
 *
 * <p>A table is parsed once, however many days are read from it, so that a file that is replaced in between cannot be
 * mixed with its successor. What was read and what had to be left out is kept for one day.
 */
final class FolderFiles {

    private static final int DEPTH = 6;

    private final Contents contents;
    private final Histories histories;
    private final Set<Path> used = new HashSet<>();
    private final Map<Path, String> leftOut = new HashMap<>();
    private final Set<Gap> gaps = new LinkedHashSet<>();
    private final Consumer<String> progress;
    private final SeriesFinder finder;

    private FolderFiles(Contents contents, Histories histories, Consumer<String> progress) {
        this.contents = contents;
        this.histories = histories;
        this.progress = progress;
        this.finder = new SeriesFinder(this, contents.holders);
    }

    /** The listing and everything parsed, shared by all days. */
    private static final class Contents {

        private final Path folder;
        private final boolean outside;
        private final List<Path> listed;
        private final ShownPaths shown;
        private final Map<Path, String> passedOver;
        private final Map<Path, TableFile> texts = new ConcurrentHashMap<>();
        private final Map<Path, CsvTable> tables = new HashMap<>();
        private final Map<Path, Object> made = new HashMap<>();
        private final Map<Path, String> unknown = new HashMap<>();
        private final Map<String, Optional<Path>> found = new HashMap<>();
        private final Map<String, List<Path>> withHeader = new HashMap<>();
        private final Map<Path, List<String>> headers = new HashMap<>();
        private final SeriesFinder.Holders holders = new SeriesFinder.Holders(this::text);

        Contents(Path folder, boolean outside, List<Path> listed, Map<Path, String> passedOver) {
            this.folder = folder;
            this.outside = outside;
            this.listed = listed;
            this.shown = new ShownPaths(folder, listed);
            this.passedOver = passedOver;
        }

        /** A text, by any thread. */
        TableFile text(Path file) {
            return texts.computeIfAbsent(file, TableFile::read);
        }
    }

    static FolderFiles of(Path folder, boolean outside) {
        if (folder.toString().isBlank() || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("folder must exist and be a folder but was "
                    + (folder.toString().isBlank() ? "empty" : folder));
        }
        Map<Path, String> passedOver = new LinkedHashMap<>();
        List<Path> listed = new ArrayList<>();
        try {
            Path real = folder.toRealPath();
            for (Path file : walked(folder, passedOver)) {
                boolean directory = Files.isDirectory(file);
                if (!Files.exists(file)) {
                    passedOver.put(file, "it is a link that leads to no file");
                } else if (!outside && Files.isSymbolicLink(file) && !inside(real, file)) {
                    passedOver.put(file, "it is a link that leads out of the folder: not followed");
                } else if (directory
                        && (Files.isSymbolicLink(file)
                                || folder.relativize(file).getNameCount() == DEPTH)) {
                    passedOver.put(file, "folders are read " + DEPTH + " deep and links to folders not at all");
                } else if (Files.isRegularFile(file)) {
                    listed.add(file);
                } else if (!directory) {
                    passedOver.put(file, "it is no file that can be read");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be listed", e);
        }
        return new FolderFiles(new Contents(folder, outside, listed, passedOver), Histories.shared(), file -> {});
    }

    /** Every file, every link and the folders that lie too deep, in order of their paths. */
    private static List<Path> walked(Path folder, Map<Path, String> passedOver) throws IOException {
        List<Path> walked = new ArrayList<>();
        Files.walkFileTree(folder, Set.of(), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return isHidden(folder, directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isHidden(folder, file)) {
                    walked.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                if (file.equals(folder)) {
                    throw fault;
                }
                if (!isHidden(folder, file)) {
                    passedOver.put(file, "it cannot be read: permission is denied or it is gone");
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException fault) throws IOException {
                return fault == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, fault);
            }
        });
        walked.sort(null);
        return walked;
    }

    private static boolean isHidden(Path folder, Path file) {
        for (Path part : folder.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean inside(Path real, Path file) {
        try {
            return file.toRealPath().startsWith(real);
        } catch (IOException e) {
            return false;
        }
    }

    /** What one reader at a time makes of the files, since each leaves what it found to the next. */
    <T> T alone(Supplier<T> reader) {
        synchronized (contents) {
            return reader.get();
        }
    }

    /** The same files for another day: nothing used and nothing left out yet. */
    FolderFiles forDay(Consumer<String> told) {
        return new FolderFiles(contents, histories, told);
    }

    /** The same files, read by the threads of an executor too. */
    FolderFiles on(Executor executor) {
        return new FolderFiles(contents, histories.on(executor), progress);
    }

    /** What the days of the folder share. */
    Histories histories() {
        return histories;
    }

    Path folder() {
        return contents.folder;
    }

    SeriesFinder finder() {
        return finder;
    }

    /** All files in order of their paths. */
    List<Path> listed() {
        return contents.listed;
    }

    /**
     * The file at that relative path, else the only file of that name; two of one name are refused.
     *
     * @throws IllegalArgumentException if there are two, or the name leads out of the folder
     */
    Optional<Path> find(String name) {
        Optional<Path> found = contents.found.computeIfAbsent(name, this::located);
        found.ifPresent(used::add);
        return found;
    }

    private Optional<Path> located(String name) {
        Path direct = within(name);
        if (Files.isRegularFile(direct)) {
            return Optional.of(direct);
        }
        List<Path> found = contents.listed.stream()
                .filter(file -> nameOf(file).equals(name))
                .toList();
        if (found.size() > 1) {
            throw new IllegalArgumentException("the folder must hold " + name + " once but holds " + shown(found.get(0))
                    + " and " + shown(found.get(1)));
        }
        return found.stream().findFirst();
    }

    private Path within(String name) {
        Path folder = contents.folder;
        try {
            // Relative names such as "." and ".." say nothing of what lies inside of them.
            Path root = folder.toAbsolutePath().normalize();
            Path direct = root.resolve(name).normalize();
            boolean below = direct.startsWith(root);
            boolean stays = below && (!Files.exists(direct) || inside(folder.toRealPath(), direct));
            if (!stays && !contents.outside) {
                throw new IllegalArgumentException("the file " + Words.quoted(name) + " must lie inside the folder");
            }
            return below
                    ? folder.resolve(root.relativize(direct))
                    : folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("the file " + Words.quoted(name) + " must have a possible name", e);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be read", e);
        }
    }

    /** All files of which the name begins and ends so, by name. */
    List<Path> matching(String beginning, String ending) {
        List<Path> found = contents.listed.stream()
                .filter(file ->
                        nameOf(file).startsWith(beginning) && nameOf(file).endsWith(ending))
                .sorted(Comparator.comparing(FolderFiles::nameOf))
                .toList();
        used.addAll(found);
        return found;
    }

    /** All tables of which the header has a column, by name; they are used. */
    List<Path> withHeader(String column) {
        List<Path> found = contents.withHeader.computeIfAbsent(
                column,
                wanted -> contents.listed.stream()
                        .filter(file -> nameOf(file).toLowerCase(Locale.ROOT).matches(".*\\.(csv|txt)"))
                        .filter(file -> header(file).contains(wanted))
                        .sorted(Comparator.comparing(FolderFiles::nameOf))
                        .toList());
        used.addAll(found);
        return found;
    }

    /** The fields of the first line; none if the file is no text, which is said where it is asked for. */
    List<String> header(Path file) {
        return contents.headers.computeIfAbsent(file, this::firstLine);
    }

    private List<String> firstLine(Path file) {
        try {
            return peek(file).firstLines(1, TableLayout.csv()).stream()
                    .findFirst()
                    .orElse(List.of());
        } catch (FileFormatException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** A table that was written for this folder, if it is there. */
    Optional<CsvTable> table(String name, Columns columns) {
        return find(name).map(file -> columns.checked(table(file)));
    }

    /** A table, parsed when it is first asked for. */
    CsvTable table(Path file) {
        progress.accept(nameOf(file));
        return contents.tables.computeIfAbsent(file, each -> contents.text(each).table(TableLayout.csv()));
    }

    /** A text, read when it is first asked for and never again. */
    TableFile text(Path file) {
        progress.accept(nameOf(file));
        return peek(file);
    }

    /** A text of which only the first lines are looked at. */
    TableFile peek(Path file) {
        return contents.text(file);
    }

    /** What a reader makes of a file, read when it is first asked for. */
    <T> T once(Path file, Class<T> kind, Function<Path, T> reader) {
        progress.accept(nameOf(file));
        return kind.cast(contents.made.computeIfAbsent(file, reader));
    }

    /** Notes that a file is used. */
    void use(Path file) {
        progress.accept(nameOf(file));
        used.add(file);
    }

    /** Notes why a file is not used. */
    void leaveOut(Path file, String reason) {
        leftOut.putIfAbsent(file, reason);
    }

    void add(Gap gap) {
        gaps.add(gap);
    }

    /** The names of all files, to suggest one. */
    List<String> names() {
        return contents.listed.stream().map(FolderFiles::nameOf).toList();
    }

    /** What was left out, with every file that was not read; nothing at all read is an error. */
    List<Gap> gaps() {
        List<Gap> all = new ArrayList<>();
        gaps.forEach(gap -> all.add(new Gap(contents.shown.in(gap.lacking()), contents.shown.in(gap.consequence()))));
        contents.passedOver.forEach((file, reason) -> all.add(unread(file, reason)));
        for (Path file : contents.listed) {
            if (leftOut.containsKey(file)) {
                all.add(unread(file, leftOut.get(file)));
            } else if (!used.contains(file)) {
                all.add(unread(file, contents.unknown.computeIfAbsent(file, finder::unknown)));
            }
        }
        if (used.isEmpty()) {
            throw new IllegalArgumentException(
                    contents.folder + " holds nothing that is known: " + (all.isEmpty() ? "it is empty" : first(all))
                            + "; docs/tracker-folder.md says what a folder holds");
        }
        return List.copyOf(all);
    }

    private static String first(List<Gap> gaps) {
        int shown = Math.min(3, gaps.size());
        String rest = gaps.size() > shown ? ", and " + (gaps.size() - shown) + " more" : "";
        return String.join(
                        ", ",
                        gaps.subList(0, shown).stream()
                                .map(gap -> gap.lacking() + " (" + gap.consequence() + ")")
                                .toList())
                + rest;
    }

    private Gap unread(Path file, String reason) {
        return new Gap("a use for " + shown(file), contents.shown.in(reason));
    }

    /** The path of a file as seen from the folder. */
    String shown(Path file) {
        return contents.shown.of(file);
    }

    /** The name of a table as seen from the folder. */
    String shown(String source) {
        return contents.shown.of(source);
    }

    static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
