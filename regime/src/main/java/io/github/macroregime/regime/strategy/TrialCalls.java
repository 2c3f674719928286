package io.github.macroregime.regime.strategy;

import io.github.macroregime.regime.strategy.ModelRecord.Calls;

/** The bullish calls and the bearish ones of the first days of a trial, of which a draw takes the same days. */
final class TrialCalls {

    /** How many counts the calls of one direction have. */
    private static final int EACH = 3;

    static final int BULLISH = 0;
    static final int BEARISH = EACH;

    private final int horizon;
    private final int days;
    private final DayCounts counts;
    private final BlockBootstrap drawn;

    TrialCalls(Evaluation options, byte[] digits, int days) {
        this.horizon = options.horizon();
        this.days = days;
        this.counts = new DayCounts(digits, days, 2 * EACH);
        this.drawn = new BlockBootstrap(
                counts.columns(), Math.max(options.block(), horizon), options.draws(), options.seed());
    }

    /** A binary digit for each count: of both directions days that moved this way, calls of it and those that were right. */
    static byte digits(double score, double forward) {
        return (byte) ((digits(score > 0, forward > 0) << BULLISH) | (digits(score < 0, forward < 0) << BEARISH));
    }

    private static int digits(boolean isCalled, boolean hasMoved) {
        return (hasMoved ? 1 : 0) | (isCalled ? 2 : 0) | (isCalled && hasMoved ? 4 : 0);
    }

    Calls of(int direction) {
        double moved = counts.of(drawn.whole(), direction);
        double called = counts.of(drawn.whole(), direction + 1);
        double both = counts.of(drawn.whole(), direction + 2);
        return new Calls(
                (int) called,
                called / horizon,
                Performance.ratio(both, called),
                moved / days,
                drawn.estimate(sums -> Performance.ratio(counts.of(sums, direction + 2), counts.of(sums, direction + 1))
                        - counts.of(sums, direction) / days));
    }
}
