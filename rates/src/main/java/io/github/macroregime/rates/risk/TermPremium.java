package io.github.macroregime.rates.risk;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.path.PolicyPath;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;

/** The {@index "term premium"}: what the market's path holds beside expectations; taken off only when asked for. */
public sealed interface TermPremium extends Serializable {

    /** An average month in days. */
    double DAYS_PER_MONTH = 365.25 / 12;

    /**
     * A premium that grows in proportion to the time ahead.
     *
     * @param perMonth the premium for one month, negative if the market's path lies below expectations
     */
    record Linear(Rate perMonth) implements TermPremium {

        public Linear {
            Require.components(Linear.class, perMonth);
        }

        @Override
        public Rate at(double monthsAhead) {
            return perMonth.times(monthsAhead);
        }
    }

    /**
     * A premium read from a table, linear from zero today to its first point and between its points, constant beyond
     * the last.
     *
     * @param monthsAhead increasing, the first not negative
     * @param premiums as decimals, one for each time
     */
    record Table(Doubles monthsAhead, Doubles premiums) implements TermPremium {

        public Table {
            Require.components(Table.class, monthsAhead, premiums);
            if (monthsAhead.isEmpty() || monthsAhead.size() != premiums.size() || premiums.missingCount() > 0) {
                throw new IllegalArgumentException("premiums must be one number for each of the " + monthsAhead.size()
                        + " times, at least one, but were " + premiums);
            }
            for (int i = 0; i < monthsAhead.size(); i++) {
                if (!(monthsAhead.get(i) > (i == 0 ? -Double.MIN_VALUE : monthsAhead.get(i - 1)))) {
                    throw new IllegalArgumentException(
                            "monthsAhead must increase from 0 but [" + i + "] was " + monthsAhead.get(i));
                }
            }
        }

        @Override
        public Rate at(double months) {
            int behind = (int) IntStream.range(0, monthsAhead.size())
                    .filter(i -> monthsAhead.get(i) <= months)
                    .count();
            if (behind == monthsAhead.size()) {
                return Rate.ofDecimal(premiums.get(behind - 1));
            }
            double fromMonths = behind == 0 ? 0 : monthsAhead.get(behind - 1);
            double from = behind == 0 ? 0 : premiums.get(behind - 1);
            double share = (months - fromMonths) / (monthsAhead.get(behind) - fromMonths);
            return Rate.ofDecimal(from + share * (premiums.get(behind) - from));
        }
    }

    /**
     * A premium in proportion to the time ahead.
     *
     * @param perMonth the premium for one month
     * @return the premium
     */
    static TermPremium linear(Rate perMonth) {
        return new Linear(perMonth);
    }

    /**
     * The premium at a time ahead.
     *
     * @param monthsAhead months from the as-of date, not negative
     * @return what the market's rate holds beside the expected one
     */
    Rate at(double monthsAhead);

    /**
     * The expected path behind a market path: each rate less the premium at its effective date.
     *
     * @param market the path that the quotes imply
     * @return the path without the premium
     */
    default PolicyPath expectedPath(PolicyPath market) {
        double[] rates = market.rates().toArray();
        for (int j = 1; j < rates.length; j++) {
            LocalDate effective = market.meetings().get(j - 1).effective();
            rates[j] -= at(months(market.asOf(), effective)).decimal();
        }
        return new PolicyPath(market.frame(), Doubles.copyOf(rates));
    }

    private static double months(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / DAYS_PER_MONTH;
    }
}
