package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.CurrentRate;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.Calibration;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.regime.report.Gap;
import io.github.macroregime.regime.tracker.TrackerInput.SourcedFixings;
import io.github.macroregime.regime.tracker.TrackerInput.SourcedQuote;
import io.github.macroregime.regime.tracker.TrackerReport.PolicyBlock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the policy path of the day from quotes, fixings, adjustments and meetings; what is lacking goes to the gaps. */
final class PolicyAssembly {

    private final TrackerInput input;
    private final LocalDate date;
    private final OvernightIndex index;
    private final List<Gap> gaps;

    PolicyAssembly(TrackerInput input, List<Gap> gaps) {
        this.input = input;
        this.date = input.figures().date();
        this.index = input.figures().overnightIndex();
        this.gaps = gaps;
    }

    Optional<PolicyBlock> block() {
        List<Meeting> ahead =
                input.meetings().map(calendar -> calendar.upcoming(date)).orElse(List.of());
        if (ahead.isEmpty()) {
            gaps.add(new Gap("meetings.csv with a meeting after " + date, "the policy path is left out"));
        }
        if (input.quotes().isEmpty()) {
            gaps.add(new Gap("quotes.csv", "the policy path is left out"));
        }
        return ahead.isEmpty() || input.quotes().isEmpty() ? Optional.empty() : calibrated(ahead);
    }

    private Optional<PolicyBlock> calibrated(List<Meeting> ahead) {
        List<Quote> quotes = quotes();
        PathFrame frame = PathFrame.of(date, index, ahead).withAdjustments(input.adjustments());
        for (SourcedFixings each : input.fixings()) {
            frame = frame.withFixings(each.fixings());
        }
        nameUnfixedDays(frame, quotes);
        nameUnstatedBases(quotes);
        Calibration calibration = PathCalibrator.compile(frame, quotes).calibrate();
        if (calibration instanceof CalibratedPath path) {
            return Optional.of(new PolicyBlock(path, fedWatch(path), sources()));
        }
        gaps.add(new Gap("a path that the quotes agree on", calibration.toString()));
        return Optional.empty();
    }

    /** The quotes that still say something, with today's rate in front if the folder states it. */
    private List<Quote> quotes() {
        List<Quote> running = input.quotes().stream()
                .map(SourcedQuote::quote)
                .filter(quote -> !quote.instrument().isOver(date))
                .toList();
        boolean stated = running.stream()
                .anyMatch(quote -> quote.instrument() instanceof CurrentRate current
                        && current.index().name().equals(index.name()));
        Optional<Rate> overnight = input.figures().overnightRate().filter(rate -> !stated);
        if (overnight.isEmpty() && !stated) {
            gaps.add(new Gap("the overnight rate", "today's rate is read off the quotes"));
        }
        return Stream.concat(overnight.stream().map(rate -> Quote.current(index, rate)), running.stream())
                .toList();
    }

    private void nameUnfixedDays(PathFrame frame, List<Quote> quotes) {
        for (Quote quote : quotes) {
            int unfixed = frame.missingFixings(quote.instrument()).size();
            if (unfixed > 0) {
                gaps.add(new Gap(
                        "fixings.csv with " + unfixed + " fixings for "
                                + quote.instrument().label(),
                        "its past days without one stand at today's rate of the path"));
            }
        }
    }

    private void nameUnstatedBases(List<Quote> quotes) {
        Stream<String> stated = Stream.concat(
                Stream.of(index.name()),
                Stream.concat(
                        input.adjustments().bases().stream()
                                .map(basis -> basis.index().name()),
                        input.adjustments().solvedBases().stream().map(OvernightIndex::name)));
        List<String> known = stated.toList();
        quotes.stream()
                .flatMap(quote -> quote.instrument().legs().stream())
                .map(leg -> leg.index().name())
                .distinct()
                .filter(name -> !known.contains(name))
                .forEach(name -> gaps.add(new Gap(
                        "overlays.csv with a basis of " + name,
                        "its quotes are read as if they were on " + index.name())));
    }

    private Optional<FedWatchComparison> fedWatch(CalibratedPath path) {
        List<Quote> strip = FedWatchComparison.strip(
                path.path(), input.quotes().stream().map(SourcedQuote::quote).toList());
        if (strip.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDate> decisions = input.meetings().map(MeetingCalendar::meetings).orElse(List.of()).stream()
                .map(Meeting::decision)
                .toList();
        Optional<String> obstacle = FedWatchComparison.obstacle(strip, decisions);
        if (obstacle.isPresent()) {
            gaps.add(new Gap("a strip for the published procedure", obstacle.get() + ": it is not shown"));
            return Optional.empty();
        }
        FedWatchComparison comparison = FedWatchComparison.of(path.path(), strip, decisions);
        comparison
                .missingMonths()
                .forEach(month -> gaps.add(new Gap(
                        "quotes.csv with " + index.name() + "'s future of " + month + ", expired or not",
                        "the published procedure solves the rate before the meeting that follows from other months")));
        return Optional.of(comparison);
    }

    private List<String> sources() {
        List<String> sources = new ArrayList<>(
                input.quotes().stream().map(SourcedQuote::source).toList());
        input.fixings().forEach(each -> sources.addAll(each.sources()));
        return sources.stream().distinct().toList();
    }
}
