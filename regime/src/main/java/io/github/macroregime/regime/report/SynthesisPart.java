package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.outlook.ForwardProfile;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import io.github.macroregime.regime.strength.Strength.StrengthLabel;
import io.github.macroregime.regime.strength.StrengthRow;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Skew and risk-reward of each asset class, from the other parts and from nothing else.
 *
 * <p>Nothing is blended into a score. What followed on days like today is told with its sample, and the parts that
 * point a way are counted, each by a convention that its pointer names.
 *
 * @param classes one for each asset class of which something can be said
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record SynthesisPart(List<ClassPicture> classes, Map<String, Evidence> inputs) implements MacroPart {

    /**
     * One part that points up, down or nowhere.
     *
     * @param part which part speaks
     * @param direction 1 for up, −1 for down, 0 for neither
     * @param reason what it says and by which convention
     */
    public record Pointer(String part, int direction, String reason) implements Serializable {

        public Pointer {
            Require.components(Pointer.class, part, reason);
        }

        /** For example {@code strength up (+0.31, up or down from 0.10)}. */
        @Override
        public String toString() {
            return part + " " + (direction > 0 ? "up" : direction < 0 ? "down" : "flat") + " (" + reason + ")";
        }
    }

    /**
     * What the parts say of one asset class.
     *
     * @param assetClass the name of the class
     * @param asset the asset it is judged by
     * @param observed its last close
     * @param pointers the parts that speak of it
     * @param profiles what followed in its own tail state, or nothing
     */
    public record ClassPicture(
            String assetClass,
            String asset,
            LocalDate observed,
            List<Pointer> pointers,
            List<RewardPart.AssetProfile> profiles)
            implements Serializable {

        public ClassPicture {
            Require.components(ClassPicture.class, assetClass, asset, observed, pointers, profiles);
            pointers = List.copyOf(pointers);
            profiles = List.copyOf(profiles);
        }

        /**
         * How many more parts point up than down.
         *
         * @return below zero where more point down
         */
        public int net() {
            return pointers.stream().mapToInt(Pointer::direction).sum();
        }
    }

    public SynthesisPart {
        Require.components(SynthesisPart.class, classes, inputs);
        inputs = Evidence.copyOf(inputs);
        classes = List.copyOf(classes);
    }

    static Optional<SynthesisPart> of(
            List<AssetClass> classes,
            Optional<GrowthPart> growth,
            Optional<StrengthPart> strength,
            Optional<RewardPart> reward,
            Optional<SkewPart> skew,
            Map<String, Evidence> inputs) {
        List<ClassPicture> pictures = new ArrayList<>();
        for (AssetClass each : classes) {
            Optional<StrengthRow> row = strength.flatMap(part -> part.board().row(each.asset()));
            Optional<RewardPart.AssetProfile> profile = reward.flatMap(part -> part.own(each.asset()));
            Optional<LocalDate> observed =
                    row.map(StrengthRow::observed).or(() -> profile.map(RewardPart.AssetProfile::observed));
            if (observed.isPresent()) {
                List<Pointer> pointers = new ArrayList<>();
                row.ifPresent(scored -> pointers.add(trend(scored)));
                growth.ifPresent(part -> pointers.addAll(quadrants(each.quadrants(), part)));
                profile.ifPresent(followed -> pointers.add(followed(followed)));
                skew.flatMap(part -> part.of(each.asset()))
                        .filter(reading -> !Double.isNaN(reading.quantile()))
                        .ifPresent(reading -> pointers.add(new Pointer(
                                "daily skew",
                                beyond(reading.quantile(), SKEWED_FROM),
                                Text.of("quantile skew %+.2f, from %.2f", reading.quantile(), SKEWED_FROM))));
                pictures.add(new ClassPicture(
                        each.name(),
                        each.asset(),
                        observed.get(),
                        pointers,
                        profile.stream().toList()));
            }
        }
        return pictures.isEmpty() ? Optional.empty() : Optional.of(new SynthesisPart(pictures, inputs));
    }

    private static final double SKEWED_FROM = 0.1;

    private static int beyond(double value, double from) {
        return value >= from ? 1 : value <= -from ? -1 : 0;
    }

    private static Pointer trend(StrengthRow row) {
        double value = row.strength().value();
        int direction = row.strength().label() == StrengthLabel.NEUTRAL ? 0 : value > 0 ? 1 : -1;
        return new Pointer("strength", direction, Text.of("%+.2f, neutral below 0.10", value));
    }

    private static List<Pointer> quadrants(Set<Quadrant> good, GrowthPart growth) {
        if (good.isEmpty()) {
            return List.of();
        }
        List<Pointer> pointers = new ArrayList<>();
        growth.data().stream()
                .findFirst()
                .ifPresent(quad -> pointers.add(quadrant("data", quad.reading().label(), good)));
        growth.market().stream()
                .findFirst()
                .ifPresent(
                        view -> pointers.add(quadrant("market", view.reading().label(), good)));
        return pointers;
    }

    private static Pointer quadrant(String route, Quadrant label, Set<Quadrant> good) {
        return new Pointer(
                "quadrant by " + route,
                good.contains(label) ? 1 : -1,
                label + ", said to do well in "
                        + good.stream().sorted().map(Quadrant::toString).collect(Collectors.joining(" and ")));
    }

    private static Pointer followed(RewardPart.AssetProfile profile) {
        return new Pointer(
                "what followed",
                profile.direction(),
                Text.of(
                        "t %s, effective n %.1f in %s; flat for a t below 2 or an effective n below 10",
                        Text.ratio(profile.profile().t()), profile.profile().effectiveN(), profile.state()));
    }

    @Override
    public Topic topic() {
        return Topic.SYNTHESIS;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>();
        for (ClassPicture each : classes) {
            each.profiles().forEach(profile -> reward(each, profile).ifPresent(statements::add));
            if (!each.pointers().isEmpty()) {
                statements.add(pointers(each));
            }
        }
        return statements;
    }

    private static String subject(ClassPicture each) {
        return each.assetClass() + " (" + each.asset() + ")";
    }

    private Optional<MacroStatement> reward(ClassPicture each, RewardPart.AssetProfile followed) {
        ForwardProfile profile = followed.profile();
        OptionalDouble reward = profile.rewardToTail();
        if (reward.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MacroStatement(
                Topic.SYNTHESIS,
                subject(each) + ", skew and reward",
                "skew " + followed.skew() + ", reward " + followed.verdict(),
                Text.of(
                        "in %s the coming %d closes brought %s on average (t %s) for a tail of %s; upside over"
                                + " downside %s",
                        followed.state(),
                        profile.horizon(),
                        Text.signedPercent(profile.mean()),
                        Text.ratio(profile.t()),
                        Text.signedPercent(profile.tailMean()),
                        Text.ratio(profile.upsideToDownside())),
                Figure.ratio(reward.getAsDouble()),
                "mean over the size of the mean of the lowest tenth, matured outcomes of past days in the same tail"
                        + " state; Newey-West t, significant from two on if the effective n is at least 10",
                RewardPart.sample(followed),
                each.observed(),
                evidence(each.asset())));
    }

    private MacroStatement pointers(ClassPicture each) {
        int up = (int) each.pointers().stream().filter(p -> p.direction() > 0).count();
        int down = (int) each.pointers().stream().filter(p -> p.direction() < 0).count();
        return new MacroStatement(
                Topic.SYNTHESIS,
                subject(each) + ", parts that point a way",
                each.net() > 0 ? "more up than down" : each.net() < 0 ? "more down than up" : "as many up as down",
                Text.of("%d up, %d down of %d: ", up, down, each.pointers().size())
                        + each.pointers().stream().map(Pointer::toString).collect(Collectors.joining("; ")),
                new Figure(each.net(), Unit.COUNT),
                "parts that point up less parts that point down, each counting one by the convention beside it; a"
                        + " count, not a score",
                Sample.of(each.pointers().size(), "parts"),
                each.observed(),
                evidence(each.asset()));
    }
}
