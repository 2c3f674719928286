package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.HAND;
import static io.github.macroregime.regime.report.ByHand.MONDAY;
import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.ByHand.daily;
import static io.github.macroregime.regime.report.ByHand.sector;
import static io.github.macroregime.regime.report.ByHand.yieldOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.curve.CurveOptions;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.section.Section;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choosing topics and parts, gaps, sources and the hour of the report. */
class MacroReportViewsTest {

    private static final Gap FILE = new Gap("quotes.csv", "no path");

    private static MacroReport report(MacroInput... inputs) {
        return MacroReport.of(MacroInputs.of(inputs), TUESDAY);
    }

    private static final MacroOptions OPTIONS =
            MacroOptions.withDefaults().withCurve(CurveOptions.withDefaults().withDays(1));

    private static MacroReport four() {
        return MacroReport.of(
                MacroInputs.of(
                        yieldOf("2y", 3.8, 3.9, 3.85),
                        yieldOf("10y", 4.3, 4.4, 4.35),
                        sector("Energy", 49, 50, 51),
                        sector("Health", 81, 80, 79),
                        new MarketInput.Level(daily("VIX", Unit.SCORE, 15, 16, 17), Change.DIFFERENCE)),
                TUESDAY,
                OPTIONS);
    }

    @Test
    void partsStandInTheOrderOfTheirTopics() {
        assertThat(four().parts())
                .extracting(MacroPart::topic)
                .containsExactly(Topic.MOVES, Topic.EQUITIES, Topic.LEVELS, Topic.CURVE);
        List<Topic> said = four().statements().stream()
                .map(MacroStatement::topic)
                .distinct()
                .toList();
        assertThat(said).containsExactly(Topic.MOVES, Topic.EQUITIES, Topic.LEVELS, Topic.CURVE);
    }

    @Property(tries = 40)
    void fewerTopicsAreAPartOfTheWhole(@ForAll Set<Topic> topics) {
        MacroReport whole = four();
        MacroReport only = whole.only(topics);
        assertThat(only.statements())
                .isEqualTo(whole.statements().stream()
                        .filter(each -> topics.contains(each.topic()))
                        .toList());
        assertThat(only.sections()).hasSameSizeAs(only.parts());
        assertThat(only.gaps()).isEqualTo(whole.gaps());
    }

    @Property(tries = 26)
    void aTopicAskedForAloneSaysTheSame(@ForAll @IntRange(max = 25) int which) {
        Topic topic = Topic.values()[which];
        MacroInputs inputs = MacroInputs.of(
                yieldOf("2y", 3.8, 3.9, 3.85),
                yieldOf("10y", 4.3, 4.4, 4.35),
                sector("Energy", 49, 50, 51),
                sector("Health", 81, 80, 79));
        MacroReport alone = MacroReport.of(inputs, TUESDAY, OPTIONS, EnumSet.of(topic));
        assertThat(alone.statements())
                .isEqualTo(MacroReport.of(inputs, TUESDAY, OPTIONS).statements(topic));
    }

    @Test
    void topicsNotAskedForAreNoGaps() {
        assertThat(MacroReport.of(MacroInputs.NONE, TUESDAY, MacroOptions.withDefaults(), Set.of())
                        .gaps())
                .isEmpty();
        assertThat(MacroReport.of(MacroInputs.NONE, TUESDAY, MacroOptions.withDefaults(), Set.of(Topic.POSITIONING))
                        .gaps())
                .containsExactly(new Gap("weekly position reports", "no positioning"));
    }

    @Test
    void moreGapsStandInFrontAndEachOnce() {
        MacroReport report = four();
        List<Gap> own = report.gaps();
        MacroReport more = report.withGaps(List.of(FILE, own.get(0), FILE));
        assertThat(more.gaps())
                .startsWith(FILE, own.get(0))
                .hasSize(own.size() + 1)
                .doesNotHaveDuplicates();
        assertThat(more.statements()).isEqualTo(report.statements());
        Section missing = more.gapSection().orElseThrow();
        assertThat(missing.tables().get(0).rows().get(0)).containsExactly("quotes.csv", "no path");
        assertThat(missing.tables().get(0).rows())
                .as("what has one consequence stands in one row")
                .extracting(row -> row.get(1))
                .containsExactlyElementsOf(
                        more.gaps().stream().map(Gap::consequence).distinct().toList());
        assertThat(missing.tables().get(0).rows())
                .extracting(row -> row.get(0))
                .contains("a recent yield for 5s30s; 10s30s; 3m10y");
        assertThat(Parts.report().gapSection()).isEmpty();
    }

