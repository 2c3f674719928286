package io.github.macroregime.rates.risk;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.RateFuture;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.RatePosition;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PolicyPath;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * {@index "Carry and roll-down"} of a future or a swap along an unchanged path: what a position gains by the
 * horizon if the overnight rate stays where it is and the path is priced then, by time ahead, as it is today.
 *
 * <p>With {@code h} days to the horizon the rate of a day {@code d} becomes that of {@code d - h}, and today's before the
 * horizon ({@link PathScenario#withDelay}). {@code total = BPV (R - R_delayed)}. The carry of a swap is what it accrues
 * meanwhile, {@code BPV w (R - R_flat)}, with {@code w} the weight of the days up to the horizon in its rate and {@code
 * R_flat} its rate if the overnight rate stayed for good. A future is settled daily and accrues nothing. The roll-down is the
 * rest: for a swap the difference to the rate of one that is shorter by the horizon. A path that comes true instead pays
 * nothing.
 *
 * <p><b>Unit</b>: the money of the position, which is held at today's par rate; first order in the change of its rate.
 *
 * @param position the position
 * @param horizon the date of the horizon
 * @param parRate the rate of the instrument today
 * @param delayedRate its rate on the path that is unchanged by time ahead
 * @param carry the money accrued by the horizon
 * @param rollDown the money gained from its rate on the unchanged path
 */
public record CarryAndRollDown(
        RatePosition position, LocalDate horizon, Rate parRate, Rate delayedRate, double carry, double rollDown)
        implements Serializable {

    private static final double PER_BASIS_POINT = 1e4;

    public CarryAndRollDown {
        Require.components(CarryAndRollDown.class, position, horizon, parRate, delayedRate);
        Require.observed(carry, "carry");
        Require.observed(rollDown, "rollDown");
    }

    /**
     * Carry and roll-down of a position.
     *
     * @param path the path that is taken to stay as it is
     * @param position the position
     * @param horizon a date on or after that of the path
     * @return the money by the horizon, or nothing if the rate today or on the unchanged path rests on a period that is not
     *     identified
     * @throws IllegalArgumentException if the horizon lies before the date of the path
     */
    public static Optional<CarryAndRollDown> of(PolicyPath path, RatePosition position, LocalDate horizon) {
        RateInstrument instrument = position.instrument();
        PolicyPath delayed = PathScenario.of(path)
                .withDelay(Math.toIntExact(ChronoUnit.DAYS.between(path.asOf(), Require.calendar(horizon, "horizon"))))
                .path();
        if (path.parRate(instrument).isEmpty() || delayed.parRate(instrument).isEmpty()) {
            return Optional.empty();
        }
        Rate rate = path.parRate(instrument).orElseThrow();
        Rate later = delayed.parRate(instrument).orElseThrow();
        double weight = instrument instanceof RateFuture ? 0 : weight(delayed, instrument, horizon);
        double accrued = weight == 0
                ? 0
                : weight
                        * rate.minus(flat(path).parRate(instrument).orElseThrow())
                                .decimal();
        double perDecimal = position.basisPointValue() * PER_BASIS_POINT;
        return Optional.of(new CarryAndRollDown(
                position,
                horizon,
                rate,
                later,
                perDecimal * accrued,
                perDecimal * (rate.minus(later).decimal() - accrued)));
    }

    private static PolicyPath flat(PolicyPath path) {
        return new PolicyPath(path.frame().withMeetings(List.of()), path.rates().slice(0, 1));
    }

    /** How much a rate moves with the overnight rate of the days up to the horizon. */
    private static double weight(PolicyPath delayed, RateInstrument instrument, LocalDate horizon) {
        boolean parted = delayed.meetings().stream()
                .anyMatch(meeting -> meeting.effective().equals(horizon));
        PolicyPath cut = parted
                ? delayed
                : PathScenario.of(delayed)
                        .withMeeting(new Meeting(horizon, horizon), Rate.ZERO)
                        .path();
        return cut.gradient(instrument).orElseThrow().get(0);
    }

    /**
     * Carry and roll-down together.
     *
     * @return the money gained, negative for a loss
     */
    public double total() {
        return carry + rollDown;
    }

    /** Both rates, carry, roll-down and their sum. */
    @Override
    public String toString() {
        return NumberText.of(
                "%s to %s: %.4f %% to %.4f %%, carry %.2f, roll-down %.2f, together %.2f",
                position.instrument().label(),
                horizon,
                parRate.percent(),
                delayedRate.percent(),
                carry,
                rollDown,
                total());
    }
}
