package io.github.macroregime.core.stats;

/** What can be read from the count, the pivot and the first two power sums about it. */
enum Moment {
    MEAN {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return pivot + sum / n;
        }

        @Override
        void read(double n, double pivot, double[] sum, double[] squares, double[] x, int from, int to, double[] out) {
            for (int t = from, j = 0; t < to; t++, j++) {
                out[t] = pivot + sum[j] / n;
            }
        }
    },
    SAMPLE_VARIANCE {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return central(n, sum, squares) / (n - 1);
        }

        @Override
        void read(double n, double pivot, double[] sum, double[] squares, double[] x, int from, int to, double[] out) {
            for (int t = from, j = 0; t < to; t++, j++) {
                out[t] = central(n, sum[j], squares[j]) / (n - 1);
            }
        }
    },
    POPULATION_VARIANCE {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return central(n, sum, squares) / n;
        }

        @Override
        void read(double n, double pivot, double[] sum, double[] squares, double[] x, int from, int to, double[] out) {
            for (int t = from, j = 0; t < to; t++, j++) {
                out[t] = central(n, sum[j], squares[j]) / n;
            }
        }
    },
    SAMPLE_DEVIATION {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return Math.sqrt(central(n, sum, squares) / (n - 1));
        }

        @Override
        void read(double n, double pivot, double[] sum, double[] squares, double[] x, int from, int to, double[] out) {
            for (int t = from, j = 0; t < to; t++, j++) {
                out[t] = Math.sqrt(central(n, sum[j], squares[j]) / (n - 1));
            }
        }
    },
    POPULATION_DEVIATION {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return Math.sqrt(central(n, sum, squares) / n);
        }

        @Override
        void read(double n, double pivot, double[] sum, double[] squares, double[] x, int from, int to, double[] out) {
            for (int t = from, j = 0; t < to; t++, j++) {
                out[t] = Math.sqrt(central(n, sum[j], squares[j]) / n);
            }
        }
    },
    Z_SCORE {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return score(n, newest - pivot, sum, central(n, sum, squares) / (n - 1));
        }

        @Override
        void read(double n, double pivot, double[] sum, double[] squares, double[] x, int from, int to, double[] out) {
            for (int t = from, j = 0; t < to; t++, j++) {
                out[t] = score(n, x[t] - pivot, sum[j], central(n, sum[j], squares[j]) / (n - 1));
            }
        }
    },
    POPULATION_Z_SCORE {
        @Override
        double read(double n, double pivot, double sum, double squares, double newest) {
            return score(n, newest - pivot, sum, central(n, sum, squares) / n);
        }

        @Override
        void read(double n, double pivot, double[] sum, double[] squares, double[] x, int from, int to, double[] out) {
            for (int t = from, j = 0; t < to; t++, j++) {
                out[t] = score(n, x[t] - pivot, sum[j], central(n, sum[j], squares[j]) / n);
            }
        }
    };

    abstract double read(double n, double pivot, double sum, double squares, double newest);

    /** The same for many windows of one count and pivot; a loop of its own for each, so that it vectorises. */
    abstract void read(
            double n, double pivot, double[] sum, double[] squares, double[] x, int from, int to, double[] out);

    /** The sum of squares about the mean. */
    static double central(double n, double sum, double squares) {
        return Math.max(0, squares - sum * sum * (1 / n));
    }

    // A flat window has no score: NaN, never an infinity.
    private static double score(double n, double newestFromPivot, double sum, double variance) {
        return variance > 0 ? (newestFromPivot - sum / n) / Math.sqrt(variance) : Double.NaN;
    }
}
