package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.regime.comovement.Lockstep;
import io.github.macroregime.regime.comovement.LockstepReading;
import io.github.macroregime.regime.comovement.ReturnMap;
import io.github.macroregime.regime.comovement.SignLockstep;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.LeftOut;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.MacroQuestion.AssetBasket;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lockstep, or comovement, of baskets, against what chance would give.
 *
 * @param baskets the basket readings
 * @param maps the return maps of baskets of two
 * @param lowCorrelation a correlation smaller than this in size is low
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record LockstepPart(
        List<BasketReading> baskets, List<ReturnMap> maps, double lowCorrelation, Map<String, Evidence> inputs)
        implements MacroPart {

    private static final int SHOWN = 4;

    /**
     * A basket and how it moved.
     *
     * @param name the name of the basket
     * @param reading correlation, first component, effective number and turbulence
     * @param signs how often all moved one way
     */
    public record BasketReading(String name, LockstepReading reading, SignLockstep signs) implements Serializable {
        public BasketReading {
            Require.components(BasketReading.class, name, reading, signs);
        }
    }

    public LockstepPart {
        Require.components(LockstepPart.class, baskets, maps, inputs);
        Require.finite(lowCorrelation, "lowCorrelation");
        inputs = Evidence.copyOf(inputs);
        baskets = List.copyOf(baskets);
        maps = List.copyOf(maps);
    }

    static Optional<LockstepPart> read(DayInputs at) {
        List<BasketReading> baskets = new ArrayList<>();
        List<ReturnMap> maps = new ArrayList<>();
        int days = at.options().lockstep().days();
        for (AssetBasket basket : at.allOrGap(AssetBasket.class, "a basket of assets", "lockstep is left out")) {
            List<NamedSeries> assets = at.closes(basket.assets(), "it is not in the basket " + basket.name());
            if (assets.size() < 2) {
                at.lacks("two assets of the basket " + basket.name(), "its lockstep is left out");
                continue;
            }
            Optional<BasketReading> reading = LeftOut.ofAlike(
                    at,
                    assets,
                    days + 1,
                    "the lockstep of " + basket.name(),
                    alike -> reading(basket.name(), alike, at.date(), days));
            if (reading.isEmpty()) {
                at.lacks(days + " common days of the basket " + basket.name(), "its lockstep is left out");
                continue;
            }
            baskets.add(reading.get());
            if (assets.size() == 2) {
                // Two baskets of the same two assets have one map.
                Lockstep.returnMap(assets.get(0), assets.get(1), at.date(), days)
                        .filter(map -> !maps.contains(map))
                        .ifPresent(maps::add);
            }
        }
        return baskets.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LockstepPart(baskets, maps, at.options().lockstep().lowCorrelation(), at.evidence()));
    }

    private static Optional<BasketReading> reading(String basket, List<NamedSeries> assets, LocalDate date, int days) {
        return Lockstep.reading(assets, Change.RELATIVE, date, days)
                .flatMap(reading -> Lockstep.signs(assets, Change.RELATIVE, date, days)
                        .map(signs -> new BasketReading(basket, reading, signs)));
    }

    @Override
    public Topic topic() {
        return Topic.LOCKSTEP;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>();
        for (BasketReading basket : baskets) {
            if (!Double.isNaN(basket.reading().excess())) {
                statements.add(excess(basket));
            }
            statements.add(effectiveNumber(basket));
            statements.add(signs(basket));
            if (!Double.isNaN(basket.reading().turbulence())) {
                statements.add(turbulence(basket));
            }
        }
        maps.stream().filter(map -> !Double.isNaN(map.correlation())).forEach(map -> statements.add(map(map)));
        return statements;
    }

    private MacroStatement excess(BasketReading basket) {
        LockstepReading reading = basket.reading();
        double excess = reading.excess();
        return new MacroStatement(
                Topic.LOCKSTEP,
                basket.name() + ", first component",
                excess > 0 ? "more than chance" : "no more than chance",
                Text.of(
                        "%.1f %% of the variance of %d assets against %.1f %% by chance, mean correlation %+.2f",
                        100 * reading.leadingShare(),
                        reading.assets().size(),
                        100 * reading.chanceShare(),
                        reading.meanCorrelation()),
                Figure.ratio(excess),
                "(share - chance) / (1 - chance), chance (1 + sqrt(N / n))^2 / N after Marchenko and Pastur",
                Sample.of(reading.n(), "days"),
                reading.asOf(),
                evidence(reading.assets()));
    }

    private MacroStatement effectiveNumber(BasketReading basket) {
        LockstepReading reading = basket.reading();
        double number = reading.effectiveNumber();
        return new MacroStatement(
                Topic.LOCKSTEP,
                basket.name() + ", effective number",
                number < reading.assets().size() / 2.0 ? "concentrated" : "spread out",
                Text.of(
                        "%d assets count as %.2f, absorption ratio %.1f %%",
                        reading.assets().size(), number, 100 * reading.absorption()),
                Figure.ratio(number),
                "exp of the entropy of the eigenvalue shares; concentrated below half of the assets",
                Sample.of(reading.n(), "days"),
                reading.asOf(),
                evidence(reading.assets()));
    }

    private MacroStatement signs(BasketReading basket) {
        SignLockstep signs = basket.signs();
        return new MacroStatement(
                Topic.LOCKSTEP,
                basket.name() + ", sign lockstep",
                signs.zScore() >= 2 ? "in lockstep" : "not significantly above chance",
                Text.of(
                        "%s all one way on %d of %d days (%d up, %d down), %.0f %% by chance, z %+.1f",
                        signs.assets().size() <= SHOWN
                                ? String.join(", ", signs.assets())
                                : signs.assets().size() + " assets",
                        signs.up() + signs.down(),
                        signs.n(),
                        signs.up(),
                        signs.down(),
                        100 * signs.chance(),
                        signs.zScore()),
                Figure.percent(signs.share()),
                "share of days on which all moved one way, chance 2 x 0.5^N; in lockstep from two binomial deviations",
                Sample.of(signs.n(), "days"),
                signs.asOf(),
                evidence(signs.assets()));
    }

    private MacroStatement turbulence(BasketReading basket) {
        double turbulence = basket.reading().turbulence();
        return new MacroStatement(
                Topic.LOCKSTEP,
                basket.name() + ", turbulence",
                turbulence > 3 ? "turbulent" : "calm",
                Text.of("%.2f, where about 1 is an ordinary day", turbulence),
                Figure.ratio(turbulence),
                "squared Mahalanobis distance of the last returns from the window before them, over N; turbulent above"
                        + " 3",
                Sample.of(basket.reading().n(), "days"),
                basket.reading().asOf(),
                evidence(basket.reading().assets()));
    }

    private MacroStatement map(ReturnMap map) {
        boolean low = map.isLowCorrelation(lowCorrelation);
        return new MacroStatement(
                Topic.LOCKSTEP,
                map.first() + " and " + map.second() + ", return map",
                map.quadrant() + (low ? ", low correlation" : ""),
                Text.of(
                        "%s (%s, %s), correlation %+.2f%s",
                        map.quadrant(),
                        Text.signedPercent(map.firstReturn()),
                        Text.signedPercent(map.secondReturn()),
                        map.correlation(),
                        low ? ", so low that the quarter says little" : ""),
                Figure.ratio(map.correlation()),
                Text.of(
                        "simple returns over the window; correlation of daily log returns, low below %.2f in size",
                        lowCorrelation),
                Sample.of(map.n(), "days"),
                map.asOf(),
                evidence(map.first(), map.second()));
    }
}
