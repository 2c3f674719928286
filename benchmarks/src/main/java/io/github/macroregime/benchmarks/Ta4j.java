package io.github.macroregime.benchmarks;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/** Series of ta4j in its quicker number type, which is a boxed double. */
final class Ta4j {

    private static final ZonedDateTime START = ZonedDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private Ta4j() {}

    /** Daily bars whose four prices are the close. */
    static BarSeries bars(double[] close) {
        BarSeries bars =
                new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
        for (int t = 0; t < close.length; t++) {
            bars.addBar(Duration.ofDays(1), START.plusDays(t), close[t], close[t], close[t], close[t], 1);
        }
        return bars;
    }

    /** Every value of an indicator that has computed nothing yet. */
    static double[] values(Indicator<Num> fresh) {
        double[] result = new double[fresh.getBarSeries().getBarCount()];
        Arrays.setAll(result, t -> fresh.getValue(t).doubleValue());
        return result;
    }
}
