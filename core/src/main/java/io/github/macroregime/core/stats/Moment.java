package io.github.macroregime.core.stats;

/** What can be read from the count, the pivot and the first two power sums about it. */
enum Moment {
    MEAN {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return pivot + sum / n;
        }

        @Override
        void read(double n, double[] squares, int from, int to, double[] sum, double[] fromPivot) {
            throw new UnsupportedOperationException("the mean needs no squares");
        }
    },
    SAMPLE_VARIANCE {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return variance(squaresAboutMean(n, sum, squares), n - 1);
        }

        @Override
        void read(double n, double[] squares, int from, int to, double[] sum, double[] fromPivot) {
            for (int t = from; t < to; t++) {
                squares[t] = variance(squares[t], n - 1);
            }
        }
    },
    POPULATION_VARIANCE {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return variance(squaresAboutMean(n, sum, squares), n);
        }

        @Override
        void read(double n, double[] squares, int from, int to, double[] sum, double[] fromPivot) {
            for (int t = from; t < to; t++) {
                squares[t] = variance(squares[t], n);
            }
        }
    },
    SAMPLE_DEVIATION {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return Math.sqrt(variance(squaresAboutMean(n, sum, squares), n - 1));
        }

        @Override
        void read(double n, double[] squares, int from, int to, double[] sum, double[] fromPivot) {
            for (int t = from; t < to; t++) {
                squares[t] = Math.sqrt(variance(squares[t], n - 1));
            }
        }
    },
    POPULATION_DEVIATION {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return Math.sqrt(variance(squaresAboutMean(n, sum, squares), n));
        }

        @Override
        void read(double n, double[] squares, int from, int to, double[] sum, double[] fromPivot) {
            for (int t = from; t < to; t++) {
                squares[t] = Math.sqrt(variance(squares[t], n));
            }
        }
    },
    Z_SCORE {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return score(newest - pivot - sum / n, variance(squaresAboutMean(n, sum, squares), n - 1));
        }

        @Override
        void read(double n, double[] squares, int from, int to, double[] sum, double[] fromPivot) {
            for (int t = from; t < to; t++) {
                squares[t] = score(fromPivot[t] - sum[t] / n, variance(squares[t], n - 1));
            }
        }
    },
    POPULATION_Z_SCORE {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return score(newest - pivot - sum / n, variance(squaresAboutMean(n, sum, squares), n));
        }

        @Override
        void read(double n, double[] squares, int from, int to, double[] sum, double[] fromPivot) {
            for (int t = from; t < to; t++) {
                squares[t] = score(fromPivot[t] - sum[t] / n, variance(squares[t], n));
            }
        }
    };

    abstract double read(double n, double pivot, double sum, double squares, double newest);

    /**
     * The same for many windows of one count, in a loop of its own for each statistic and at one index of all arrays:
     * otherwise it would not vectorise.
     *
     * @param n the count
     * @param squares {@link #squaresAboutMean} of each window, to be replaced by the result
     * @param from the first index
     * @param to the index behind the last
     * @param sum for a score, the sum about the pivot
     * @param fromPivot for a score, the newest observation less the pivot
     */
    abstract void read(double n, double[] squares, int from, int to, double[] sum, double[] fromPivot);

    boolean isScore() {
        return this == Z_SCORE || this == POPULATION_Z_SCORE;
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
