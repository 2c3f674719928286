package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.cycle.MomentumReading;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.sheet.ModelTable;
import io.github.macroregime.regime.strength.Contribution;
import io.github.macroregime.regime.strength.Strength;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/**
 * The rows of the two- and the ten-year yield on 22 July 2025 against numbers made elsewhere.
 *
 * <p>The levels are those of the embedded edition (H.15 of the Federal Reserve, public domain), 1,138 days from 4 January
 * 2021. The expected numbers come from a script in plain Python without a library, written from the definitions in words: the index
 * is {@code 100 exp((y - y0) / 100)} of the yield in percent; weighted deviations from explicit weights that sum to one,
 * averages of the crossover begun with the first level, Wilder's averages begun with fourteen changes, erf for the normal
 * distribution, the variance ratio after Lo and MacKinlay 1988 with overlapping five-day returns, debiased, with errors that
 * allow for heteroskedasticity.
 */
class YieldStrengthGolden {

    private static final Path FOLDER = Path.of(System.getProperty("macroregime.root", ".."))
            .resolve("examples/src/main/resources/edition/2025-07-22/macro");
    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final ModelTable MODELS = models();

    private static PublishedSeries levels(String name, String id) {
        TimeSeries series = SeriesCsv.read(FOLDER.resolve(id + ".csv"), Unit.PERCENT);
        return PublishedSeries.daily(name, series, Source.observed("H.15"));
    }

    private static ModelTable models() {
        TimeSeries dollar = SeriesCsv.read(FOLDER.resolve("DTWEXBGS.csv"), Unit.PRICE);
        MacroInputs inputs = MacroInputs.of(
                new MarketInput.Asset(PublishedSeries.daily("Dollar", dollar, Source.observed("H.10"))),
                new RatesInput.Yield(levels("2y", "DGS2")),
                new RatesInput.Yield(levels("10y", "DGS10")));
        return MacroReport.of(inputs, DAY, MacroOptions.withDefaults(), EnumSet.of(Topic.STRENGTH))
                .part(StrengthPart.class)
                .orElseThrow()
                .models();
    }

    private static void row(String name, double[] figures, double... scores) {
        Strength strength = MODELS.row(name).orElseThrow().standing().strength();
        assertThat(new double[] {
                    strength.value(),
                    strength.agreement(),
                    strength.momentum(),
                    strength.reversion(),
                    strength.momentumWeight(),
                    strength.extension()
                })
                .containsExactly(figures, within(1e-10));
        assertThat(strength.contributions().stream()
                        .mapToDouble(Contribution::score)
                        .toArray())
                .containsExactly(scores, within(1e-10));
        assertThat(strength.observations()).isEqualTo(1138);
    }

    @Test
    void twoYears() {
        row(
                "2y",
                new double[] {
                    -0.0434254595051957,
                    0.315715215800728,
                    -0.274837366980335,
                    0.0597688106698385,
                    0.308405155277565,
                    -0.0662878537599667
                },
                -0.216689939767424,
                0.143992097455647,
                -0.519629612017673,
                -0.496585716089423,
                -0.442991864559848,
                0.0393759896810304,
                -0.25795987723391,
                0.0528513467488028,
                0.0922615304186515,
                0.0341935548420613);
    }

    @Test
    void tenYears() {
        row(
                "10y",
                new double[] {
                    0.0569453947768056,
                    0.25007591393256,
                    0.0342887515846372,
                    0.0993586196053403,
                    0.651810524881351,
                    -0.16679369040444
                },
                -0.0960179495325927,
                -0.129095963096337,
                -0.330486967645888,
                0.174556898766504,
                0.452210186117638,
                -0.15448072683593,
                -0.353685145137366,
                0.132467616530175,
                0.0798630132275125,
                0.0857452290583335);
    }

    /** Bear since 16 July below 4.46 and 3.84 %; correction since 22 July, the 21st close before tomorrow's stands at 4.34 %. */
    @Test
    void theCycleAndItsLevels() {
        MomentumReading two = MODELS.row("2y").orElseThrow().cycle().get(0);
        MomentumReading ten = MODELS.row("10y").orElseThrow().cycle().get(0);
        assertThat(two.phase() + " " + two.since()).isEqualTo("bear 2025-07-16");
        assertThat(ten.phase() + " " + ten.since()).isEqualTo("correction 2025-07-22");
        assertThat(MODELS.recordTable().rows())
                .anyMatch(row -> row.subList(0, 3).toString().equals("[2y yield, 3.84 % (+1 bp) rebound, -]"))
                .anyMatch(row -> row.subList(0, 3).toString().equals("[10y yield, -, 4.34 % (-1 bp) correction]"));
    }
}
