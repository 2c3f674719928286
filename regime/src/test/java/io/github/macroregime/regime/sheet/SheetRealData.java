package io.github.macroregime.regime.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.bar.LevelLadder.Rung;
import io.github.macroregime.regime.curve.CreditRates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sheets of 22 July 2025 on real files; the expected numbers were computed from the same files in pandas. */
class SheetRealData {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    private static NamedSeries closes(String name, String file) {
        return SeriesCsv.read(RealFiles.path(file), "close", Unit.PRICE).named(name);
    }

    private static NamedSeries value(String name, String file, Unit unit) {
        return SeriesCsv.read(RealFiles.path(file), unit).named(name);
    }

    private static NamedSeries index() {
        return closes("S&P 500", "equity/GSPC_ohlcv.csv");
    }

    private static TimeSeries tenYear() {
        return value("10y", "rates/DGS10.csv", Unit.PERCENT).series();
    }

    @Test
    void theSevenNameByName() {
        List<NamedSeries> names = Stream.of("AAPL", "MSFT", "GOOGL", "AMZN", "NVDA", "META", "TSLA")
                .map(id -> closes(id, "equity/mag7/" + id + ".csv"))
                .toList();
        BasketSheet sheet = BasketSheet.of(
                        "seven",
                        names,
                        new BasketSheet.Blend(index(), tenYear(), 0.5, 8, Rate.ofPercent(4.33)),
                        Map.of(),
                        List.of(),
                        DAY)
                .orElseThrow();
        assertThat(sheet.members())
                .extracting(BasketSheet.Member::name)
                .containsExactly("TSLA", "AAPL", "GOOGL", "AMZN", "MSFT", "META", "NVDA");
        double[][] expected = {
            {1.1020, -5.0959, -0.5060, -1.5645},
            {0.9036, 6.0583, 0.8439, -0.0163},
            {0.6523, 15.4866, 1.7751, 1.1706},
            {-0.7981, 8.7704, 0.7755, 0.3355},
            {-0.9391, 3.6214, 0.2160, -0.3403},
            {-1.1445, 0.5554, -0.4239, -0.7587},
            {-2.5382, 15.5126, 0.9986, 1.1737}
        };
        for (int i = 0; i < expected.length; i++) {
            BasketSheet.Member member = sheet.members().get(i);
            assertThat(member.day().percent()).as(member.name()).isCloseTo(expected[i][0], within(5e-5));
            assertThat(member.excess().percent()).as(member.name()).isCloseTo(expected[i][1], within(5e-5));
            assertThat(member.blendScore()).as(member.name()).isCloseTo(expected[i][2], within(5e-5));
            assertThat(member.peerScore()).as(member.name()).isCloseTo(expected[i][3], within(5e-5));
            assertThat(member.n()).isEqualTo(252);
            assertThat(member.impliedScore()).isNaN();
        }
    }

    @Test
    void howFarYieldsMoveStocksAndBonds() {
        RateSheet.Sensitivity stocks =
                RateSheet.sensitivity(index(), tenYear(), DAY, 126).orElseThrow();
        assertThat(100 * stocks.perBasisPoint()).isCloseTo(0.04965323426521273, within(1e-10));
        assertThat(stocks.yieldChange().basisPoints()).isCloseTo(-3, within(1e-9));
        assertThat(stocks.band().percent()).isCloseTo(0.28341985812574744, within(1e-10));
        assertThat(stocks.bandRank()).isCloseTo(0.9900793650793651, within(1e-12));
        assertThat(stocks.correlation()).isCloseTo(0.19032122632014667, within(1e-10));
        assertThat(stocks.state()).isEqualTo("pushed down");
        RateSheet.Sensitivity bonds = RateSheet.sensitivity(
                        value("TLT", "cross_asset/TLT.csv", Unit.PRICE), tenYear(), DAY, 126)
                .orElseThrow();
        assertThat(100 * bonds.perBasisPoint()).isCloseTo(-0.13442613154128757, within(1e-10));
        assertThat(bonds.bandRank()).isCloseTo(0.04563492063492063, within(1e-12));
        assertThat(bonds.state()).isEqualTo("pushed up");
    }

