package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.unit.Unit;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** A file read from its bytes gives what the general reader gives, its problems and errors included. */
class PlainScanLaws {

    private static final String[] NUMBERS = {
        "1", "-2.50", "0.1", ".5", "5.", "-0.0", "123456789012345", "99999.99", "4.33", "-.25", "007"
    };
    private static final String[] UNUSUAL_NUMBERS = {
        "",
        ".",
        "null",
        "NaN",
        "nan",
        "NA",
        "#N/A",
        " 1.5 ",
        "\t2",
        "+3",
        "1e5",
        "-1.25E-3",
        "1234567890123456789",
        "0.12345678901234567890",
        "1e-400",
        "ND",
        "-",
        "--1",
        "1.2.3",
        "1e999",
        "0x1p3",
        "1,5",
        "Infinity",
        "1d",
        "\"7\"",
        "\"7,5\"",
        "7\"",
        "１",
        "\u00A05",
        "\u0000",
        "0.0",
        "e5"
    };
    private static final String[] UNUSUAL_DATES = {
        "", " 2024-02-29", "2024-02-29 ", "2023-02-29", "1900-02-29", "2000-02-29", "2024-13-01", "2024-00-10",
        "2024-01-00", "2024-04-31", "24-01-01", "2024-1-1", "2024/01/01", "+024-01-01", "-024-01-01", "2024-01-0a",
        "0000-01-01", "9999-12-31", "2024-01-011", "\"2024-01-01\"", "20240101", "２024-01-01"
    };
    private static final String[] UNUSUAL_LINES = {
        "",
        " ",
        "#comment",
        "# \"quoted\" ",
        "#ä",
        "2024-01-01",
        "2024-01-01,1,2,3,4,5",
        ",",
        "\"",
        "2024-01-01,\"1\n2\",3"
    };

    @Property(seed = "20250722", tries = 4000)
    void everyFileIsReadAsByTheGeneralReader(@ForAll Random random) {
        byte[] file = file(random);
        List<SeriesLayout> layouts = layouts(random);
        boolean plain = SeriesScan.plain("t.csv", file, header -> layouts, problems(false))
                .isPresent();
        for (boolean lenient : new boolean[] {false, true}) {
            if (plain) {
                assertThat(outcome(
                                lenient,
                                problems -> SeriesScan.plain("t.csv", file, header -> layouts, problems)
                                        .orElseThrow()))
                        .as(new String(file, StandardCharsets.UTF_8))
                        .isEqualTo(outcome(
                                lenient, problems -> SeriesScan.general("t.csv", file, header -> layouts, problems)));
            }
        }
        // Both kinds of files must be met often, or the law would say little.
        Statistics.label("plain").collect(plain).coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 30);
            coverage.check(false).percentage(share -> share > 30);
        });
    }

    @Property(seed = "20250722", tries = 500)
    void plainFilesAreReadFromTheirBytes(@ForAll Random random) {
        String end = random.nextBoolean() ? "\n" : "\r\n";
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF# made by hand" + end : "");
        text.append("date,a,b,c").append(end);
        int rows = random.nextInt(30);
        for (int i = 0; i < rows; i++) {
            text.append(i % 7 == 3 ? end : "").append(LocalDate.ofEpochDay(19000 + 3L * i));
            for (int column = 0; column < 3; column++) {
                text.append(',').append(pick(random, NUMBERS));
            }
            text.append(i == rows - 1 && random.nextBoolean() ? "" : end);
        }
        byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
        List<SeriesLayout> layouts = layouts(random);
        Panel expected = SeriesScan.general("t", file, header -> layouts, Problems.refusing())
                .toPanel();
        assertThat(expected.size()).isEqualTo(rows);
        assertThat(SeriesScan.plain("t", file, header -> layouts, Problems.refusing())
                        .map(DatedRows::toPanel))
                .hasValue(expected);
    }

    @Example
    void everyDayHasItsNumber() {
        LocalDate end = LocalDate.of(2410, 1, 1);
        for (LocalDate day = LocalDate.of(1590, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            assertThat((long) PlainScan.epochDay(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))
                    .isEqualTo(day.toEpochDay());
        }
        assertThat((long) PlainScan.epochDay(0, 1, 1))
                .isEqualTo(LocalDate.of(0, 1, 1).toEpochDay());
        assertThat((long) PlainScan.epochDay(9999, 12, 31))
                .isEqualTo(LocalDate.of(9999, 12, 31).toEpochDay());
    }

    /** What was read or why it could not be, and the lines passed over. */
    private static List<Object> outcome(boolean lenient, Function<Problems, DatedRows> reader) {
        Problems problems = problems(lenient);
        Object result;
        try {
            result = reader.apply(problems).toPanel();
        } catch (FileFormatException e) {
            result = e.getMessage();
        }
        return List.of(
                result, problems.list().stream().map(Throwable::getMessage).toList());
    }

    private static Problems problems(boolean lenient) {
        return lenient ? Problems.collecting() : Problems.refusing();
    }

    private static List<SeriesLayout> layouts(Random random) {
        SeriesLayout a = SeriesLayout.of("date", "a", Unit.PERCENT);
        SeriesLayout b = SeriesLayout.of("date", "b", Unit.MILLIONS_OF_DOLLARS).withMissing("0.0", "ND");
        SeriesLayout c = SeriesLayout.of("date", "c", Unit.PRICE);
        return List.of(List.of(a), List.of(c), List.of(a, b), List.of(c, a), List.of(a, b, c))
                .get(random.nextInt(5));
    }

    /** A file of three columns in which most lines are plain and some are not. */
    private static byte[] file(Random random) {
        int oddities = random.nextInt(4);
        String end = random.nextBoolean() ? "\n" : "\r\n";
        StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "\uFEFF" : "");
        text.append(pick(
                        random,
                        "date,a,b,c",
                        "date,a,b,c",
                        "date,a,b,c",
                        "#x" + end + "date, a ,b,c",
                        "date,a,b",
                        "date,a,a,b"))
                .append(end);
        int rows = random.nextInt(12);
        for (int i = 0; i < rows; i++) {
            boolean odd = random.nextInt(12) < oddities;
            if (odd && random.nextInt(3) == 0) {
                text.append(pick(random, UNUSUAL_LINES));
            } else {
                boolean oddDate = odd && random.nextInt(3) == 0;
                text.append(oddDate ? pick(random, UNUSUAL_DATES) : LocalDate.ofEpochDay(random.nextInt(400)));
                for (int column = 0; column < 3; column++) {
                    boolean oddNumber = odd && random.nextBoolean();
                    text.append(',').append(pick(random, oddNumber ? UNUSUAL_NUMBERS : NUMBERS));
                }
            }
            boolean oddEnd = random.nextInt(60) < oddities;
            text.append(oddEnd ? pick(random, "\r", "\n\n", "\n", "\r\n", " \n", ",\n") : end);
        }
        return text.toString().getBytes(random.nextInt(20) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
