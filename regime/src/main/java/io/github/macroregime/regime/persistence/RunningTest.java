package io.github.macroregime.regime.persistence;

import io.github.macroregime.core.window.RunningStatistic;
import java.util.Optional;

/**
 * Mutable: a test or fit of the last observations, as each arrives.
 *
 * <p>The number pushed out is the one statistic of the test that a chart would show, NaN where there is no answer; it is read
 * from sliding sums and good to ten digits, or to ten decimals where it is a t-statistic below one. {@link #latest()} is the whole test, to the last bit that of the window alone. A
 * missing observation empties the window: there is no answer until the gap has left it. Memory is bounded by the window. Not
 * safe for use by several threads at once.
 *
 * @param <T> the test
 */
public interface RunningTest<T> extends RunningStatistic {

    /**
     * The test of the present window.
     *
     * @return the test, empty while the window is not full and where the test has no answer
     */
    Optional<T> latest();

    @Override
    RunningTest<T> copy();
}
