package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.time.BusinessDays;
import java.io.Serializable;
import java.util.List;

/**
 * An overnight rate and the conventions of the swaps on it.
 *
 * <p>Conventions are data: {@link #withFixingDays(BusinessDays)} and the constructor give any other market.
 *
 * <p><b>Source</b>: rateslib, Strata, QuantLib, Open Source Risk and Clarus, value by value in {@code
 * docs/conventions.md} with those that disagree. Fixing days are held to the fixings themselves.
 *
 * @param name what the market calls it, for example {@code EFFR}
 * @param fixingDays the days on which it is fixed
 * @param paymentDays the business days of swaps on it, on which they start, end and are paid; each is a fixing day
 * @param daysInYear the denominator of its day count, 360 or 365
 * @param spotLag business days from trade to start of a swap, not negative
 * @param paymentLag business days from the end of an accrual period to its payment, not negative
 * @param couponMonths months between the coupons of swaps longer than a year, from 1 to 12; shorter ones have one coupon
 */
public record OvernightIndex(
        String name,
        BusinessDays fixingDays,
        BusinessDays paymentDays,
        int daysInYear,
        int spotLag,
        int paymentLag,
        int couponMonths)
        implements Serializable {

    private static final int YEAR = 12;

    private static final int MONEY_MARKET_YEAR = 360;
    private static final int FIXED_YEAR = 365;

    public OvernightIndex {
        Require.components(OvernightIndex.class, name, fixingDays, paymentDays);
        if (daysInYear != MONEY_MARKET_YEAR && daysInYear != FIXED_YEAR) {
            throw new IllegalArgumentException("daysInYear must be 360 or 365 but was " + daysInYear);
        }
        if (spotLag < 0 || paymentLag < 0) {
            throw new IllegalArgumentException(
                    "spotLag and paymentLag must not be negative but were " + spotLag + " and " + paymentLag);
        }
        if (couponMonths < 1 || couponMonths > YEAR) {
            throw new IllegalArgumentException("couponMonths must lie from 1 to 12 but was " + couponMonths);
        }
    }

    /**
     * An index whose swaps keep its fixing days and pay once a year.
     *
     * @param name what the market calls it, for example {@code EFFR}
     * @param fixingDays the days on which it is fixed, and on which swaps on it start, end and are paid
     * @param daysInYear the denominator of its day count, 360 or 365
     * @param spotLag business days from trade to start of a swap, not negative
     * @param paymentLag business days from the end of an accrual period to its payment, not negative
     */
    public OvernightIndex(String name, BusinessDays fixingDays, int daysInYear, int spotLag, int paymentLag) {
        this(name, fixingDays, fixingDays, daysInYear, spotLag, paymentLag, YEAR);
    }

    /**
     * The {@index "effective federal funds rate"} ({@index EFFR}).
     *
     * @return EFFR on Federal Reserve days, ACT/360, swaps two days to spot and two to payment
     */
    public static OvernightIndex effr() {
        return new OvernightIndex("EFFR", BusinessDays.newYorkFed(), MONEY_MARKET_YEAR, 2, 2);
    }

    /**
     * The {@index "secured overnight financing rate"} ({@index SOFR}).
     *
     * @return SOFR on days of the government bond market, ACT/360, swaps two days to spot and two to payment
     */
    public static OvernightIndex sofr() {
        return new OvernightIndex("SOFR", BusinessDays.usGovernmentSecurities(), MONEY_MARKET_YEAR, 2, 2);
    }

    /**
     * The euro short-term rate ({@index "€STR"}).
     *
     * @return €STR on TARGET days, ACT/360, swaps two days to spot and one to payment
     */
    public static OvernightIndex estr() {
        return new OvernightIndex("ESTR", BusinessDays.target(), MONEY_MARKET_YEAR, 2, 1);
    }

    /**
     * The sterling overnight index average ({@index SONIA}).
     *
     * @return SONIA on London days, ACT/365, swaps without lags
     */
    public static OvernightIndex sonia() {
        return new OvernightIndex("SONIA", BusinessDays.london(), FIXED_YEAR, 0, 0);
    }

    /**
     * The Tokyo overnight average rate ({@index TONA}).
     *
     * @return TONA on Tokyo days, ACT/365, swaps two days to spot and two to payment
     */
    public static OvernightIndex tona() {
        return new OvernightIndex("TONA", BusinessDays.tokyo(), FIXED_YEAR, 2, 2);
    }

    /**
     * The Canadian overnight repo rate average ({@index CORRA}).
     *
     * @return CORRA on Toronto days, ACT/365, swaps one day to spot and one to payment, twice a year beyond a year
     */
    public static OvernightIndex corra() {
        return new OvernightIndex("CORRA", BusinessDays.toronto(), BusinessDays.toronto(), FIXED_YEAR, 1, 1, YEAR / 2);
    }

    /**
     * The Australian interbank overnight cash rate ({@index AONIA}).
     *
     * @return AONIA on days of the Reserve Bank, ACT/365, swaps on Sydney days, one to spot and two to payment
     */
    public static OvernightIndex aonia() {
        return new OvernightIndex(
                "AONIA", BusinessDays.reserveBankOfAustralia(), BusinessDays.sydney(), FIXED_YEAR, 1, 2, YEAR);
    }

    /**
     * The Swiss average rate overnight ({@index SARON}).
     *
     * @return SARON on Zurich days, ACT/360, swaps two days to spot and two to payment
     */
    public static OvernightIndex saron() {
        return new OvernightIndex("SARON", BusinessDays.zurich(), MONEY_MARKET_YEAR, 2, 2);
    }

    /**
     * The overnight rates that the library ships.
     *
     * @return EFFR, SOFR, ESTR, SONIA, TONA, CORRA, AONIA, SARON
     */
    public static List<OvernightIndex> shipped() {
        return List.of(effr(), sofr(), estr(), sonia(), tona(), corra(), aonia(), saron());
    }

    /**
     * The shipped overnight rate of a name.
     *
     * @param name as {@link #name()} has it, for example {@code SOFR}
     * @return its conventions
     * @throws IllegalArgumentException if none has the name; the message lists those that there are
     */
    public static OvernightIndex parse(String name) {
        return shipped().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("name must be one of " + shipped() + " but was \"" + name + "\""));
    }

    /**
     * This index on other business days.
     *
     * @param days the days on which it is fixed, and on which swaps on it start, end and are paid
     * @return the index with those days
     */
    public OvernightIndex withFixingDays(BusinessDays days) {
        return new OvernightIndex(name, days, days, daysInYear, spotLag, paymentLag, couponMonths);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
