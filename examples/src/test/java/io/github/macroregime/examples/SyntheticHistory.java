package io.github.macroregime.examples;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.time.BusinessDays;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Invents price and spread histories for tests and documents.
 *
 * <p>The numbers come from a linear congruential generator and say so in every file. They are tied to what the edition
 * of 22 July 2025 prints: each sector's last daily return, the index and the dollar on the day, the gain of the
 * seven large stocks since their April low, and of the spread its level, its five-year average and its 2020 high.
 * Only additions, multiplications, divisions and square roots are used, so that every machine makes the same files.
 */
final class SyntheticHistory {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final LocalDate FIRST_PRICE = LocalDate.of(2023, 12, 29);
    private static final LocalDate FIRST_SPREAD = LocalDate.of(2020, 1, 2);
    private static final LocalDate SPREAD_PEAK = LocalDate.of(2020, 3, 20);
    private static final LocalDate APRIL_LOW = LocalDate.of(2025, 4, 8);
    private static final int PRICE_PLACES = 4;
    private static final int SPREAD_PLACES = 2;

    private static final List<Asset> ASSETS = List.of(
            new Asset("SPX", "S&P 500", 0.10, 0.8, 1),
            new Asset("HEALTH_CARE", "Health Care", 1.52, 0.9, 2),
            new Asset("CONSUMER_DISCRETIONARY", "Consumer Discretionary", 0.63, 1.2, 3),
            new Asset("CONSUMER_STAPLES", "Consumer Staples", 0.92, 0.7, 4),
            new Asset("FINANCIALS", "Financials", 0.33, 1.0, 5),
            new Asset("INDUSTRIALS", "Industrials", 0.59, 1.0, 6),
            new Asset("UTILITIES", "Utilities", 1.11, 0.9, 7),
            new Asset("REAL_ESTATE", "Real Estate", 1.46, 1.0, 8),
            new Asset("ENERGY", "Energy", 0.59, 1.3, 9),
            new Asset("MATERIALS", "Materials", 1.22, 1.0, 10),
            new Asset("INFORMATION_TECHNOLOGY", "Information Technology", -0.92, 1.4, 11),
            new Asset("COMMUNICATION_SERVICES", "Communication Services", -0.50, 1.2, 12),
            new Asset("DOLLAR", "Dollar", -0.40, 0.4, 13),
            new Asset("MAG7", "Mag7", 0.00, 1.6, 14));

    private SyntheticHistory() {}

    /** One invented history: name, the printed return of the day in percent, daily deviation in percent, seed. */
    private record Asset(String id, String name, double dayReturnPct, double dailyDeviationPct, long seed) {}