    @Test
    void whatBondsDidInEachScenario() {
        RateSheet.Scenarios highYield = scenarios("credit/HYG_close.csv", "credit/BAMLH0A0HYM2.csv");
        assertThat(highYield.days().subList(0, 4)).containsExactly(98, 134, 127, 75);
        assertMeans(highYield, 0.3025520373961709, -0.01389655994500576, 0.09822381569319566, -0.3108334542447852);
        RateSheet.Scenarios grade = scenarios("credit/LQD_close.csv", "credit/BAMLC0A0CM.csv");
        assertThat(grade.days().subList(0, 4)).containsExactly(66, 104, 81, 50);
        assertMeans(grade, 0.536890681587075, -0.3516700408634952, 0.32725147600654503, -0.44459251614083156);
        assertThat(grade.days().stream().mapToInt(Integer::intValue).sum()).isEqualTo(504);
    }

    private static RateSheet.Scenarios scenarios(String asset, String spread) {
        return RateSheet.scenarios(
                        value("asset", asset, Unit.PRICE),
                        tenYear().named("10y"),
                        value("spread", spread, Unit.PERCENT),
                        DAY,
                        504)
                .orElseThrow();
    }

    private static void assertMeans(RateSheet.Scenarios scenarios, double... percent) {
        for (int k = 0; k < percent.length; k++) {
            assertThat(100 * scenarios.means().get(k))
                    .as(CreditRates.Regime.values()[k].toString())
                    .isCloseTo(percent[k], within(1e-10));
        }
    }

    @Test
    void stocksBondsAndBitcoin() {
        NamedSeries bonds = value("TLT", "cross_asset/TLT.csv", Unit.PRICE);
        NamedSeries vix = value("VIX", "equity/VIXCLS_fredgraph.csv", Unit.PERCENT);
        PairSheet.Pair pair = PairSheet.pair(index(), bonds, vix, DAY).orElseThrow();
        assertThat(pair.map().firstReturn().percent()).isCloseTo(1.350892734942688, within(1e-10));
        assertThat(pair.map().secondReturn().percent()).isCloseTo(0.5695496594654292, within(1e-10));
        assertThat(pair.map().correlation()).isCloseTo(0.6925510085369485, within(1e-10));
        assertThat(pair.correlationRank()).isCloseTo(0.9424603174603174, within(1e-12));
        assertThat(pair.volatilityRank()).isCloseTo(0.31547619047619047, within(1e-12));
        assertThat(pair.isExtreme()).isFalse();
        PairSheet.Race race = PairSheet.race(closes("Bitcoin", "cross_asset/BTC_USD.csv"), index(), DAY)
                .orElseThrow();
        assertThat(race.lead()).isCloseTo(0.018834093508133698 - 0.010548187956412658, within(1e-12));
        assertThat(race.momentum().state()).hasToString("up and ahead");
    }

    @Test
    void sectorsOverTwentyDays() {
        double[][] expected = {
            {6.5587986374125995, 1.8377667163081979, 1.083816889543122},
            {1.0366334153925072, -3.6843985057118944, 0.6981227032801837}
        };
        for (int i = 0; i < expected.length; i++) {
            String id = List.of("XLK", "XLV").get(i);
            SectorSheet.Sector sector = SectorSheet.sector(
                            value(id, "equity/etf/" + id + ".csv", Unit.PRICE), index(), DAY)
                    .orElseThrow();
            assertThat(sector.periodReturn().percent()).isCloseTo(expected[i][0], within(1e-9));
            assertThat(sector.excess().percent()).isCloseTo(expected[i][1], within(1e-9));
            assertThat(sector.beta()).isCloseTo(expected[i][2], within(1e-9));
            assertThat(sector.above()).containsExactly(i == 0, i == 0, true);
        }
    }

    @Test
    void levelsAroundTheCloseOfTheIndex() {
        LevelSheet.Ladder ladder = LevelSheet.of(index(), DAY).orElseThrow();
        assertThat(ladder.ladder().range()).isCloseTo(30.023562796731145, within(1e-8));
        Map<String, Double> expected = Map.of(
                "P", 6214.803385416667,
                "R1", 6404.436848958334,
                "S1", 6119.986653645834,
                "R2", 6499.253580729168,
                "mean of 50", 6054.68318359375,
                "high of a year", 6309.6201171875);
        for (Rung rung : ladder.ladder().rungs()) {
            if (expected.containsKey(rung.level().name())) {
                assertThat(rung.level().price())
                        .as(rung.level().name())
                        .isCloseTo(expected.get(rung.level().name()), within(1e-8));
            }
        }
        // The close is the highest of the year, so that it stands below itself and within reach.
        assertThat(ladder.ladder().rungs().stream()
                        .filter(Rung::isInRange)
                        .map(rung -> rung.level().name()))
                .containsExactly("high of a year");
    }
}
