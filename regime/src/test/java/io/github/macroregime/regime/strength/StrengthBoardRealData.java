package io.github.macroregime.regime.strength;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.strength.FlipPrices.Flip;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The board of 22 July 2025 from real closes, where the folder exists. */
class StrengthBoardRealData {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final String[] SECTORS = {
        "XLB", "XLC", "XLE", "XLF", "XLI", "XLK", "XLP", "XLRE", "XLU", "XLV", "XLY"
    };
    private static final String[] MAG_SEVEN = {"AAPL", "MSFT", "GOOGL", "AMZN", "NVDA", "META", "TSLA"};

    private Map<String, TimeSeries> universe() {
        Map<String, TimeSeries> universe = new TreeMap<>();
        universe.put("S&P 500", SeriesCsv.read(RealFiles.path("equity/GSPC_ohlcv.csv"), "close", Unit.PRICE));
        for (String sector : SECTORS) {
            universe.put(sector, SeriesCsv.read(RealFiles.path("equity/etf/" + sector + ".csv"), Unit.PRICE));
        }
        for (String stock : MAG_SEVEN) {
            universe.put(stock, SeriesCsv.read(RealFiles.path("equity/mag7/" + stock + ".csv"), "close", Unit.PRICE));
        }
        universe.put("Bitcoin", SeriesCsv.read(RealFiles.path("cross_asset/BTC_USD.csv"), "close", Unit.PRICE));
        universe.put("gold", SeriesCsv.read(RealFiles.path("cross_asset/GC_gold_front.csv"), Unit.PRICE));
        universe.put("long bonds", SeriesCsv.read(RealFiles.path("cross_asset/TLT.csv"), Unit.PRICE));
        universe.put("dollar", SeriesCsv.read(RealFiles.path("cross_asset/UUP.csv"), "close", Unit.PRICE));
        universe.put("2-year yield", SeriesCsv.read(RealFiles.path("rates/DGS2.csv"), Unit.PERCENT));
        return universe;
    }

    @Test
    void theBoardIsTheSameOnSeriesCutAtTheDay() {
        Map<String, TimeSeries> universe = universe();
        Map<String, TimeSeries> cut = new TreeMap<>();
        universe.forEach((asset, series) -> cut.put(asset, series.until(DAY)));

        StrengthBoard board = StrengthBoard.of(universe, DAY);

        assertThat(board).isEqualTo(StrengthBoard.of(cut, DAY));
        assertThat(board.rows()).hasSize(24);
        assertThat(board.unscored()).isEmpty();
        assertThat(board.rows()).allSatisfy(row -> assertThat(row.observed()).isEqualTo(DAY));
    }

    @Test
    void theHistoryEndsInTheBoard() {
        Panel closes = Panel.onAllDates(universe().entrySet().stream()
                .map(asset -> asset.getValue().until(DAY).named(asset.getKey()))
                .toList());
        StrengthBoardOptions options = StrengthBoardOptions.withDefaults();

        Panel history = StrengthBoard.history(closes, options);
        StrengthBoard board = StrengthBoard.of(universe(), DAY);

        assertThat(board).isEqualTo(StrengthBoard.of(closes, DAY, options));
        for (StrengthRow row : board.rows()) {
            assertThat(history.series(row.asset()).on(DAY).orElseThrow())
                    .isEqualTo(row.strength().value());
        }
    }

    // After the rally from April the index stood near its highs; the dollar had fallen all year.
    @Test
    void theBoardReadsTheMarketOfTheDay() {
        StrengthBoard board = StrengthBoard.of(universe(), DAY);

        assertThat(board.row("S&P 500").orElseThrow().strength().momentum()).isGreaterThan(0.3);
        assertThat(board.row("Bitcoin").orElseThrow().strength().momentum()).isGreaterThan(0.3);
        assertThat(board.row("dollar").orElseThrow().strength().momentum()).isLessThan(0);
    }

    @Test
    void flipPricesStandBesideEachRow() {
        universe().forEach((asset, series) -> {
            FlipPrices flips = FlipPrices.of(series.until(DAY).values().toArray(), StrengthModel.withDefaults())
                    .orElseThrow();
            if (flips.up() instanceof Flip.At up) {
                assertThat(up.price()).isGreaterThanOrEqualTo(flips.close());
            }
            if (flips.down() instanceof Flip.At down) {
                assertThat(down.price()).isLessThanOrEqualTo(flips.close());
            }
        });
    }
}
