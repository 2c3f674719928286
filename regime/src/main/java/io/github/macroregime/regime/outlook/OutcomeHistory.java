package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.series.Require;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The profile of any number of first outcomes, which stay in order from one number to the next. */
final class OutcomeHistory implements IntFunction<ForwardProfile> {

    /** From how many outcomes more or less on all are ordered anew. */
    private static final int MANY = 32;

    private final double[] returns;
    private final int horizon;
    private final double[] ordered;
    private int known;
    private @Nullable ForwardProfile last;

    OutcomeHistory(double[] returns, int horizon) {
        Require.finite(returns, "x");
        this.returns = returns.clone();
        this.horizon = horizon;
        this.ordered = new double[returns.length];
    }

    @Override
    public synchronized ForwardProfile apply(int n) {
        ForwardProfile profile = last;
        if (profile == null || profile.n() != n) {
            order(n);
            profile = ForwardProfiles.of(Arrays.copyOf(returns, n), Arrays.copyOf(ordered, n), horizon);
            last = profile;
        }
        return profile;
    }

    private void order(int n) {
        if (Math.abs(n - known) > MANY) {
            System.arraycopy(returns, 0, ordered, 0, n);
            Arrays.sort(ordered, 0, n);
            known = n;
        }
        while (known > n) {
            known--;
            int at = place(returns[known], known + 1);
            System.arraycopy(ordered, at + 1, ordered, at, known - at);
        }
        while (known < n) {
            double next = returns[known];
            int at = place(next, known);
            System.arraycopy(ordered, at, ordered, at + 1, known - at);
            ordered[at] = next;
            known++;
        }
    }

    private int place(double value, int among) {
        int found = Arrays.binarySearch(ordered, 0, among, value);
        return found < 0 ? -found - 1 : found;
    }
}
