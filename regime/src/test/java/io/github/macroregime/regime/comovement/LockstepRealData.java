package io.github.macroregime.regime.comovement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bitcoin, large and small companies, bonds and gold. */
class LockstepRealData {

    @Test
    void bitcoinLargeAndSmallCompaniesMoveTogetherMoreThanByChance() {
        SignLockstep signs = Lockstep.signs(basket(), Change.RELATIVE, LocalDate.of(2025, 7, 22), 63)
                .orElseThrow();
        assertThat(signs.share()).as(signs.toString()).isGreaterThan(signs.chance());
        LockstepReading reading = Lockstep.reading(basket(), Change.RELATIVE, LocalDate.of(2025, 7, 22), 63)
                .orElseThrow();
        assertThat(reading.excess()).as(reading.toString()).isPositive();
    }

    @Test
    void march2020WasTurbulent() {
        LockstepReading crash = Lockstep.reading(basket(), Change.RELATIVE, LocalDate.of(2020, 3, 16), 252)
                .orElseThrow();
        assertThat(crash.turbulence()).as(crash.toString()).isGreaterThan(10);
    }

    @Test
    void longBondsFallWhenYieldsRise() {
        NamedSeries bonds = new NamedSeries(
                "TLT",
                SeriesCsv.read(RealFiles.path("cross_asset/TLT.csv"), Unit.PRICE)
                        .dropMissing());
        NamedSeries yield = new NamedSeries(
                "30y",
                SeriesCsv.read(RealFiles.path("rates/DGS30.csv"), Unit.PERCENT).dropMissing());
        Sensitivities.Reading reading = Sensitivities.reading(
                        bonds, yield, Change.DIFFERENCE, LocalDate.of(2025, 7, 22), 126)
                .orElseThrow();
        assertThat(reading.beta()).as(reading.toString()).isBetween(-20.0, -10.0);
        assertThat(reading.correlation()).isLessThan(-0.9);
    }

    private static List<NamedSeries> basket() {
        return List.of(
                new NamedSeries("BTC", SeriesCsv.read(RealFiles.path("cross_asset/BTC_USD.csv"), "close", Unit.PRICE)),
                new NamedSeries(
                        "SPY",
                        SeriesCsv.read(RealFiles.path("equity/etf/SPY.csv"), Unit.PRICE)
                                .dropMissing()),
                new NamedSeries(
                        "IWM",
                        SeriesCsv.read(RealFiles.path("equity/etf/IWM.csv"), Unit.PRICE)
                                .dropMissing()));
    }
}
