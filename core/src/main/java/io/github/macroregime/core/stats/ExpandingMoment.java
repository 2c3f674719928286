package io.github.macroregime.core.stats;

/** Moments of all observations so far: sums about the first observation, kept to twice the digits of a double. */
final class ExpandingMoment extends ExpandingStatistic {

    private final Moment moment;
    private final TwofoldSum sum;
    private final TwofoldSum squares;
    private double pivot = Double.NaN;

    ExpandingMoment(Moment moment, int minimumCount) {
        super(minimumCount);
        this.moment = moment;
        this.sum = new TwofoldSum();
        this.squares = new TwofoldSum();
    }

    private ExpandingMoment(ExpandingMoment source) {
        super(source);
        this.moment = source.moment;
        this.sum = new TwofoldSum(source.sum);
        this.squares = new TwofoldSum(source.squares);
        this.pivot = source.pivot;
    }

    @Override
    public RunningStatistic copy() {
        return new ExpandingMoment(this);
    }

    @Override
    void enter(double x) {
        if (Double.isNaN(pivot)) {
            pivot = x;
        }
        sum.add(x - pivot);
        squares.addSquare(x - pivot);
    }

    // Read about the rounded mean, from which the sum is almost zero, so that the squares lose nothing more.
    @Override
    double value(int count, double newest) {
        double offset = sum.value() / count;
        double mean = pivot + offset;
        double rest = (pivot - mean) + offset;
        double central = Math.max(0, squares.lessSquareOver(sum, count));
        return moment.read(count, mean, count * rest, central + count * (rest * rest), newest);
    }
}
