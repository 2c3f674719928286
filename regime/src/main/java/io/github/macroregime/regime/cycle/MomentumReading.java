package io.github.macroregime.regime.cycle;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.cycle.MomentumCycle.Phase;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where an asset stands in its momentum cycle, and the next closes that would change it.
 *
 * <p>The next close is up against {@code slowReference} and {@code fastReference}, the closes {@code slow - 1} and
 * {@code fast - 1} before this one, from equality on: these two are its {@index "flip prices"}.
 *
 * @param cycle the two look-backs
 * @param asOf the date of the close
 * @param close the close
 * @param phase the phase at it
 * @param since the first close of this run of the phase
 * @param runLength how many closes the run has, from 1
 * @param slowMomentum the simple return over the slow look-back
 * @param fastMomentum the simple return over the fast one
 * @param slowReference what the next close must reach for slow momentum to be up
 * @param fastReference what it must reach for fast momentum to be up
 */
public record MomentumReading(
        MomentumCycle cycle,
        LocalDate asOf,
        double close,
        Phase phase,
        LocalDate since,
        int runLength,
        double slowMomentum,
        double fastMomentum,
        double slowReference,
        double fastReference)
        implements Serializable {

    private static final double FURTHEST = 1e99;

    public MomentumReading {
        Require.components(MomentumReading.class, cycle, asOf, phase, since);
        Require.positive(close, "close");
        Require.positive(slowReference, "slowReference");
        Require.positive(fastReference, "fastReference");
        requireReachable(slowReference, close, "slowReference");
        requireReachable(fastReference, close, "fastReference");
        Require.atLeast(runLength, 1, "runLength");
        Require.observed(slowMomentum, "slowMomentum");
        Require.observed(fastMomentum, "fastMomentum");
    }

    /** The move to it is a rate. */
    private static void requireReachable(double reference, double close, String name) {
        if (reference / close > FURTHEST) {
            throw new IllegalArgumentException(
                    name + " must be at most 1e99 times the close " + close + " but was " + reference);
        }
    }

    /**
     * A next close that changes the phase.
     *
     * @param price the price; a rise changes the phase at it, a fall below it
     * @param move from the close to the price
     * @param becomes the phase from there on
     */
    public record Flip(double price, Rate move, Phase becomes) implements Serializable {

        public Flip {
            Require.components(Flip.class, move, becomes);
            Require.positive(price, "price");
        }

        /** The price, the move and the phase. */
        @Override
        public String toString() {
            return NumberText.of("%.6g (%+.2f %%) %s", price, move.percent(), becomes);
        }
    }

    /**
     * The phase that a next close would make.
     *
     * @param next a price above zero
     * @return the phase
     */
    public Phase ifNext(double next) {
        return phase(Require.positive(next, "next"));
    }

    private Phase phase(double next) {
        return Phase.of(next >= slowReference, next >= fastReference);
    }

    /**
     * The nearest higher close that changes the phase from what it would be at an unchanged one.
     *
     * @return empty if the close stands at or above both references
     */
    public Optional<Flip> flipUp() {
        double nearest = Math.min(above(slowReference), above(fastReference));
        return nearest == Double.POSITIVE_INFINITY ? Optional.empty() : Optional.of(flip(nearest, ifNext(nearest)));
    }

    /**
     * The nearest price below which the next close changes the phase from what it would be at an unchanged one.
     *
     * @return empty if the close stands below both references
     */
    public Optional<Flip> flipDown() {
        double nearest = Math.max(notAbove(slowReference), notAbove(fastReference));
        return nearest == 0 ? Optional.empty() : Optional.of(flip(nearest, phase(Math.nextDown(nearest))));
    }

    private double above(double reference) {
        return reference > close ? reference : Double.POSITIVE_INFINITY;
    }

    private double notAbove(double reference) {
        return reference <= close ? reference : 0;
    }

    private Flip flip(double price, Phase becomes) {
        return new Flip(price, Rate.ofDecimal(price / close - 1), becomes);
    }

    /** The phase and how long it has lasted, both momenta in percent, and the flip prices. */
    @Override
    public String toString() {
        return NumberText.of(
                "%s %s since %s (%d closes), %d: %+.2f %%, %d: %+.2f %%, unchanged next: %s, from: %s, below: %s",
                asOf,
                phase,
                since,
                runLength,
                cycle.slow(),
                100 * slowMomentum,
                cycle.fast(),
                100 * fastMomentum,
                ifNext(close),
                flipUp().map(Flip::toString).orElse("none"),
                flipDown().map(Flip::toString).orElse("none"));
    }
}
