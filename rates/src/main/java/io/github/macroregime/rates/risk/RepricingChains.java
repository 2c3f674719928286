package io.github.macroregime.rates.risk;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.risk.PathRepricing.Attribution;
import io.github.macroregime.rates.risk.PathRepricing.Measure;
import io.github.macroregime.rates.risk.PathRepricing.ProbabilityAttribution;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The way from one calibration to another and the way back, whose mean is the attribution. */
record RepricingChains(Chain forward, Chain backward) {

    /** From one calibration to the other through new quotes, then the new date, then the new calendar. */
    private record Chain(CalibratedPath start, CalibratedPath moved, CalibratedPath dated, CalibratedPath end) {

        private static Chain of(CalibratedPath start, CalibratedPath end) {
            List<Quote> repriced = start.quotes().stream()
                    .map(quote -> end.quotes().stream()
                            .filter(other -> other.instrument()
                                    .label()
                                    .equals(quote.instrument().label()))
                            .findFirst()
                            .map(other -> quote.withRate(other.rate()))
                            .orElse(quote))
                    .toList();
            PathFrame frame = start.completed().frame();
            PathFrame next = end.completed().frame();
            List<Meeting> open = frame.meetings().stream()
                    .filter(meeting -> !meeting.effective().isBefore(next.asOf()))
                    .toList();
            PathFrame later = new PathFrame(
                    next.asOf(),
                    next.time(),
                    frame.index(),
                    open,
                    frame.interpolation(),
                    next.fixings(),
                    frame.adjustments());
            return new Chain(
                    start,
                    PathCalibrator.compile(frame, repriced).calibrate().orElseThrow(),
                    PathCalibrator.compile(later, repriced).calibrate().orElseThrow(),
                    end);
        }

        /** What the days in between leave open is completed, so that the parts add up. */
        private static double value(CalibratedPath path, LocalDate decision, ToDoubleFunction<PathStep> measure) {
            return measure.applyAsDouble(
                    PathRepricing.step(path.completed(), decision).orElseThrow());
        }

        /** What new quotes, the new date and the new calendar do to a number of a meeting. */
        private double[] parts(LocalDate decision, ToDoubleFunction<PathStep> measure) {
            double first = value(start, decision, measure);
            double second = value(moved, decision, measure);
            double third = value(dated, decision, measure);
            return new double[] {second - first, third - second, value(end, decision, measure) - third};
        }

        private double part(LocalDate decision, String label, Measure measure) {
            int quote = PathRepricing.labels(start).indexOf(label);
            int period = start.completed()
                    .frame()
                    .periodAfter(PathRepricing.step(start.path(), decision)
                            .orElseThrow()
                            .meeting());
            double change = moved.quotes().get(quote).rate().decimal()
                    - start.quotes().get(quote).rate().decimal();
            return measure.toQuote(start, period, quote) * change;
        }
    }

    static RepricingChains of(CalibratedPath from, CalibratedPath to) {
        return new RepricingChains(Chain.of(from, to), Chain.of(to, from));
    }

    Attribution attribution(LocalDate decision, Measure measure, List<String> quotes) {
        double[] byQuote = quotes.stream()
                .mapToDouble(
                        quote -> half(forward.part(decision, quote, measure), backward.part(decision, quote, measure)))
                .toArray();
        double[] parts = parts(decision, measure::of);
        return new Attribution(
                decision,
                Rate.ofDecimal(parts[0]),
                Rate.ofDecimal(parts[1]),
                Rate.ofDecimal(parts[2]),
                Doubles.copyOf(byQuote));
    }

    ProbabilityAttribution attribution(LocalDate decision, Rate move) {
        double[] parts = parts(
                decision,
                step -> AdjacentOutcomes.of(step.step().orElseThrow(), PathRepricing.USUAL_MOVE)
                        .probability(move));
        return new ProbabilityAttribution(decision, move, parts[0], parts[1], parts[2]);
    }

    private double[] parts(LocalDate decision, ToDoubleFunction<PathStep> measure) {
        double[] there = forward.parts(decision, measure);
        double[] back = backward.parts(decision, measure);
        return new double[] {half(there[0], back[0]), half(there[1], back[1]), half(there[2], back[2])};
    }

    private static double half(double forward, double backward) {
        return (forward - backward) / 2;
    }
}