    /** The text of each file by its name. */
    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        DateIndex days = tradingDays(FIRST_PRICE);
        for (Asset asset : ASSETS) {
            String note =
                    asset.name() + ", synthetic prices, 100 on the first day; the last daily return is the printed "
                            + BigDecimal.valueOf(asset.dayReturnPct()).setScale(2, RoundingMode.HALF_EVEN) + " %";
            String pinned =
                    asset.id().equals("MAG7") ? note.replaceFirst(";.*", "; 42 % above the low of 8 April") : note;
            files.put(asset.id() + ".csv", csv(pinned, "price", days, prices(asset, days), PRICE_PLACES));
        }
        DateIndex spreadDays = tradingDays(FIRST_SPREAD);
        files.put(
                "IG_SPREAD.csv",
                csv(
                        "IG spread in bp, synthetic; level 51.11, average of the five years to 22 July 2025 62.75"
                                + " and 2020 high 151.80 as printed",
                        "spread_bp",
                        spreadDays,
                        spreads(spreadDays),
                        SPREAD_PLACES));
        return files;
    }

    private static DateIndex tradingDays(LocalDate first) {
        BusinessDays exchange = BusinessDays.newYorkStockExchange();
        return DateIndex.copyOf(Stream.iterate(first, day -> !day.isAfter(DAY), day -> day.plusDays(1))
                .filter(exchange::isOpen)
                .toList());
    }

    private static BigDecimal[] prices(Asset asset, DateIndex days) {
        Shocks shocks = new Shocks(asset.seed());
        double[] level = new double[days.size()];
        level[0] = 100;
        double drift = 0.0004;
        for (int t = 1; t < level.length; t++) {
            drift = 0.97 * drift + 0.00004 * shocks.next();
            level[t] = level[t - 1] * (1 + drift + asset.dailyDeviationPct() / 100 * shocks.next());
        }
        if (asset.id().equals("MAG7")) {
            pinGainSinceLow(level, days);
        }
        BigDecimal[] prices = rounded(level, PRICE_PLACES);
        if (!asset.id().equals("MAG7")) {
            int last = prices.length - 1;
            BigDecimal growth =
                    BigDecimal.valueOf(asset.dayReturnPct()).movePointLeft(2).add(BigDecimal.ONE);
            prices[last] = prices[last - 1].multiply(growth).setScale(PRICE_PLACES, RoundingMode.HALF_EVEN);
        }
        return prices;
    }

    /** Tilts the path by a straight line in time before and after the low, so that it ends 42 % above it. */
    private static void pinGainSinceLow(double[] level, DateIndex days) {
        int low = days.indexOf(APRIL_LOW).orElseThrow();
        int last = level.length - 1;
        double floor = 0.75
                * IntStream.range(0, level.length)
                        .mapToDouble(i -> level[i])
                        .min()
                        .orElseThrow();
        double atLow = floor / level[low];
        double atEnd = 1.42 * floor / level[last];
        for (int t = 0; t <= last; t++) {
            double weight = t <= low ? Math.max(0, (t - low + 30) / 30.0) : (t - low) / (double) (last - low);
            level[t] *= t <= low ? 1 + (atLow - 1) * weight : atLow + (atEnd - atLow) * weight;
        }
    }

    private static BigDecimal[] spreads(DateIndex days) {
        Shocks shocks = new Shocks(15);
        int peak = days.indexOf(SPREAD_PEAK).orElseThrow();
        int window = days.insertion(DAY.minusYears(5).plusDays(1));
        double[] level = new double[days.size()];
        double noise = 0;
        for (int t = 0; t < level.length; t++) {
            noise = 0.985 * noise + 0.9 * shocks.next();
            double anchor = t <= peak
                    ? 45 + 100.0 * Math.max(0, t - peak + 20) / 20
                    : 60 + 85.0 * Math.max(0, window - t) / (window - peak) + wave(t - window);
            level[t] = anchor + noise;
        }
        return pinned(level, peak, window);
    }

    /** A slow rise and fall of 18 bp over about four years, made of two parabolas. */
    private static double wave(int day) {
        double phase = Math.max(0, day) / 520.0;
        double inHalf = phase - Math.floor(phase);
        double bump = 4 * inHalf * (1 - inHalf);
        return ((long) Math.floor(phase) % 2 == 0 ? 18 : -9) * bump;
    }

    private static BigDecimal[] pinned(double[] level, int peak, int window) {
        int last = level.length - 1;
        BigDecimal[] spreads = rounded(level, SPREAD_PLACES);
        for (int t = 0; t < window; t++) {
            spreads[t] = spreads[t].min(new BigDecimal("151.79"));
        }
        spreads[peak] = new BigDecimal("151.80");
        int settle = 40;
        for (int t = last - settle; t <= last; t++) {
            BigDecimal weight = BigDecimal.valueOf(t - (last - settle)).divide(BigDecimal.valueOf(settle));
            BigDecimal target = new BigDecimal("51.20");
            spreads[t] = spreads[t]
                    .add(target.subtract(spreads[t]).multiply(weight))
                    .setScale(SPREAD_PLACES, RoundingMode.HALF_EVEN);
        }
        spreads[last - 1] = new BigDecimal("51.16");
        spreads[last] = new BigDecimal("51.11");
        spreadTheGap(spreads, window, last - settle);
        return spreads;
    }

    /** Shifts the days between two positions by whole hundredths so that the window's average is 62.75 exactly. */
    private static void spreadTheGap(BigDecimal[] spreads, int window, int end) {
        int inWindow = spreads.length - window;
        BigDecimal sum = Stream.of(spreads).skip(window).reduce(BigDecimal.ZERO, BigDecimal::add);
        long gap = new BigDecimal("62.75")
                .multiply(BigDecimal.valueOf(inWindow))
                .subtract(sum)
                .movePointRight(SPREAD_PLACES)
                .longValueExact();
        int days = end - window;
        for (int i = 0; i < days; i++) {
            long share = Math.floorDiv(gap * (i + 1), days) - Math.floorDiv(gap * i, days);
            spreads[window + i] = spreads[window + i].add(BigDecimal.valueOf(share, SPREAD_PLACES));
        }
    }

    private static BigDecimal[] rounded(double[] level, int places) {
        return IntStream.range(0, level.length)
                .mapToObj(i -> new BigDecimal(level[i]).setScale(places, RoundingMode.HALF_EVEN))
                .toArray(BigDecimal[]::new);
    }

    private static String csv(String note, String column, DateIndex days, BigDecimal[] values, int places) {
        StringBuilder text = new StringBuilder("# SYNTHETIC: " + note + ".\ndate," + column + "\n");
        for (int t = 0; t < values.length; t++) {
            text.append(days.get(t))
                    .append(',')
                    .append(values[t].setScale(places).toPlainString())
                    .append('\n');
        }
        return text.toString();
    }

    /** Roughly normal shocks: the sum of twelve uniform numbers less six, from a 64-bit congruential generator. */
    private static final class Shocks {

        private long state;

        Shocks(long seed) {
            state = seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
        }

        double next() {
            double sum = -6;
            for (int i = 0; i < 12; i++) {
                state = state * 6364136223846793005L + 1442695040888963407L;
                sum += (state >>> 11) * 0x1.0p-53;
            }
            return sum;
        }
    }
}
