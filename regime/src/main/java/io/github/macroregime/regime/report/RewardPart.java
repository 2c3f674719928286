package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.outlook.ForwardProfile;
import io.github.macroregime.regime.outlook.ForwardProfiles;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import io.github.macroregime.regime.strength.Strength.TailState;
import io.github.macroregime.regime.strength.StrengthHistory;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Conditional forward returns, what followed on days like today: matured outcomes of each asset class, given its own
 * tail state and given the statistical state of another asset.
 *
 * @param profiles the profiles of the present states
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record RewardPart(List<AssetProfile> profiles, Map<String, Evidence> inputs) implements MacroPart {

    private static final double SIGNIFICANT_T = 2;
    private static final double LEAST_EFFECTIVE_N = 10;
    private static final double EVEN = 1.1;
    private static final String TOO_FEW = "undecided (too few outcomes)";

    /**
     * What followed when an asset was in the state of today.
     *
     * @param assetClass the name of the class
     * @param asset the name of the asset
     * @param states what the states are, for example {@code own tail state}
     * @param state the present state
     * @param observed the last close
     * @param profile matured outcomes of past days in that state
     */
    public record AssetProfile(
            String assetClass, String asset, String states, String state, LocalDate observed, ForwardProfile profile)
            implements Serializable {

        public AssetProfile {
            Require.components(AssetProfile.class, assetClass, asset, states, state, observed, profile);
        }

        /**
         * Whether there are enough independent outcomes to say anything: an effective n of ten.
         *
         * @return true from ten on
         */
        public boolean isEnough() {
            return profile.effectiveN() >= LEAST_EFFECTIVE_N;
        }

        /**
         * Whether the mean outcome is significantly positive or negative: 1 or −1 from a t-statistic of two on if there
         * are enough outcomes, else 0.
         *
         * @return the direction
         */
        public int direction() {
            OptionalDouble t = profile.t();
            boolean isSignificant = isEnough() && t.isPresent() && Math.abs(t.getAsDouble()) >= SIGNIFICANT_T;
            return isSignificant ? (int) Math.signum(t.getAsDouble()) : 0;
        }

        /**
         * What the mean outcome says, in words.
         *
         * @return significantly positive, significantly negative, not significant, or undecided
         */
        public String verdict() {
            if (!isEnough()) {
                return TOO_FEW;
            }
            return direction() > 0
                    ? "significantly positive"
                    : direction() < 0 ? "significantly negative" : "not significant";
        }

        /**
         * Which way the deciles reach further from the median: even within a factor of 1.1.
         *
         * @return the skew in words
         */
        public String skew() {
            OptionalDouble ratio = profile.upsideToDownside();
            if (!isEnough()) {
                return TOO_FEW;
            }
            if (ratio.isEmpty()) {
                return "undefined";
            }
            return ratio.getAsDouble() > EVEN ? "upside" : ratio.getAsDouble() < 1 / EVEN ? "downside" : "even";
        }
    }

    static final String OWN = "own tail state";

    public RewardPart {
        Require.components(RewardPart.class, profiles, inputs);
        inputs = Evidence.copyOf(inputs);
        profiles = List.copyOf(profiles);
    }

    static Optional<RewardPart> read(DayInputs at, Optional<StatesPart> states) {
        List<AssetProfile> profiles = new ArrayList<>();
        for (AssetClass each : at.all(AssetClass.class)) {
            at.closes(each.asset(), "what followed on days like today is left out")
                    .ifPresent(closes -> profiles.addAll(profiles(each, closes, at, states)));
        }
        return profiles.isEmpty() ? Optional.empty() : Optional.of(new RewardPart(profiles, at.evidence()));
    }

    private static List<AssetProfile> profiles(
            AssetClass each, NamedSeries closes, DayInputs at, Optional<StatesPart> states) {
        List<AssetProfile> profiles = new ArrayList<>();
        TimeSeries known = closes.series();
        int last = known.size() - 1;
        int horizon = at.options().windows().horizon();
        StrengthHistory strengths = StrengthPart.history(at, each.asset(), known);
        strengths
                .tailAt(last)
                .flatMap(tail -> outcomes(each, OWN, List.of(known), at, t -> tail(strengths, t))
                        .profile(tail.ordinal(), known.size() - horizon)
                        .map(profile -> profile(each, OWN, tail.toString(), known, profile)))
                .ifPresentOrElse(
                        profiles::add,
                        () -> at.lacks(
                                "two matured outcomes of " + each.asset() + " in its tail state",
                                "its profile is left out"));
        for (StatesPart.AssetStates of : states.map(StatesPart::states).orElse(List.of())) {
            String name = "state of " + of.asset();
            of.on(known.dates().last())
                    .ifPresent(state -> outcomes(
                                    each,
                                    name,
                                    of.past(known),
                                    at,
                                    t -> of.on(known.date(t)).orElse(-1))
                            .profile(state, known.size() - horizon)
                            .map(profile -> profile(each, name, of.words(state), known, profile))
                            .ifPresent(profiles::add));
        }
        return profiles;
    }

    private static AssetProfile profile(
            AssetClass each, String states, String state, TimeSeries closes, ForwardProfile profile) {
        return new AssetProfile(
                each.name(), each.asset(), states, state, closes.dates().last(), profile);
    }

    private static int tail(StrengthHistory strengths, int t) {
        return strengths.tailAt(t).map(TailState::ordinal).orElse(-1);
    }

    /** The outcomes of an asset by state over the longest past that any day has seen. */
    private static Outcomes outcomes(
            AssetClass each, String states, List<TimeSeries> past, DayInputs at, IntUnaryOperator stateAt) {
        int horizon = at.options().windows().horizon();
        return at.histories()
                .of(
                        List.of(
                                Topic.RISK_REWARD,
                                each.asset(),
                                states,
                                horizon,
                                at.options().strength().model()),
                        past,
                        (longer, known) -> Histories.begins(longer, known) && isSeen(known, horizon),
                        longer -> new Outcomes(longer.get(0), horizon, stateAt));
    }

    /** Whether what tells the states reaches to the last day with a matured outcome, so that none that is later does. */
    private static boolean isSeen(List<TimeSeries> past, int horizon) {
        TimeSeries closes = past.get(0);
        int matured = closes.size() - horizon;
        return matured <= 0
                || past.stream().noneMatch(each -> each.dates().last().isBefore(closes.date(matured - 1)));
    }

    /** Forward returns of an asset by the state of the day from which each runs. */
    private static final class Outcomes {

        private final Map<Integer, int[]> places = new HashMap<>();
        private final Map<Integer, IntFunction<ForwardProfile>> profiles = new HashMap<>();

        Outcomes(TimeSeries closes, int horizon, IntUnaryOperator stateAt) {
            double[] forward = ForwardProfiles.forwardReturns(closes.values().toArray(), horizon);
            int[] states = IntStream.range(0, Math.max(0, forward.length - horizon))
                    .map(stateAt)
                    .toArray();
            for (int state : IntStream.of(states).distinct().toArray()) {
                int[] then = IntStream.range(0, states.length)
                        .filter(t -> states[t] == state)
                        .toArray();
                double[] returns =
                        Arrays.stream(then).mapToDouble(t -> forward[t]).toArray();
                places.put(state, then);
                profiles.put(state, ForwardProfiles.history(returns, horizon));
            }
        }

        /** What followed on the days of a state among the first, empty for fewer than two of them. */
        Optional<ForwardProfile> profile(int state, int matured) {
            int[] then = places.getOrDefault(state, new int[0]);
            int found = Arrays.binarySearch(then, matured);
            int n = found < 0 ? -found - 1 : found;
            return Optional.ofNullable(profiles.get(state))
                    .filter(history -> n >= 2)
                    .map(history -> history.apply(n));
        }
    }

    Optional<AssetProfile> own(String asset) {
        return profiles.stream()
                .filter(each -> each.asset().equals(asset) && each.states().equals(OWN))
                .findFirst();
    }

    @Override
    public Topic topic() {
        return Topic.RISK_REWARD;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>();
        for (AssetProfile each : profiles) {
            statements.add(mean(each));
            each.profile().upsideToDownside().ifPresent(ratio -> statements.add(skew(each, ratio)));
        }
        return statements;
    }

    private static String subject(AssetProfile each) {
        return each.asset() + " by " + each.states();
    }

    static Sample sample(AssetProfile each) {
        return new Sample(each.profile().n(), "outcomes", each.profile().effectiveN());
    }

    private MacroStatement mean(AssetProfile each) {
        ForwardProfile profile = each.profile();
        return new MacroStatement(
                Topic.RISK_REWARD,
                subject(each) + ", mean of " + profile.horizon() + " closes ahead",
                each.state() + ": " + each.verdict(),
                Text.of(
                        "mean %s (t %s), hit rate %.0f %%, reward over tail %s",
                        Text.signedPercent(profile.mean()),
                        Text.ratio(profile.t()),
                        100 * profile.hitRate(),
                        Text.ratio(profile.rewardToTail())),
                Figure.percent(profile.mean()),
                "log return over the coming " + profile.horizon() + " closes on past days of the same state, matured"
                        + " outcomes only; Newey-West t, significant from two on if the"
                        + " effective n is at least 10",
                sample(each),
                each.observed(),
                evidence(each.asset()));
    }

    private MacroStatement skew(AssetProfile each, double ratio) {
        ForwardProfile profile = each.profile();
        return new MacroStatement(
                Topic.RISK_REWARD,
                subject(each) + ", upside over downside",
                each.skew(),
                Text.of(
                        "q10 %s, median %s, q90 %s",
                        Text.signedPercent(profile.q10()),
                        Text.signedPercent(profile.median()),
                        Text.signedPercent(profile.q90())),
                Figure.ratio(ratio),
                "(q90 - q50) / (q50 - q10) of matured outcomes, quantiles of type 7; even within a factor of 1.1",
                sample(each),
                each.observed(),
                evidence(each.asset()));
    }
}
