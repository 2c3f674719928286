package io.github.macroregime.regime.strategy;

import java.util.Arrays;

/** The largest drawdown after any number of first returns. */
final class LowestDrawdowns {

    private final int[] places;
    private final double[] depths;

    LowestDrawdowns(double[] returns) {
        double[] path = Drawdowns.path(returns);
        int[] at = new int[path.length];
        int n = 0;
        for (int i = 0; i < path.length; i++) {
            if (path[i] < (n == 0 ? 0 : path[at[n - 1]])) {
                at[n++] = i;
            }
        }
        places = Arrays.copyOf(at, n);
        depths = Arrays.stream(places).mapToDouble(i -> path[i]).toArray();
    }

    /** The largest after so many returns, as {@link Drawdowns#maximum}. */
    double after(int returns) {
        int found = Arrays.binarySearch(places, returns);
        int before = found < 0 ? -found - 2 : found - 1;
        return before < 0 ? 0 : depths[before];
    }
}
