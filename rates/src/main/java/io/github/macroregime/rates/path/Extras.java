package io.github.macroregime.rates.path;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.SerialForm;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Arrays;

/** The unknowns beside the rate of its period that a fixing holds, each with its share. */
final class Extras implements Serializable {

    private static final long serialVersionUID = 1L;

    static final Extras NONE = new Extras(new int[0], new double[0]);

    private final int[] unknowns;
    private final double[] shares;

    private Extras(int[] unknowns, double[] shares) {
        this.unknowns = unknowns;
        this.shares = shares;
    }

    boolean isEmpty() {
        return unknowns.length == 0;
    }

    Extras with(int unknown, double share) {
        if (share == 0) {
            return this;
        }
        int n = unknowns.length;
        int[] more = Arrays.copyOf(unknowns, n + 1);
        double[] theirs = Arrays.copyOf(shares, n + 1);
        more[n] = unknown;
        theirs[n] = share;
        return new Extras(more, theirs);
    }

    /** Whether all of them are among so many unknowns. */
    boolean within(int count) {
        return Arrays.stream(unknowns).allMatch(each -> each < count);
    }

    boolean isSame(Extras other) {
        return Arrays.equals(unknowns, other.unknowns) && Arrays.equals(shares, other.shares);
    }

    double of(double[] x) {
        double sum = 0;
        for (int i = 0; i < unknowns.length; i++) {
            sum += shares[i] * x[unknowns[i]];
        }
        return sum;
    }

    void add(double slope, double[] gradient) {
        for (int i = 0; i < unknowns.length; i++) {
            gradient[unknowns[i]] += shares[i] * slope;
        }
    }

    /** Adds the second derivatives of a function of one period's rate and these unknowns together. */
    void addTwice(int period, double second, double[][] curvature) {
        for (int i = 0; i < unknowns.length; i++) {
            curvature[period][unknowns[i]] += shares[i] * second;
            curvature[unknowns[i]][period] += shares[i] * second;
            for (int j = 0; j < unknowns.length; j++) {
                curvature[unknowns[i]][unknowns[j]] += shares[i] * shares[j] * second;
            }
        }
    }

    // Bytes from a wire pass the same checks as arguments do.
    private Object readResolve() throws InvalidObjectException {
        return SerialForm.checked(() -> {
            Extras checked = new Extras(unknowns.clone(), shares.clone());
            Require.sameLength(shares, new double[unknowns.length]);
            for (int i = 0; i < unknowns.length; i++) {
                Require.atLeast(unknowns[i], 0, "unknown");
                Require.observed(shares[i], "share");
            }
            return checked;
        });
    }
}
