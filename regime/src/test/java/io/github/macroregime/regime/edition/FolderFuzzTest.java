package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.fixture.Fuzzing;
import io.github.macroregime.fixture.Spoiler;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.report.CreditPart;
import io.github.macroregime.regime.report.EquitiesPart;
import io.github.macroregime.regime.report.PolicyPart;
import io.github.macroregime.regime.report.StrengthPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A spoiled file in a folder gives a report, named gaps or a refusal with file and line, and never another number. Longer by
 * hand: {@code -Dmacroregime.fuzz.seconds=600} for each test.
 */
class FolderFuzzTest {

    private static final int SPOILED = 150;
    private static final int REWRITTEN = 30;
    private static final int NONSENSE = 80;
    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final Path SAMPLE = Path.of("src/test/resources/samples/folder");

    @TempDir
    private Path folder;

    private final Map<String, byte[]> whole = new TreeMap<>();

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLE)) {
            for (Path file : files.toList()) {
                whole.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        }
        whole.forEach(this::write);
    }

    private void write(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The report, or the refusal. */
    private Object report(String name, long seed, byte[] bytes) {
        write(name, bytes);
        try {
            return Edition.of(TrackerFolder.read(folder, Optional.of(DAY)));
        } catch (FileFormatException e) {
            assertThat(e.getMessage()).startsWith(folder.toString()).contains(".csv:" + e.line() + ": ");
            return e;
        } catch (RuntimeException | StackOverflowError e) {
            throw Fuzzing.failure(name, seed, bytes, e);
        } finally {
            write(name, whole.get(name));
        }
    }

    private String any(Spoiler spoiler) {
        return spoiler.any(List.copyOf(new TreeMap<>(whole).keySet()));
    }

    @Test
    void aSpoiledFileGivesAReportOrARefusalWithItsPlace() {
        Edition report = (Edition) report("edition.csv", -1, whole.get("edition.csv"));
        assertThat(report.report()
                        .part(PolicyPart.class)
                        .filter(part -> part.path().isPresent()))
                .isPresent();
        assertThat(report.report().part(CreditPart.class).orElseThrow().spreads())
                .isNotEmpty();
        assertThat(report.report().part(EquitiesPart.class)).isPresent();
        assertThat(report.report().part(StrengthPart.class)).isPresent();
        assertThat(report.checks()).hasSize(6);
        Fuzzing.run(SPOILED, seed -> {
            Spoiler spoiler = new Spoiler(seed);
            String name = any(spoiler);
            report(name, seed, spoiler.spoiled(whole.get(name)));
        });
    }

    @Test
    void theSameFolderWrittenOtherwiseGivesTheSameReport() {
        Object expected = report("edition.csv", -1, whole.get("edition.csv"));
        Fuzzing.run(REWRITTEN, seed -> {
            Spoiler spoiler = new Spoiler(seed);
            String name = any(spoiler);
            byte[] other = rewritten(
                            new String(whole.get(name), StandardCharsets.UTF_8),
                            Character.isUpperCase(name.charAt(0)),
                            spoiler)
                    .getBytes(StandardCharsets.UTF_8);
            if (!report(name, seed, other).equals(expected)) {
                throw Fuzzing.failure(name, seed, other, new IllegalStateException("another report"));
            }
        });
    }

    /** With columns in another order, quotation marks, comments, blank lines, other line ends and a byte order mark. */
    private static String rewritten(String text, boolean dateFirst, Spoiler spoiler) {
        List<List<String>> rows =
                text.lines().map(line -> Arrays.asList(line.split(",", -1))).toList();
        int width = rows.get(0).size();
        List<Integer> order = new ArrayList<>(IntStream.range(0, width).boxed().toList());
        if (spoiler.below(2) == 0) {
            int first = dateFirst ? 1 : 0;
            order.add(first + spoiler.below(width - first), order.remove(first + spoiler.below(width - first)));
        }
        boolean quoted = spoiler.below(2) == 0;
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add(order.stream()
                    .map(row::get)
                    .map(field -> quoted ? "\"" + field + "\"" : field)
                    .collect(Collectors.joining(",")));
        }
        lines.add(spoiler.below(lines.size() + 1), "# a comment");
        lines.add(spoiler.below(lines.size() + 1), "");
        String end = spoiler.any(List.of("\n", "\r\n", "\r"));
        return (spoiler.below(2) == 0 ? "\uFEFF" : "") + String.join(end, lines) + (spoiler.below(2) == 0 ? end : "");
    }

    /** A word in place of one number is refused, named as a gap or of no use to anybody. */
    @Test
    void noWordBecomesANumber() {
        Object plain = report("edition.csv", -1, whole.get("edition.csv"));
        Pattern number = Pattern.compile("(?<=,)-?[0-9]+(\\.[0-9]+)?(?=[,\n])");
        Fuzzing.run(NONSENSE, seed -> {
            Spoiler spoiler = new Spoiler(seed);
            String name = any(spoiler);
            String text = new String(whole.get(name), StandardCharsets.UTF_8);
            List<int[]> numbers = number.matcher(text)
                    .results()
                    .map(each -> new int[] {each.start(), each.end()})
                    .toList();
            if (numbers.isEmpty()) {
                return;
            }
            int[] at = spoiler.any(numbers);
            byte[] other = (text.substring(0, at[0]) + spoiler.any(Spoiler.NO_NUMBERS) + text.substring(at[1]))
                    .getBytes(StandardCharsets.UTF_8);
            Object read = report(name, seed, other);
            boolean said = read instanceof Edition report
                    && !report.report().gaps().equals(((Edition) plain).report().gaps());
            if (!(read instanceof FileFormatException) && !said && !read.equals(plain)) {
                throw Fuzzing.failure(name, seed, other, new IllegalStateException("another report without a word"));
            }
        });
    }
}
