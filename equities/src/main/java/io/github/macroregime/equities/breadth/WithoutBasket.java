package io.github.macroregime.equities.breadth;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.Basket;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import java.io.Serializable;
import java.util.Optional;

/**
 * The {@index "ex-basket return"}, what the index did without a basket: {@code R_ex = (R - C_B) / (1 - W_B)}.
 *
 * @param basket the basket
 * @param indexReturn the return of the whole, as its lines explain it
 * @param contribution what the basket added
 * @param weight the weight of the basket, a decimal fraction
 */
public record WithoutBasket(String basket, Rate indexReturn, Rate contribution, double weight) implements Serializable {

    public WithoutBasket {
        Require.components(WithoutBasket.class, basket, indexReturn, contribution);
        if (!(Math.abs(weight) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("weight of " + basket + " must be finite but was " + weight);
        }
        double rest = (indexReturn.decimal() - contribution.decimal()) / (1 - weight);
        if (weight != 1 && !(Math.abs(rest) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("indexReturn without " + basket + " must be finite but was " + rest);
        }
    }

    /**
     * A day without a basket.
     *
     * @param report the day, whose weights are known
     * @param basket the constituents
     * @return the comparison
     * @throws IllegalArgumentException if the weight of a member is not known
     */
    public static WithoutBasket of(ContributionReport report, Basket basket) {
        ContributionLine line = report.basket(basket);
        return new WithoutBasket(basket.name(), report.explained(), line.contribution(), line.weight());
    }

    /**
     * The return of the rest.
     *
     * @return the return, empty if the basket is the whole
     */
    public Optional<Rate> rest() {
        return restFor(indexReturn);
    }

    /**
     * What the rest must do for the index to return something, the basket doing what it did.
     *
     * @param target the return of the index; zero asks for the break-even of the rest
     * @return the return of the rest, empty if the basket is the whole
     */
    public Optional<Rate> restFor(Rate target) {
        return weight == 1
                ? Optional.empty()
                : Optional.of(Rate.ofDecimal((target.decimal() - contribution.decimal()) / (1 - weight)));
    }

    /**
     * How much the basket lifted the index above the rest, negative for a drag.
     *
     * @return index return minus the return of the rest, empty if the basket is the whole
     */
    public Optional<Rate> lift() {
        return rest().map(indexReturn::minus);
    }

    /** Index, basket and rest in a sentence. */
    @Override
    public String toString() {
        return NumberText.of(
                "index %+.2f %%, of it %s %+.2f pp at a weight of %.1f %%, the rest %s",
                indexReturn.percent(),
                basket,
                contribution.percent(),
                100 * weight,
                rest().map(rest -> NumberText.of("%+.2f %%", rest.percent())).orElse("nothing"));
    }
}
