package io.github.macroregime.rates.risk;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.RatePosition;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PolicyPath;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@index DV01} ({@index PV01}) by meeting: what a book gains when the step at a meeting falls by one basis point.
 *
 * <p>A lower step lowers the rate after that meeting and all later rates. The first entry moves today's rate and with
 * it the whole path.
 *
 * <pre>{@code
 * RatePosition november = RatePosition.ofContracts(AverageFuture.zq(YearMonth.of(2025, 11)), 100);
 * RiskLadder ladder = RiskLadder.of(path, List.of(november)).orElseThrow();
 * }</pre>
 *
 * @param meetings in order
 * @param values money for one basis point, today's level first, then one for each meeting
 */
public record RiskLadder(List<Meeting> meetings, Doubles values) implements Serializable {

    private static final double MISSED = 1e-9;

    public RiskLadder {
        Require.components(RiskLadder.class, meetings, values);
        meetings = List.copyOf(meetings);
        if (values.size() != meetings.size() + 1) {
            throw new IllegalArgumentException(
                    "values must be " + (meetings.size() + 1) + " numbers but were " + values.size());
        }
    }

    /**
     * The ladder of a book: {@code sum over positions of BPV * dR / d step_j}.
     *
     * @param path the path on which the derivatives are taken
     * @param book the positions
     * @return the ladder, or nothing if a derivative rests on a rate that is not identified
     */
    public static Optional<RiskLadder> of(PolicyPath path, List<RatePosition> book) {
        double[] values = new double[path.rates().size()];
        for (RatePosition position : book) {
            Optional<Doubles> steps = stepGradient(path, position.instrument());
            if (steps.isEmpty()) {
                return Optional.empty();
            }
            for (int j = 0; j < values.length; j++) {
                values[j] += position.basisPointValue() * steps.get().get(j);
            }
        }
        return Optional.of(new RiskLadder(path.meetings(), Doubles.copyOf(values)));
    }

    /** The derivative of an instrument's rate by today's level and by each step: sums of those by later periods. */
    private static Optional<Doubles> stepGradient(PolicyPath path, RateInstrument instrument) {
        return path.gradient(instrument).map(byPeriod -> {
            double[] gradient = byPeriod.toArray();
            for (int j = gradient.length - 2; j >= 0; j--) {
                gradient[j] += gradient[j + 1];
            }
            return Doubles.copyOf(gradient);
        });
    }

    /**
     * The smallest combination of instruments that responds to the step at one meeting and to no other.
     *
     * <p>"Smallest" is the least sum of squared basis-point values. The weights are the change of the step for a change
     * of each instrument's rate, when the path is fitted to all of them alike.
     *
     * @param path the path on which the derivatives are taken
     * @param meeting one of its meetings
     * @param instruments what may be held
     * @param value the money wanted for one basis point of that step
     * @return one position for each instrument, or nothing if no combination isolates the meeting or a derivative rests
     *     on a rate that is not identified
     * @throws IllegalArgumentException if the path does not have the meeting
     */
    public static Optional<List<RatePosition>> isolating(
            PolicyPath path, Meeting meeting, List<RateInstrument> instruments, double value) {
        int wanted = path.frame().periodAfter(meeting);
        int rungs = path.meetings().size() + 1;
        List<Doubles> gradients = instruments.stream()
                .flatMap(instrument -> stepGradient(path, instrument).stream())
                .toList();
        if (gradients.size() < instruments.size()
                || path.frame().adjustments().unknowns().count() > 0) {
            return Optional.empty();
        }
        double[] holding = stepToQuotes(path, wanted, instruments);
        for (int j = 0; j < rungs; j++) {
            double made = 0;
            for (int i = 0; i < holding.length; i++) {
                made += holding[i] * gradients.get(i).get(j);
            }
            if (!(Math.abs(made - (j == wanted ? 1 : 0)) <= MISSED)) {
                return Optional.empty();
            }
        }
        List<RatePosition> book = new ArrayList<>();
        for (int i = 0; i < holding.length; i++) {
            book.add(new RatePosition(instruments.get(i), value * holding[i]));
        }
        return Optional.of(List.copyOf(book));
    }

    private static double[] stepToQuotes(PolicyPath path, int wanted, List<RateInstrument> instruments) {
        List<Quote> quotes = instruments.stream()
                .map(instrument -> Quote.of(instrument, Rate.ZERO))
                .toList();
        Matrix jacobian = PathCalibrator.compile(path.frame(), quotes).jacobian(path);
        return IntStream.range(0, quotes.size())
                .mapToDouble(i -> jacobian.get(wanted, i) - jacobian.get(wanted - 1, i))
                .toArray();
    }

    /**
     * The money for one basis point of a meeting's step.
     *
     * @param meeting one of the meetings
     * @return the gain when the step falls by one basis point
     * @throws IllegalArgumentException if the ladder does not have the meeting
     */
    public double value(Meeting meeting) {
        int at = meetings.indexOf(meeting);
        if (at < 0) {
            throw new IllegalArgumentException("meeting must be one of the " + meetings.size() + " but was " + meeting);
        }
        return values.get(at + 1);
    }

    /** One line for each meeting. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(NumberText.of("money per basis point\n%-10s  %14.2f", "level", values.get(0)));
        for (Meeting meeting : meetings) {
            text.append(NumberText.of("\n%s  %14.2f", meeting.decision(), value(meeting)));
        }
        return text.toString();
    }
}
