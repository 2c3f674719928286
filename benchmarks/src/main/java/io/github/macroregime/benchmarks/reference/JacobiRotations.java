package io.github.macroregime.benchmarks.reference;

/**
 * The structure that lost to reflections and shifted rotations: all eigenvalues and vectors of a symmetric matrix by
 * Jacobi's rotations, pair after pair, until nothing is left to turn.
 */
public final class JacobiRotations {

    private static final int MOST_SWEEPS = 100;

    private final double[][] a;
    private final double[][] v;

    /**
     * The matrix.
     *
     * @param symmetric a symmetric matrix, overwritten
     */
    public JacobiRotations(double[][] symmetric) {
        this.a = symmetric;
        this.v = new double[symmetric.length][symmetric.length];
        for (int i = 0; i < v.length; i++) {
            v[i][i] = 1;
        }
    }

    /**
     * Turns until the matrix is diagonal.
     *
     * @return the eigenvalues in no order
     */
    public double[] solve() {
        int sweeps = 0;
        while (sweeps < MOST_SWEEPS && rotateAll()) {
            sweeps++;
        }
        double[] values = new double[a.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = a[i][i];
        }
        return values;
    }

    // One sweep over all pairs; says whether anything was still to be turned.
    private boolean rotateAll() {
        boolean turned = false;
        for (int p = 0; p < a.length; p++) {
            for (int q = p + 1; q < a.length; q++) {
                double negligible = Math.ulp(1.0) / 16 * Math.sqrt(Math.abs(a[p][p])) * Math.sqrt(Math.abs(a[q][q]));
                if (Math.abs(a[p][q]) > negligible && Math.abs(a[p][q]) > Double.MIN_NORMAL) {
                    rotate(p, q);
                    turned = true;
                }
            }
        }
        return turned;
    }

    private void rotate(int p, int q) {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        double moved = tangent * a[p][q];
        a[p][p] -= moved;
        a[q][q] += moved;
        a[p][q] = 0;
        a[q][p] = 0;
        for (int k = 0; k < a.length; k++) {
            if (k != p && k != q) {
                double kp = a[k][p];
                double kq = a[k][q];
                a[k][p] = cosine * kp - sine * kq;
                a[p][k] = a[k][p];
                a[k][q] = sine * kp + cosine * kq;
                a[q][k] = a[k][q];
            }
            double vp = v[k][p];
            double vq = v[k][q];
            v[k][p] = cosine * vp - sine * vq;
            v[k][q] = sine * vp + cosine * vq;
        }
    }
}
