package io.github.macroregime.regime.input;

import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.CurrentRate;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.QuoteWeight;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.Calibration;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.regime.input.RatesInput.Path;
import io.github.macroregime.regime.input.RatesInput.PolicyQuotes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds the policy path of the day from quotes, fixings, adjustments and meetings; what is lacking goes to the gaps. */
final class PolicyAssembly {

    private static final QuoteWeight MOVES_WITH_THE_POLICY_RATE = QuoteWeight.standardError(Rate.ofBasisPoints(1));

    private final PolicyQuotes input;
    private final LocalDate date;
    private final OvernightIndex index;
    private final Consumer<Gap> gaps;
    private final PolicyMeetings meetings;
    private final List<String> decided = new ArrayList<>();

    PolicyAssembly(PolicyQuotes input, Consumer<Gap> gaps) {
        this.input = input;
        this.date = input.date();
        this.index = input.index();
        this.gaps = gaps;
        this.meetings = new PolicyMeetings(input.meetings(), index, date);
    }

    Optional<Path> path() {
        List<Quote> running = running();
        List<Meeting> ahead = meetings.ahead(running);
        if (ahead.isEmpty()) {
            gaps.accept(new Gap("meetings.csv with a meeting after " + date, "the policy path is left out"));
        }
        meetings.lastKnown(running)
                .ifPresent(last -> gaps.accept(new Gap(
                        "meetings.csv with the meetings after " + last,
                        "what is quoted beyond counts to the last one")));
        if (input.quotes().isEmpty()) {
            gaps.accept(new Gap("quotes.csv", "the policy path is left out"));
        }
        return ahead.isEmpty() || input.quotes().isEmpty() ? Optional.empty() : calibrated(ahead, running);
    }

    private Optional<Path> calibrated(List<Meeting> ahead, List<Quote> running) {
        List<Quote> quotes = quotes(ahead, running);
        PathFrame frame =
                PathFrame.of(date, index, ahead).withTime(PolicyMeetings.HOUR).withAdjustments(input.adjustments());
        for (PublishedFixings each : input.fixings()) {
            frame = frame.withFixings(each);
        }
        nameUnfixedDays(frame, quotes);
        nameUnstatedBases(quotes);
        Calibration calibration = PathCalibrator.compile(frame, quotes).calibrate();
        if (calibration instanceof CalibratedPath path) {
            return Optional.of(new Path(path, fedWatch(path), sources()));
        }
        gaps.accept(new Gap("a path that the quotes agree on", calibration.toString()));
        return Optional.empty();
    }

    /** The quotes that still say something. */
    private List<Quote> running() {
        return input.quotes().stream()
                .filter(quote -> !quote.instrument().isOver(date))
                .toList();
    }

    /** The running quotes, with today's rate in front if the folder knows it, and what the decisions since then make of it. */
    private List<Quote> quotes(List<Meeting> ahead, List<Quote> running) {
        Optional<Rate> stated = running.stream()
                .filter(quote -> quote.instrument() instanceof CurrentRate current
                        && current.index().name().equals(index.name()))
                .map(Quote::rate)
                .findFirst();
        Optional<Rate> start = stated.or(this::current);
        if (start.isEmpty()) {
            gaps.accept(new Gap("the overnight rate", "today's rate is read off the quotes"));
        }
        List<Quote> quotes = new ArrayList<>();
        start.filter(rate -> stated.isEmpty()).ifPresent(rate -> quotes.add(Quote.current(index, rate)));
        quotes.addAll(running);
        start.ifPresent(rate -> quotes.addAll(decided(ahead, rate)));
        return quotes;
    }

    /** The overnight rate, moved by what was decided since its fixing; nothing if that is not on record. */
    private Optional<Rate> current() {
        Optional<Rate> known = input.overnightRate();
        Optional<LocalDate> fixed = input.fixings().stream()
                .filter(each -> each.index().name().equals(index.name()))
                .map(PublishedFixings::rates)
                .findFirst()
                .flatMap(TimeSeries::latest)
                .filter(last ->
                        known.filter(Rate.ofDecimal(last.value())::equals).isPresent())
                .map(TimeSeries.Observation::date);
        Optional<Rate> current = known;
        for (Meeting meeting : fixed.map(meetings::since).orElse(List.of())) {
            Optional<Rate> change = meetings.change(meeting);
            current = current.flatMap(rate -> change.map(rate::plus));
        }
        return current;
    }

    /**
     * The rate of the first day of each meeting that has decided and is not in the fixings yet: the overnight rate moves with
     * the policy rate, since 2022 to the basis point.
     */
    private List<Quote> decided(List<Meeting> ahead, Rate start) {
        List<Quote> quotes = new ArrayList<>();
        Rate rate = start;
        for (Meeting meeting : ahead) {
            Optional<Rate> change = meetings.change(meeting);
            if (change.isEmpty()) {
                break;
            }
            rate = rate.plus(change.get());
            LocalDate first = index.fixingDays().nextOrSame(meeting.effective());
            quotes.add(new Quote(
                    new DatedOis(index, first, index.fixingDays().next(first)), rate, MOVES_WITH_THE_POLICY_RATE));
            decided.add("the decision of " + meeting.decision());
        }
        return quotes;
    }

    private void nameUnfixedDays(PathFrame frame, List<Quote> quotes) {
        for (Quote quote : quotes) {
            int unfixed = frame.missingFixings(quote.instrument()).size();
            if (unfixed > 0) {
                gaps.accept(new Gap(
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
                .forEach(name -> gaps.accept(new Gap(
                        "overlays.csv with a basis of " + name,
                        "its quotes are read as if they were on " + index.name())));
    }

    private Optional<FedWatchComparison> fedWatch(CalibratedPath path) {
        List<Quote> strip = FedWatchComparison.strip(path.path(), input.quotes());
        if (strip.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDate> decisions = meetings.decisions();
        Optional<String> obstacle = FedWatchComparison.obstacle(strip, decisions);
        if (obstacle.isPresent()) {
            gaps.accept(new Gap("a strip for the published procedure", obstacle.get() + ": it is not shown"));
            return Optional.empty();
        }
        FedWatchComparison comparison = FedWatchComparison.of(path.path(), strip, decisions);
        comparison
                .missingMonths()
                .forEach(month -> gaps.accept(new Gap(
                        "quotes.csv with " + index.name() + "'s future of " + month + ", expired or not",
                        "the published procedure solves the rate before the meeting that follows from other months")));
        return Optional.of(comparison);
    }

    private List<Source> sources() {
        return Stream.concat(input.sources().stream(), decided.stream().map(Source::observed))
                .distinct()
                .toList();
    }
}
