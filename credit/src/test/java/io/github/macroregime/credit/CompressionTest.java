package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class CompressionTest {

    private final SpreadHistory<Instrument.Cdx> ig = Levels.cdx(50, 52, Double.NaN, 51, 55);
    private final SpreadHistory<Instrument.Cdx> hy = Levels.cdx(300, 308, 310, 304, 320);
    private final Compression<Instrument.Cdx> pair = new Compression<>(ig, hy);

    @Test
    void ratio_difference_and_log_ratio_on_common_dates() {
        assertThat(pair.ratio().size()).isEqualTo(4);
        assertThat(pair.ratio().value(0)).isCloseTo(1 / 6.0, within(1e-15));
        assertThat(pair.difference().value(3)).isCloseTo(0.0265, within(1e-15));
        assertThat(pair.logRatio().value(0)).isCloseTo(Math.log(6), within(1e-15));
    }

    /** The ratios HY/IG are 6, 5.92, 5.96 and 5.82: the last is the lowest of four. */
    @Test
    void a_low_rank_is_compressed() {
        assertThat(pair.percentile(Levels.START.plusDays(4), Lookback.expanding())
                        .orElseThrow()
                        .fraction())
                .isEqualTo(0.125);
    }

    /** Of five days the last three changes: -5, 17 and -2 where investment grade changes by -1, 4 and -1. */
    @Test
    void beta_takes_the_last_changes_and_no_others() {
        Compression<Instrument.Cdx> longer =
                new Compression<>(Levels.cdx(50, 52, 51, 55, 54), Levels.cdx(300, 308, 303, 320, 318));
        // About the means 2/3 and 10/3: (125 + 410 + 80) / (25 + 100 + 25).
        assertThat(longer.beta(Levels.START.plusDays(4), 3).orElseThrow().slope())
                .isCloseTo(4.1, within(1e-11));
    }

    /** High yield changes by 8, -4 and 16 where investment grade changes by 2, -1 and 4. */
    @Test
    void beta_of_high_yield() {
        assertThat(pair.beta(Levels.START.plusDays(4), 3).orElseThrow().slope()).isCloseTo(4, within(1e-12));
        assertThat(pair.beta(Levels.START.plusDays(3), 3)).isEmpty();
        assertThatThrownBy(() -> pair.beta(Levels.START, 2)).hasMessage("window must be at least 3 but was 2");
    }

    @Test
    void histories_with_dates_of_their_own_are_refused() {
        TimeSeries own = TimeSeries.ofQuoted(
                List.of(Levels.START, Levels.START.plusDays(31), Levels.START.plusDays(59), Levels.START.plusDays(90)),
                new double[] {50, 52, 51, 55},
                Unit.BASIS_POINTS);
        TimeSeries other = TimeSeries.ofQuoted(
                List.of(Levels.START, Levels.START.plusDays(30), Levels.START.plusDays(58), Levels.START.plusDays(90)),
                new double[] {300, 308, 304, 320},
                Unit.BASIS_POINTS);
        assertThatThrownBy(() -> new Compression<>(
                        new SpreadHistory<>(ig.instrument(), own), new SpreadHistory<>(hy.instrument(), other)))
                .hasMessageStartingWith("investmentGrade and highYield must share their dates but of the 4 of"
                        + " investmentGrade from 2025-01-01 to 2025-04-01 only 2 are dates of all, 2025-02-01 is not");
    }

    @Test
    void a_level_below_zero_has_no_ratio() {
        assertThatThrownBy(() -> new Compression<>(Levels.cdx(0), Levels.cdx(300)).ratio())
                .hasMessage("level must be above 0 for a ratio but was 0.0");
        assertThatThrownBy(() -> new Compression<>(Levels.cdx(-1), Levels.cdx(300)).ratio())
                .hasMessage("level must be above 0 for a ratio but was -1.0E-4");
    }

    @Test
    void a_level_that_is_not_above_zero_leaves_a_hole_in_the_printed_ratio() {
        Compression<Instrument.Cdx> odd =
                new Compression<>(Levels.cdx(50, 0, -51, 60, 55), Levels.cdx(250, 308, -102, 0, 275));
        TimeSeries ratio = Levels.quoted(Unit.FRACTION, 0.2, Double.NaN, Double.NaN, Double.NaN, 0.2);
        assertThat(odd)
                .hasToString("CDX IG 5Y (CDX spread) against CDX IG 5Y (CDX spread)\nratio " + ratio + "\ndifference "
                        + Levels.basisPoints(200, 308, -51, -60, 220));
    }

    @Test
    void two_kinds_are_refused_by_name_where_the_compiler_does_not_know_them() {
        SpreadHistory<Instrument> cdx = new SpreadHistory<>(ig.instrument(), ig.levels());
        SpreadHistory<Instrument> oas = new SpreadHistory<>(new Instrument.CashOas("US High Yield"), hy.levels());
        assertThatThrownBy(() -> new Compression<>(cdx, oas))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CDX IG 5Y (CDX spread) and US High Yield (cash OAS)");
    }

    @Test
    void two_kinds_do_not_compile() {
        assertThat(errorsOf("Cdx")).isEmpty();
        assertThat(errorsOf("CashOas")).singleElement().asString().contains("Compression");
    }

    private static List<String> errorsOf(String kind) {
        String source = "import io.github.macroregime.credit.*;"
                + "class Pair { Object of(SpreadHistory<Instrument.Cdx> ig, SpreadHistory<Instrument." + kind + "> hy)"
                + " { return new Compression<>(ig, hy); } }";
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Pair.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        String classPath = Stream.of(Compression.class, TimeSeries.class, NullMarked.class)
                .map(CompressionTest::location)
                .collect(Collectors.joining(File.pathSeparator));
        ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        diagnostics,
                        List.of("-proc:none", "-d", "target", "-cp", classPath),
                        null,
                        List.of(file))
                .call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    private static String location(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }
}