    @Test
    void sourcesAreNamedOnceAndInventedNumbersAreSaidToBeSo() {
        TimeSeries closes = daily("x", Unit.PRICE, 100, 101).series();
        Source exchange = Source.observed("exchange");
        MacroReport observed = report(
                new MarketInput.Sector(PublishedSeries.daily("Energy", closes, exchange)),
                new MarketInput.Sector(PublishedSeries.daily("Health", closes, exchange)));
        assertThat(observed.sources()).containsExactly(exchange);
        assertThat(observed.isSynthetic()).isFalse();
        MacroReport mixed = report(
                new MarketInput.Sector(PublishedSeries.daily("Energy", closes, exchange)), sector("Health", 1, 2));
        assertThat(mixed.sources()).containsExactlyInAnyOrder(exchange, HAND);
        assertThat(mixed.isSynthetic()).isTrue();
        assertThat(Parts.report().isSynthetic()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"15:59, 2025-07-21", "16:00, 2025-07-22", "20:00, 2025-07-22"})
    void theHourDecidesWhichCloseIsSeen(LocalTime hour, LocalDate seen) {
        MacroReport report = MacroReport.of(
                MacroInputs.of(new MarketInput.Level(daily("gold", Unit.PRICE, 100, 101, 103), Change.RELATIVE)),
                TUESDAY,
                MacroOptions.withDefaults().withHour(hour));
        assertThat(report.part(LevelsPart.class).orElseThrow().levels().get(0).observed())
                .isEqualTo(seen);
    }

    @Test
    void everyStatementNamesItsNumberSourceAndDay() {
        assertThat(four().statements()).isNotEmpty().allSatisfy(each -> {
            assertThat(each.figure().value()).isFinite();
            assertThat(each.sample().n()).isPositive();
            assertThat(each.evidence().sources()).containsExactly(HAND);
            assertThat(each.evidence().knownOn()).isEqualTo(TUESDAY);
            assertThat(each.observed()).isEqualTo(TUESDAY);
        });
    }

    @Test
    void theTextHoldsEveryStatementAndGap() {
        MacroReport report = four();
        String text = report.toString();
        assertThat(text)
                .startsWith("Macro regime of 2025-07-22: " + report.statements().size() + " statements, "
                        + report.gaps().size() + " gaps");
        report.statements()
                .forEach(each -> assertThat(text).contains("\n  " + each.subject() + ": " + each.sentence()));
        report.gaps().forEach(each -> assertThat(text).contains("\n  " + each));
    }

    @Test
    void nothingThatIsHandedInCanBeChangedLater() {
        List<MacroPart> parts = new ArrayList<>(four().parts());
        MacroReport report =
                new MacroReport(TUESDAY, MacroOptions.withDefaults(), parts, List.of(), List.of(), Map.of());
        parts.clear();
        assertThat(report.parts()).hasSize(4);
        assertThat(report)
                .isEqualTo(new MacroReport(
                        TUESDAY, MacroOptions.withDefaults(), report.parts(), List.of(), List.of(), Map.of()));
        assertThat(report.part(PremiumPart.class)).isEmpty();
        assertThat(report.statement(Topic.CURVE, "unknown")).isEmpty();
    }

    @Test
    void refusals() {
        MacroOptions options = MacroOptions.withDefaults();
        assertThatNullPointerException()
                .isThrownBy(() -> new MacroReport(MONDAY, options, List.of(), List.of(), null, Map.of()))
                .withMessage("gaps must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> new MacroReport(null, options, List.of(), List.of(), List.of(), Map.of()))
                .withMessage("date must not be null");
    }
}
