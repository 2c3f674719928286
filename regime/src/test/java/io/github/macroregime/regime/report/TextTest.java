package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.day.Text.Cells;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @Test
    void onlyANumberThatRoundsToNothingLosesItsMinus() {
        assertThat(Text.of("%s: %.1f and %.1f", "fund -0.0", -0.04, -0.05)).isEqualTo("fund -0.0: 0.0 and -0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0123, +1.23 %, +1.23 pp, +123.0 bp",
        "-0.00004, 0.00 %, 0.00 pp, -0.4 bp",
        "-0.5, -50.00 %, -50.00 pp, -5000.0 bp"
    })
    void signsAndUnitsOfRates(double decimal, String percent, String points, String basisPoints) {
        Rate rate = Rate.ofDecimal(decimal);
        assertThat(Text.signedPercent(rate)).isEqualTo(percent);
        assertThat(Text.signedPoints(rate)).isEqualTo(points);
        assertThat(Text.signedBasisPoints(rate)).isEqualTo(basisPoints);
    }

    @Test
    void noLocaleChangesANumber() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Text.of("%.1f", 1.5)).isEqualTo("1.5");
            assertThat(Cells.decimal(1.5, 1)).isEqualTo("1.5");
            assertThat(Cells.price(1.5)).isEqualTo("1.50000");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void wordsOfCountsRatiosAndNames() {
        assertThat(Text.count(2, "week")).isEqualTo("2 weeks");
        assertThat(Text.ratio(OptionalDouble.of(-1.005))).isEqualTo("-1.01");
        assertThat(Text.ratio(OptionalDouble.empty())).isEqualTo("undefined");
        assertThat(Text.lower(Topic.GROWTH_INFLATION)).isEqualTo("growth inflation");
    }

    @Test
    void wordsThatAllTextsBeginWithAreSaidOnce() {
        assertThat(Text.together(List.of("a close of gold", "a close of silver")))
                .isEqualTo("a close of gold; silver");
        assertThat(Text.together(List.of("a close of gold"))).isEqualTo("a close of gold");
        assertThat(Text.together(List.of("gold", "silver"))).isEqualTo("gold; silver");
        assertThat(Text.together(List.of("gold fell", "golden rules"))).isEqualTo("gold fell; golden rules");
        assertThat(Text.together(List.of("a b c", "a b d", "a e"))).isEqualTo("a b c; b d; e");
    }

    @Test
    void cellsHoldFixedPlacesAndNoUnit() {
        assertThat(Cells.decimal(-0.04, 1)).isEqualTo("0.0");
        assertThat(Cells.decimal(-0.05, 1)).isEqualTo("-0.1");
        assertThat(Cells.decimal(-0.4, 0)).isEqualTo("0");
        assertThat(Cells.signed(-0.004, 2)).isEqualTo("+0.00");
        assertThat(Cells.signed(3, 0)).isEqualTo("+3");
        assertThat(Cells.score(0.314)).isEqualTo("+0.31");
        assertThat(Cells.share(0.125, 1)).isEqualTo("12.5");
        assertThat(Cells.percent(Rate.ofPercent(4.2875), 4)).isEqualTo("4.2875");
        assertThat(Cells.signedPercent(Rate.ofPercent(-4.5), 1)).isEqualTo("-4.5");
        assertThat(Cells.basisPoints(Rate.ofBasisPoints(51.126))).isEqualTo("51.13");
        assertThat(Cells.signedBasisPoints(Rate.ofBasisPoints(-0.004))).isEqualTo("+0.00");
    }

    @ParameterizedTest
    @CsvSource({"6305.6, 6305.60", "1.23456789, 1.23457", "0.012345678, 0.0123457", "123456.7, 123457"})
    void aPriceKeepsSixDigitsThatCount(double price, String text) {
        assertThat(Cells.price(price)).isEqualTo(text);
    }

    @Test
    void aSectionNumbersEachDefinitionOnce() {
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        ByHand.sector("Energy", 100, 101),
                        ByHand.sector("Health", 100, 102),
                        ByHand.sector("Staples", 100, 99)),
                ByHand.TUESDAY);
        MacroPart part = report.part(EquitiesPart.class).orElseThrow();
        Section section = CachedParts.section(part, List.of("lead"), List.of(), List.of(), List.of("own note"));
        List<String> definitions = part.statements().stream()
                .map(MacroStatement::definition)
                .distinct()
                .toList();
        assertThat(section.id()).isEqualTo("equities");
        assertThat(section.title()).isEqualTo("Equities");
        assertThat(section.lead()).containsExactly("lead");
        assertThat(section.notes().get(0)).isEqualTo("own note");
        assertThat(section.notes()).hasSize(1 + definitions.size());
        Table table = section.tables().get(0);
        for (int i = 0; i < part.statements().size(); i++) {
            int number = Integer.parseInt(table.rows().get(i).get(5));
            assertThat(section.notes().get(number))
                    .isEqualTo(
                            "Def. " + number + ": " + part.statements().get(i).definition() + ".");
        }
    }

    @Test
    void theReadingBeginsWithTheStateAndSaysItOnce() {
        MacroReport report = MacroReport.of(
                MacroInputs.of(ByHand.sector("Energy", 100, 101), ByHand.sector("Staples", 100, 99)), ByHand.TUESDAY);
        List<List<String>> rows = report.sections().stream()
                .filter(each -> each.id().equals("equities"))
                .findFirst()
                .orElseThrow()
                .tables()
                .stream()
                .filter(table -> table.columns().get(0).title().equals("Subject"))
                .findFirst()
                .orElseThrow()
                .rows();
        assertThat(rows.get(0)).startsWith("Breadth of sectors", "0", "even: 1 up, 1 down, 0 unchanged");
        assertThat(rows.get(1)).startsWith("Strongest sector", "+1.00 %", "Energy +1.00 %");
    }
}
