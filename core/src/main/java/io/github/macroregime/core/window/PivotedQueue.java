package io.github.macroregime.core.window;

/**
 * Sums and squares over windows of changing length.
 *
 * <p>The idea of {@link PivotedMoment} with blocks of changing length: a front part whose suffixes are summed about its
 * last observation, and a back part that grows. When the front is used up, the back becomes the front. Every position
 * is moved once, and every pivot that is used lies inside the window.
 */
final class PivotedQueue {

    private final double[] x;
    private final int[] suffixCount;
    private final double[] suffixSum;
    private final double[] suffixSquares;
    private double frontPivot = Double.NaN;
    private int front;
    private int frontEnd;
    private int backCount;
    private double backSum;
    private double backSquares;
    private double backPivot = Double.NaN;

    PivotedQueue(double[] x) {
        this.x = x;
        this.suffixCount = new int[x.length + 1];
        this.suffixSum = new double[x.length + 1];
        this.suffixSquares = new double[x.length + 1];
    }

    /** Takes in position t, which follows the last one, and lets go of everything before a position. */
    void moveTo(int from, int t) {
        if (!Double.isNaN(x[t])) {
            if (Double.isNaN(backPivot)) {
                backPivot = x[t];
            }
            double fromPivot = x[t] - backPivot;
            backCount++;
            backSum += fromPivot;
            backSquares += fromPivot * fromPivot;
        }
        front = from;
        if (front >= frontEnd && front > 0) {
            turn(t + 1);
        }
    }

    private void turn(int end) {
        int count = 0;
        double sum = 0;
        double squares = 0;
        frontPivot = Double.NaN;
        for (int i = end - 1; i >= front; i--) {
            if (!Double.isNaN(x[i])) {
                frontPivot = Double.isNaN(frontPivot) ? x[i] : frontPivot;
                double fromPivot = x[i] - frontPivot;
                count++;
                sum += fromPivot;
                squares += fromPivot * fromPivot;
            }
            suffixCount[i] = count;
            suffixSum[i] = sum;
            suffixSquares[i] = squares;
        }
        frontEnd = end;
        backCount = 0;
        backSum = 0;
        backSquares = 0;
        backPivot = Double.NaN;
    }

    double read(Moment moment, double newest) {
        double inFront = front < frontEnd ? suffixCount[front] : 0;
        if (inFront == 0) {
            return moment.read(backCount, backPivot, backSum, backSquares, newest);
        }
        double sum = suffixSum[front];
        double squares = suffixSquares[front];
        if (backCount == 0) {
            return moment.read(inFront, frontPivot, sum, squares, newest);
        }
        double move = frontPivot - backPivot;
        squares += 2 * move * sum + inFront * (move * move);
        sum += inFront * move;
        return moment.read(inFront + backCount, backPivot, sum + backSum, squares + backSquares, newest);
    }
}
