package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.day.Trial;
import io.github.macroregime.regime.hmm.GaussianHmm;
import io.github.macroregime.regime.hmm.HmmParameters;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import io.github.macroregime.regime.state.HindsightGap;
import io.github.macroregime.regime.state.WalkForwardStates;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.ModelRecord;
import io.github.macroregime.regime.strategy.SharpeRecord;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The statistical state of assets, filtered: each label knows the returns up to its own day and parameters that were
 * fitted on returns before it.
 *
 * @param states one for each asset that was asked for
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record StatesPart(List<AssetStates> states, Map<String, Evidence> inputs) implements MacroPart {

    /**
     * The states of one asset.
     *
     * @param asset its name
     * @param dates the dates of the returns
     * @param walked the filtered probabilities and the fits
     * @param gap how much calmer the same days look to one who knows what followed
     * @param records what holding the asset in the state of the least variance alone has earned, nothing with too short a
     *     past; a ratio of NaN if it was never held
     */
    public record AssetStates(
            String asset,
            DateIndex dates,
            WalkForwardStates<HmmParameters> walked,
            HindsightGap gap,
            List<SharpeRecord> records)
            implements Serializable {

        public AssetStates {
            Require.components(AssetStates.class, asset, dates, walked, gap, records);
            records = List.copyOf(records);
        }

        /**
         * The most likely state on a date, as it was seen then.
         *
         * @param date any date
         * @return the number of the state at the last return on or before it, empty before the first fit
         */
        public OptionalInt on(LocalDate date) {
            OptionalInt at = dates.floor(date);
            return at.isEmpty() ? at : at(at.getAsInt());
        }

        OptionalInt at(int i) {
            int best = likeliest(i);
            return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
        }

        /** The closes of an asset and all that tells the states on their dates. */
        List<TimeSeries> past(TimeSeries closes) {
            return Stream.concat(
                            Stream.of(closes),
                            walked.probabilities().stream().map(each -> new TimeSeries(dates, each, Unit.FRACTION)))
                    .toList();
        }

        private int likeliest(int at) {
            return StatesPart.likeliest(walked, at);
        }

        /**
         * The filtered probability of a state at the last return.
         *
         * @param state from 0
         * @return from 0 to 1
         */
        public double probability(int state) {
            return walked.of(state).get(dates.size() - 1);
        }

        /**
         * The name of the most likely state on a date, as it was seen then, unless it is the calmest.
         *
         * @param date any date
         * @return for example {@code high variance}, empty in the calmest state and before the first fit
         */
        public Optional<String> turbulent(LocalDate date) {
            OptionalInt state = on(date);
            return state.isPresent() && state.getAsInt() > 0 ? Optional.of(words(state.getAsInt())) : Optional.empty();
        }

        String words(int state) {
            int count = walked.probabilities().size();
            if (count == 2) {
                return state == 0 ? "calm" : "high variance";
            }
            return "state " + (state + 1) + " of " + count;
        }

        private HmmParameters latestFit() {
            return walked.fits().get(walked.fits().size() - 1);
        }
    }

    public StatesPart {
        Require.components(StatesPart.class, states, inputs);
        inputs = Evidence.copyOf(inputs);
        states = List.copyOf(states);
    }

    static Optional<StatesPart> read(DayInputs at) {
        List<AssetStates> states = new ArrayList<>();
        for (MacroQuestion.State input :
                at.allOrGap(MacroQuestion.State.class, "an asset to find states of", "no statistical state")) {
            Optional<NamedSeries> closes = at.closes(input.asset(), "its state is left out");
            closes.flatMap(series -> states(series, at))
                    .ifPresentOrElse(
                            states::add,
                            () -> at.lacks(
                                    "more than " + at.options().states().firstFit() + " returns of " + input.asset()
                                            + " that tell states apart",
                                    "its state is left out"));
        }
        return states.isEmpty() ? Optional.empty() : Optional.of(new StatesPart(states, at.evidence()));
    }

    private static Optional<AssetStates> states(NamedSeries closes, DayInputs at) {
        MacroOptions.States options = at.options().states();
        DateIndex dates = closes.series().dates();
        double[] returns = returns(closes.series());
        if (returns.length <= options.firstFit()) {
            return Optional.empty();
        }
        WalkForwardStates<HmmParameters> walked = at.histories()
                .of(
                        List.of(Topic.STATES, closes.name(), options),
                        closes.series(),
                        longer -> WalkForwardStates.filter(
                                returns(longer), options.model(), options.firstFit(), options.refitEvery()))
                .first(returns.length);
        if (walked.fits().isEmpty()) {
            return Optional.empty();
        }
        HmmParameters latest = walked.fits().get(walked.fits().size() - 1);
        return Optional.of(new AssetStates(
                closes.name(),
                dates.slice(1, dates.size()),
                walked,
                GaussianHmm.hindsightGap(returns, latest),
                at.tries(trial(closes, walked), closes.series().size()).stream().toList()));
    }

    /** One in the state of the least variance and zero in the others, so that the asset is held or is not. */
    private static Trial trial(NamedSeries closes, WalkForwardStates<HmmParameters> walked) {
        TimeSeries observed = closes.series();
        double[] scores = new double[observed.size()];
        Arrays.fill(scores, Double.NaN);
        for (int t = 1; t < scores.length; t++) {
            int state = likeliest(walked, t - 1);
            scores[t] = state < 0 ? Double.NaN : state == 0 ? 1 : 0;
        }
        return new Trial(
                "state",
                closes.name(),
                observed,
                TimeSeries.of(observed.dates(), scores, Unit.SCORE),
                Evaluation.withDefaults());
    }

    private static int likeliest(WalkForwardStates<HmmParameters> walked, int at) {
        if (walked.of(0).isMissing(at)) {
            return -1;
        }
        int best = 0;
        for (int k = 1; k < walked.probabilities().size(); k++) {
            best = walked.of(k).get(at) > walked.of(best).get(at) ? k : best;
        }
        return best;
    }

    private static double[] returns(TimeSeries closes) {
        return closes.change(Change.LOGARITHMIC, 1)
                .slice(1, closes.size())
                .values()
                .toArray();
    }

    @Override
    public Topic topic() {
        return Topic.STATES;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>();
        for (AssetStates each : states) {
            statements.add(now(each));
            duration(each).ifPresent(statements::add);
            statements.add(hindsight(each));
            each.records().stream()
                    .filter(record -> !Double.isNaN(record.sharpe().value()))
                    .forEach(record -> statements.add(record(each, record)));
        }
        return statements;
    }

    private MacroStatement now(AssetStates each) {
        int state = each.on(each.dates().last()).orElseThrow();
        HmmParameters fit = each.latestFit();
        return new MacroStatement(
                Topic.STATES,
                each.asset() + ", state",
                each.words(state),
                Text.of(
                        "%s: daily deviation %.2f %%, mean %+.3f %%",
                        each.words(state),
                        100 * Math.sqrt(fit.variances().get(state)),
                        100 * fit.means().get(state)),
                Figure.percent(each.probability(state)),
                "filtered probability of a Gaussian hidden Markov model of daily log returns, states by variance,"
                        + " parameters fitted on earlier returns only ("
                        + each.walked().fits().size() + " fits)",
                Sample.of(lastFittedAt(each), "returns"),
                each.dates().last(),
                evidence(each.asset()));
    }

    private static int lastFittedAt(AssetStates each) {
        List<Integer> at = each.walked().fittedAt();
        return at.get(at.size() - 1);
    }

    private Optional<MacroStatement> duration(AssetStates each) {
        int state = each.on(each.dates().last()).orElseThrow();
        OptionalDouble days = each.latestFit().chain().expectedDuration(state);
        if (days.isEmpty() || Double.isInfinite(days.getAsDouble())) {
            return Optional.empty();
        }
        return Optional.of(new MacroStatement(
                Topic.STATES,
                each.asset() + ", expected duration of the state",
                each.words(state),
                Text.of("%.0f days on average", days.getAsDouble()),
                new Figure(days.getAsDouble(), Unit.DAYS),
                "1 / (1 - probability to stay) of the latest fit",
                Sample.of(lastFittedAt(each), "returns"),
                each.dates().last(),
                evidence(each.asset())));
    }

    private MacroStatement record(AssetStates each, SharpeRecord record) {
        return new MacroStatement(
                Topic.STATES,
                each.asset() + ", record of the state",
                record.edge() == ModelRecord.Edge.NONE ? "no edge" : "edge not shown",
                Text.of(
                        "held in the state of the least variance alone, at the next close after costs: Sharpe ratio"
                                + " %.2f [%.2f, %.2f], held always %.2f",
                        record.sharpe().value(),
                        record.sharpe().low(),
                        record.sharpe().high(),
                        record.held()),
                Figure.ratio(record.sharpe().value()),
                "annualised Sharpe ratio of daily simple returns after 5 bp a trade, no cash deducted; in brackets"
                        + " 1.645 standard errors either way",
                Sample.of(record.n(), "returns"),
                each.dates().last(),
                evidence(each.asset()));
    }

    private MacroStatement hindsight(AssetStates each) {
        HindsightGap gap = each.gap();
        return new MacroStatement(
                Topic.STATES,
                each.asset() + ", hindsight",
                gap.hindsightFlips() < gap.filteredFlips() ? "calmer in hindsight" : "no calmer in hindsight",
                Text.of(
                        "the label of the day changed %d times, the one that knows what followed %d times",
                        gap.filteredFlips(), gap.hindsightFlips()),
                Figure.percent(gap.differingShare()),
                "share of days on which filtered and smoothed labels of the latest fit differ; not used anywhere else",
                Sample.of(gap.observations(), "returns"),
                each.dates().last(),
                evidence(each.asset()));
    }
}
