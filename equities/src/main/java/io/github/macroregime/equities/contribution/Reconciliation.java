package io.github.macroregime.equities.contribution;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;

/** Whether the lines add up to the return that was reported. */
public sealed interface Reconciliation extends Serializable {

    /**
     * The sum of the contributions.
     *
     * @return what the lines explain
     */
    Rate explained();

    /**
     * Nobody reported a return to compare with.
     *
     * @param explained what the lines explain
     */
    record Unreported(Rate explained) implements Reconciliation {
        public Unreported {
            Require.components(Unreported.class, explained);
        }
    }

    /**
     * A return was reported.
     *
     * <p>{@code residual = reported - explained}. Of it, as much as the rounding of the figures can explain is
     * {@link #fromRounding()}, and the rest is {@link #beyondRounding()}.
     *
     * @param explained what the lines explain
     * @param reported what was reported
     * @param roundingBound the largest residual that the rounding of all figures can cause, not negative
     */
    record Compared(Rate explained, Rate reported, Rate roundingBound) implements Reconciliation {

        public Compared {
            Require.components(Compared.class, explained, reported, roundingBound);
            if (roundingBound.isNegative()) {
                throw new IllegalArgumentException("roundingBound must not be negative but was " + roundingBound);
            }
        }

        /**
         * What the lines leave unexplained: reported minus explained.
         *
         * @return the residual
         */
        public Rate residual() {
            return reported.minus(explained);
        }

        /**
         * The part of the residual that rounding can explain.
         *
         * @return the residual, cut at plus or minus the bound
         */
        public Rate fromRounding() {
            double bound = roundingBound.decimal();
            return Rate.ofDecimal(Math.max(-bound, Math.min(bound, residual().decimal())));
        }

        /**
         * The part of the residual that rounding cannot explain.
         *
         * @return zero where rounding explains all
         */
        public Rate beyondRounding() {
            return residual().minus(fromRounding());
        }

        /**
         * Whether the sums agree, and if not whether rounding can be the reason.
         *
         * @return the verdict; a residual of at most 1e-12 counts as none
         */
        public Verdict verdict() {
            if (residual().abs().decimal() <= Verdict.NOISE) {
                return Verdict.CLOSES;
            }
            return beyondRounding().abs().decimal() <= Verdict.NOISE ? Verdict.WITHIN_ROUNDING : Verdict.DOES_NOT_CLOSE;
        }
    }

    /** How the comparison ended. */
    enum Verdict {
        /** The lines add up to the reported return. */
        CLOSES("closes"),
        /** They do not, but rounding of the figures can explain it. */
        WITHIN_ROUNDING("within rounding"),
        /** They do not, by more than rounding can explain. */
        DOES_NOT_CLOSE("does not close");

        private static final double NOISE = 1e-12;

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /** The verdict in words. */
        @Override
        public String toString() {
            return text;
        }
    }
}
