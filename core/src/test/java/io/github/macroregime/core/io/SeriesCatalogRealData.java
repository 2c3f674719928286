package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.SeriesCatalog.Entry;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The possible values against the files as FRED serves them, in their own unit and in a wrong one. */
class SeriesCatalogRealData {

    private static final LocalDate RECENT = LocalDate.of(2023, 9, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rates/DFF",
                "rates/SOFR",
                "rates/DFEDTARU",
                "rates/DFEDTARL",
                "rates/DGS3MO",
                "rates/DGS1",
                "rates/DGS2",
                "rates/DGS3",
                "rates/DGS5",
                "rates/DGS7",
                "rates/DGS10",
                "rates/DGS20",
                "rates/DGS30",
                "rates/DFII10",
                "rates/T5YIE",
                "rates/T10YIE",
                "rates/T5YIFR",
                "credit/BAMLC0A0CM",
                "credit/BAMLH0A0HYM2",
                "cross_asset/DCOILWTICO",
                "liquidity/WTREGEN",
                "liquidity/WRESBAL",
                "liquidity/NFCI",
                "liquidity/ANFCI",
                "liquidity/STLFSI4",
                "macro/CPIAUCSL",
                "macro/CPILFESL",
                "macro/PAYEMS",
                "macro/UNRATE",
                "macro/INDPRO",
                "macro/PCEPILFE",
                "macro/RSXFS",
                "macro/GDPC1",
                "macro/ICSA",
                "macro/HOUST",
                "macro/CFNAI",
                "macro/MORTGAGE30US",
                "macro/SAHMREALTIME"
            })
    void everyObservationIsPossible(String file) {
        Entry entry = SeriesCatalog.builtIn()
                .find(file.substring(file.indexOf('/') + 1))
                .orElseThrow();
        TimeSeries series = SeriesCsv.read(RealFiles.path(file + ".csv"), entry.unit());
        assertThat(entry.firstImplausible(series)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rates/DFF",
                "rates/SOFR",
                "rates/DGS2",
                "rates/DGS10",
                "rates/DFII10",
                "rates/T10YIE",
                "credit/BAMLC0A0CM",
                "credit/BAMLH0A0HYM2",
                "liquidity/WTREGEN",
                "liquidity/WRESBAL",
                "macro/PAYEMS",
                "macro/ICSA",
                "macro/CPIAUCSL",
                "macro/UNRATE"
            })
    void noRecentObservationIsPossibleInAnotherUnit(String file) {
        Entry entry = SeriesCatalog.builtIn()
                .find(file.substring(file.indexOf('/') + 1))
                .orElseThrow();
        Unit right = entry.unit();
        TimeSeries series = SeriesCsv.read(RealFiles.path(file + ".csv"), right)
                .between(RECENT, LocalDate.of(2027, 1, 1))
                .dropMissing();
        double step = right.exponent() == -2 ? 100 : 1000;
        for (double wrong : new double[] {1 / step, step}) {
            series.observations()
                    .forEach(each -> assertThat(
                                    entry.range(each.date()).orElseThrow().contains(each.value() * wrong))
                            .as(file + " of " + each.date() + " by " + wrong)
                            .isFalse());
        }
    }
}
