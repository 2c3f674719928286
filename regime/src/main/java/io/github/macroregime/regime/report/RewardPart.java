package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
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
        Outcomes outcomes = new Outcomes(each, closes, at);
        StrengthHistory strengths = StrengthPart.history(at, each.asset(), closes.series());
        int last = closes.series().size() - 1;
        Optional<TailState> tail = strengths.tailAt(last);
        tail.flatMap(state -> outcomes.profile(
                        OWN, state.toString(), t -> strengths.tailAt(t).equals(tail)))
                .ifPresentOrElse(
                        profiles::add,
                        () -> at.lacks(
                                "two matured outcomes of " + each.asset() + " in its tail state",
                                "its profile is left out"));
        for (StatesPart.AssetStates of : states.map(StatesPart::states).orElse(List.of())) {
            int[] on = of.on(closes.series().dates());
            if (on[last] >= 0) {
                outcomes.profile("state of " + of.asset(), of.words(on[last]), t -> on[t] == on[last])
                        .ifPresent(profiles::add);
            }
        }
        return profiles;
    }

    /** Forward returns of an asset, each on the day from which it runs. */
    private record Outcomes(
            AssetClass of, NamedSeries closes, Doubles forward, int matured, int horizon, Histories histories) {

        private Outcomes(AssetClass of, NamedSeries closes, DayInputs at) {
            this(
                    of,
                    closes,
                    at.histories()
                            .of(
                                    List.of(
                                            Topic.RISK_REWARD,
                                            of.asset(),
                                            at.options().windows().horizon()),
                                    closes.series(),
                                    longer -> Doubles.copyOf(ForwardProfiles.forwardReturns(
                                            longer.values().toArray(),
                                            at.options().windows().horizon()))),
                    closes.series().size() - at.options().windows().horizon(),
                    at.options().windows().horizon(),
                    at.histories());
        }

        /** What followed on the days of a state, empty for fewer than two of them; most days share it with the day before. */
        private Optional<AssetProfile> profile(String states, String state, IntPredicate isThen) {
            Doubles returns = Doubles.copyOf(IntStream.range(0, matured)
                    .filter(isThen)
                    .mapToDouble(forward::get)
                    .toArray());
            return returns.size() < 2
                    ? Optional.empty()
                    : Optional.of(new AssetProfile(
                            of.name(),
                            of.asset(),
                            states,
                            state,
                            closes.series().dates().last(),
                            histories.of(
                                    List.of(ForwardProfile.class, of.asset(), states, state, horizon),
                                    returns,
                                    same -> ForwardProfiles.of(same.toArray(), horizon))));
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
