package io.github.macroregime.regime.strategy;

import java.io.Serializable;
import java.util.Objects;

/**
 * How a walk forward divides time.
 *
 * @param training how many closes the first training takes, from 10
 * @param testing for how many closes a choice is kept, from 1
 * @param window whether later trainings keep the beginning or move along
 * @param sheet the conventions of the tear sheet
 */
public record WalkForwardOptions(int training, int testing, Kind window, TearSheetOptions sheet)
        implements Serializable {

    private static final int LEAST_TRAINING = 10;

    /** What happens to the beginning of the training. */
    public enum Kind {
        /** It stays: trainings grow. */
        EXPANDING,
        /** It moves along: trainings keep their length. */
        ROLLING
    }

    public WalkForwardOptions {
        if (training < LEAST_TRAINING || testing < 1) {
            throw new IllegalArgumentException("training must be at least " + LEAST_TRAINING
                    + " and testing at least 1 but were " + training + " and " + testing);
        }
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(sheet, "sheet");
    }

    /**
     * Three years of training that expand, a quarter of testing, 252 trading days a year.
     *
     * @return the options
     */
    public static WalkForwardOptions withDefaults() {
        return new WalkForwardOptions(756, 63, Kind.EXPANDING, TearSheetOptions.tradingDays());
    }

    /**
     * These options with other lengths.
     *
     * @param changedTraining how many closes the first training takes, from 10
     * @param changedTesting for how many closes a choice is kept, from 1
     * @return the changed options
     */
    public WalkForwardOptions withLengths(int changedTraining, int changedTesting) {
        return new WalkForwardOptions(changedTraining, changedTesting, window, sheet);
    }

    /**
     * These options with another kind of window.
     *
     * @param changed whether later trainings keep the beginning or move along
     * @return the changed options
     */
    public WalkForwardOptions withWindow(Kind changed) {
        return new WalkForwardOptions(training, testing, changed, sheet);
    }
}
