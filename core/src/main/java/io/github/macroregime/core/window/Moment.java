package io.github.macroregime.core.window;

import io.github.macroregime.core.unit.Unit;

/** What can be read from the count, the pivot and the first two power sums about it. */
enum Moment implements Formula<Object> {
    MEAN {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return pivot + sum / n;
        }

        @Override
        void read(double[] n, double[] squares, double[] sum, double[] place, int count) {
            for (int t = 0; t < count; t++) {
                squares[t] = place[t] + sum[t] / n[t];
            }
        }
    },
    SAMPLE_VARIANCE {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return variance(squaresAboutMean(n, sum, squares), n - 1);
        }

        @Override
        void read(double[] n, double[] squares, double[] sum, double[] place, int count) {
            for (int t = 0; t < count; t++) {
                squares[t] = variance(squares[t], n[t] - 1);
            }
        }
    },
    POPULATION_VARIANCE {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return variance(squaresAboutMean(n, sum, squares), n);
        }

        @Override
        void read(double[] n, double[] squares, double[] sum, double[] place, int count) {
            for (int t = 0; t < count; t++) {
                squares[t] = variance(squares[t], n[t]);
            }
        }
    },
    SAMPLE_DEVIATION {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return Math.sqrt(variance(squaresAboutMean(n, sum, squares), n - 1));
        }

        @Override
        void read(double[] n, double[] squares, double[] sum, double[] place, int count) {
            for (int t = 0; t < count; t++) {
                squares[t] = Math.sqrt(variance(squares[t], n[t] - 1));
            }
        }
    },
    POPULATION_DEVIATION {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return Math.sqrt(variance(squaresAboutMean(n, sum, squares), n));
        }

        @Override
        void read(double[] n, double[] squares, double[] sum, double[] place, int count) {
            for (int t = 0; t < count; t++) {
                squares[t] = Math.sqrt(variance(squares[t], n[t]));
            }
        }
    },
    Z_SCORE {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return score(newest - pivot - sum / n, variance(squaresAboutMean(n, sum, squares), n - 1));
        }

        @Override
        void read(double[] n, double[] squares, double[] sum, double[] place, int count) {
            for (int t = 0; t < count; t++) {
                squares[t] = score(place[t] - sum[t] / n[t], variance(squares[t], n[t] - 1));
            }
        }
    },
    POPULATION_Z_SCORE {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return score(newest - pivot - sum / n, variance(squaresAboutMean(n, sum, squares), n));
        }

        @Override
        void read(double[] n, double[] squares, double[] sum, double[] place, int count) {
            for (int t = 0; t < count; t++) {
                squares[t] = score(place[t] - sum[t] / n[t], variance(squares[t], n[t]));
            }
        }
    };

    abstract double read(double n, double pivot, double sum, double squares, double newest);

    /**
     * The same for many windows, in a loop of its own for each statistic and at one index of all arrays: otherwise it would
     * not vectorise.
     *
     * @param n the counts, NaN where there is to be no result
     * @param squares {@link #squaresAboutMean} of each window, to be replaced by the result
     * @param sum for a mean or a score, the sums about the pivots
     * @param place for a mean the pivots, for a score the newest observations less the pivots
     * @param count how many windows there are
     */
    abstract void read(double[] n, double[] squares, double[] sum, double[] place, int count);

    @Override
    public RunningStatistic start(Object sample) {
        if (sample instanceof Window window) {
            return new PivotedMoment(this, window);
        }
        if (sample instanceof Expanding expanding) {
            return new ExpandingMoment(this, expanding.minimumCount());
        }
        return isMean() ? new DecayingAverage((Decay) sample) : new DecayingMoment(this, (Decay) sample);
    }

    @Override
    public double[] of(double[] x, Object sample) {
        if (sample instanceof Window window) {
            return PivotedMoment.of(this, x, window);
        }
        if (sample instanceof Expanding expanding) {
            return ExpandingMoment.of(this, x, expanding.minimumCount());
        }
        return isMean() ? DecayingAverage.of(x, (Decay) sample) : Formula.super.of(x, sample);
    }

    @Override
    public Unit unitOf(Unit unit) {
        return switch (this) {
            case MEAN, SAMPLE_DEVIATION, POPULATION_DEVIATION -> unit;
            case SAMPLE_VARIANCE, POPULATION_VARIANCE -> Dimension.SQUARE.of(unit);
            case Z_SCORE, POPULATION_Z_SCORE -> Unit.SCORE;
        };
    }

    @Override
    public String toString() {
        return Formula.text(this);
    }

    boolean isScore() {
        return this == Z_SCORE || this == POPULATION_Z_SCORE;
    }

    boolean isMean() {
        return this == MEAN;
    }

    /** The sum of squares about the mean, which rounding may have left a little below zero. */
    static double squaresAboutMean(double n, double sum, double squares) {
        return squares - sum * sum * (1 / n);
    }

    private static double variance(double squaresAboutMean, double n) {
        return Math.max(0, squaresAboutMean) / n;
    }

    // A flat window has no score. Zero times an infinity is NaN, and times any other number zero: a condition would say
    // the
    // same but would not vectorise.
    private static double score(double fromMean, double variance) {
        double score = fromMean / Math.sqrt(variance);
        return score + score * 0;
    }
}
