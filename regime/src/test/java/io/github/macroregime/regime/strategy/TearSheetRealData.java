package io.github.macroregime.regime.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.Aggregation;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.Frequency;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Bitcoin, which trades on weekends, against an index that does not. */
class TearSheetRealData {

    private static final LocalDate FRIDAY = LocalDate.of(2023, 12, 29);

    private static TimeSeries closes(String file) {
        return SeriesCsv.read(RealFiles.path(file), "close", Unit.PRICE).between(FRIDAY, LocalDate.of(2025, 1, 1));
    }

    @Test
    void bitcoinKeepsItsWeekends() {
        TimeSeries bitcoin = closes("cross_asset/BTC_USD.csv");
        TimeSeries index = closes("equity/GSPC_ohlcv.csv");
        TearSheet sheet = TearSheet.of(
                bitcoin.change(Change.RELATIVE, 1), index.change(Change.RELATIVE, 1), TearSheetOptions.tradingDays());

        double whole = bitcoin.value(bitcoin.size() - 1) / bitcoin.value(0) - 1;
        assertThat(whole).isCloseTo(1.21925, within(5e-6));
        assertThat(sheet.number(TearSheetLine.TOTAL_RETURN).orElseThrow()).isCloseTo(whole, within(1e-12));
        assertThat(sheet.compared()).isEqualTo(index.size() - 1);
        // Both as seen on the days of the index say the same of the two.
        TimeSeries seen = bitcoin.on(index.dates()).change(Change.RELATIVE, 1);
        double beta = RelativePerformance.beta(
                seen.dropMissing().values().toArray(),
                index.change(Change.RELATIVE, 1).dropMissing().values().toArray());
        assertThat(sheet.number(TearSheetLine.BETA).orElseThrow()).isCloseTo(beta, within(1e-12));
    }

    @Test
    void weeksAreNotTradingDays() {
        TimeSeries weekly = SeriesCsv.read(RealFiles.path("equity/GSPC_ohlcv.csv"), "close", Unit.PRICE)
                .resample(Frequency.WEEK_TO_FRIDAY, Aggregation.LAST)
                .change(Change.RELATIVE, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TearSheet.of(weekly, TearSheetOptions.tradingDays()))
                .withMessageContaining("come 52 times a year");
        assertThat(TearSheet.of(weekly, TearSheetOptions.recognising(weekly))
                        .number(TearSheetLine.CAGR)
                        .orElseThrow())
                .isBetween(0.08, 0.1);
    }
}
