package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.Fuzzing;
import io.github.macroregime.fixture.Spoiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random texts where a number should stand, against {@link BigDecimal}: the nearest number or a refusal. */
class NumberOracleTest {

    private static final int TIMES = 1;
    private static final int LINES = 3000;
    private static final List<String> PIECES = List.of(
            "0",
            "0",
            "1",
            "5",
            "9",
            "00",
            "123",
            "999",
            "4503599627370497",
            "17976931348623157",
            "49",
            "-",
            "+",
            ".",
            ".",
            ",",
            "e",
            "E",
            "e-",
            "e3",
            "e-7",
            "e308",
            "e-324",
            "e-308",
            "e15",
            "e22",
            "e-22",
            "%",
            "K",
            "m",
            "B",
            " ",
            "_",
            "x",
            "d",
            "\u2212",
            "\u0665",
            "'");
    private static final Pattern GROUPS = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?");
    private static final Pattern PLAIN = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,9})?");
    private static final Pattern LONG_EXPONENT = Pattern.compile("[eE][+-]?[0-9]{10}");

    @TempDir
    private Path folder;

    record Style(String name, TableLayout layout, Unit unit) {

        TableLayout whole() {
            return layout.withSeparator(';').withUnit(unit);
        }

        @Override
        public String toString() {
            return name + " in " + unit;
        }
    }

    static List<Style> styles() {
        List<Style> styles = new ArrayList<>();
        for (Unit unit : List.of(Unit.PRICE, Unit.PERCENT, Unit.BASIS_POINTS, Unit.MILLIONS_OF_DOLLARS)) {
            TableLayout plain = TableLayout.csv();
            styles.add(new Style("plain", plain, unit));
            styles.add(new Style("thousands", plain.withThousands(','), unit));
            styles.add(new Style("comma", plain.withDecimal(','), unit));
            styles.add(new Style("percent", plain.withPercentSigns(), unit));
            styles.add(new Style("magnitudes", plain.withMagnitudes(), unit));
        }
        return styles;
    }

    @ParameterizedTest
    @MethodSource("styles")
    void theNearestNumberOrARefusal(Style style) {
        Fuzzing.run(TIMES, seed -> {
            List<String> texts = texts(new Spoiler(seed));
            Problems problems = Problems.collecting();
            TimeSeries read = style.whole().series(file(texts), problems);
            int refused = 0;
            for (int i = 0; i < texts.size(); i++) {
                int at = read.dates().indexOf(LocalDate.EPOCH.plusDays(i)).orElse(-1);
                Optional<Double> expected = value(texts.get(i), style);
                Optional<Double> found = at < 0 ? Optional.empty() : Optional.of(read.value(at) + 0.0);
                if (!found.equals(expected)) {
                    throw new AssertionError(texts.get(i) + " is read as " + found + " and not as " + expected);
                }
                refused += expected.isEmpty() ? 1 : 0;
            }
            assertThat(problems.count()).isEqualTo(refused);
            assertThat(refused).isBetween(LINES / 10, LINES - LINES / 10);
        });
    }

    private static List<String> texts(Spoiler random) {
        List<String> texts = new ArrayList<>();
        while (texts.size() < LINES) {
            StringBuilder text = new StringBuilder();
            for (int pieces = 1 + random.below(5); pieces > 0; pieces--) {
                text.append(random.any(PIECES));
            }
            if (!LONG_EXPONENT.matcher(text).find()) {
                texts.add(text.toString());
            }
        }
        return texts;
    }

    private Path file(List<String> texts) {
        StringBuilder lines = new StringBuilder("date;value\n");
        for (int i = 0; i < texts.size(); i++) {
            lines.append(LocalDate.EPOCH.plusDays(i))
                    .append(';')
                    .append(texts.get(i))
                    .append('\n');
        }
        try {
            return Files.writeString(folder.resolve("numbers.csv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Double> value(String written, Style style) {
        String text = written.strip();
        if (text.isEmpty() || text.equals(".")) {
            return Optional.of(Double.NaN);
        }
        String front = text.substring(0, text.length() - 1);
        int magnitude = "KMB".indexOf(text.toUpperCase(Locale.ROOT).charAt(text.length() - 1));
        int exponent = style.unit().exponent();
        return switch (style.name()) {
            case "thousands" ->
                text.indexOf(',') < 0 || GROUPS.matcher(text).matches()
                        ? moved(text.replace(",", ""), exponent)
                        : Optional.empty();
            case "comma" -> text.indexOf('.') < 0 ? moved(text.replace(',', '.'), exponent) : Optional.empty();
            case "percent" -> text.endsWith("%") ? moved(front, -2) : moved(text, exponent);
            case "magnitudes" -> magnitude < 0 ? moved(text, exponent) : moved(front, exponent + 3 * (magnitude + 1));
            default -> moved(text, exponent);
        };
    }

    private static Optional<Double> moved(String text, int places) {
        if (!PLAIN.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal exact = new BigDecimal(text).scaleByPowerOfTen(places);
        double nearest = exact.doubleValue();
        boolean held = Double.isFinite(nearest) && (nearest != 0 || exact.signum() == 0);
        return held ? Optional.of(nearest + 0.0) : Optional.empty();
    }
}
