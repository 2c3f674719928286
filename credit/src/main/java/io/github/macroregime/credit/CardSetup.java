package io.github.macroregime.credit;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.PercentileBands;
import io.github.macroregime.credit.band.SwitchPolicy;
import java.io.Serializable;
import java.util.List;

/**
 * What a {@link SpreadCard} shows.
 *
 * @param bands the bands of levels
 * @param policy when a change of band is confirmed
 * @param percentileBands the bands of ranks over the same years as the landmarks
 * @param years how many calendar years the average, the high and the low are taken over, from 1
 * @param lookbacks which parts of the past the level is ranked against
 * @param carryTerms the terms of carry, one entry for each horizon; without any the card shows no carry
 * @param drivers what the spread is compared with
 * @param driverWindow how many changes a line is fitted to, from 3
 * @param deadZone the size of a day's change up to which the spread has not moved, not negative
 */
public record CardSetup(
        Bands bands,
        SwitchPolicy policy,
        PercentileBands percentileBands,
        int years,
        List<Lookback> lookbacks,
        List<Carry.Terms> carryTerms,
        List<Driver> drivers,
        int driverWindow,
        Rate deadZone)
        implements Serializable {

    private static final int DEFAULT_YEARS = 5;
    private static final int DEFAULT_WINDOW = 60;
    private static final double DEFAULT_DEAD_ZONE = 0.5;

    public CardSetup {
        Require.components(CardSetup.class, bands, policy, percentileBands, lookbacks, carryTerms, drivers, deadZone);
        lookbacks = List.copyOf(lookbacks);
        carryTerms = List.copyOf(carryTerms);
        drivers = List.copyOf(drivers);
        if (years < 1) {
            throw new IllegalArgumentException("years must be at least 1 but was " + years);
        }
        if (driverWindow < 3) {
            throw new IllegalArgumentException("driverWindow must be at least 3 but was " + driverWindow);
        }
        if (deadZone.isNegative()) {
            throw new IllegalArgumentException("deadZone must not be negative but was " + deadZone);
        }
    }

    /**
     * A card with the desk's policy, landmarks of five years, ranks over 1, 3, 5 and 10 years and the full history,
     * and neither carry nor drivers.
     *
     * @param bands the bands of levels
     * @return the setup
     */
    public static CardSetup withDefaults(Bands bands) {
        return new CardSetup(
                bands,
                SwitchPolicy.DESK,
                PercentileBands.NONE,
                DEFAULT_YEARS,
                List.of(
                        Lookback.years(1),
                        Lookback.years(3),
                        Lookback.years(5),
                        Lookback.years(10),
                        Lookback.expanding()),
                List.of(),
                List.of(),
                DEFAULT_WINDOW,
                Rate.ofBasisPoints(DEFAULT_DEAD_ZONE));
    }

    /**
     * This setup with another policy.
     *
     * @param changed when a change of band is confirmed
     * @return the changed setup
     */
    public CardSetup withPolicy(SwitchPolicy changed) {
        return new CardSetup(
                bands, changed, percentileBands, years, lookbacks, carryTerms, drivers, driverWindow, deadZone);
    }

    /**
     * This setup with bands of ranks.
     *
     * @param changed the bands of ranks over the same years as the landmarks
     * @return the changed setup
     */
    public CardSetup withPercentileBands(PercentileBands changed) {
        return new CardSetup(bands, policy, changed, years, lookbacks, carryTerms, drivers, driverWindow, deadZone);
    }

    /**
     * This setup with landmarks of another number of years.
     *
     * @param changed how many calendar years, from 1
     * @return the changed setup
     */
    public CardSetup withYears(int changed) {
        return new CardSetup(
                bands, policy, percentileBands, changed, lookbacks, carryTerms, drivers, driverWindow, deadZone);
    }

    /**
     * This setup with other look-backs.
     *
     * @param changed which parts of the past the level is ranked against
     * @return the changed setup
     */
    public CardSetup withLookbacks(Lookback... changed) {
        return new CardSetup(
                bands, policy, percentileBands, years, List.of(changed), carryTerms, drivers, driverWindow, deadZone);
    }

    /**
     * This setup with carry over some horizons.
     *
     * @param changed the terms, one entry for each horizon
     * @return the changed setup
     */
    public CardSetup withCarry(Carry.Terms... changed) {
        return new CardSetup(
                bands, policy, percentileBands, years, lookbacks, List.of(changed), drivers, driverWindow, deadZone);
    }

    /**
     * This setup with drivers.
     *
     * @param changed what the spread is compared with
     * @return the changed setup
     */
    public CardSetup withDrivers(Driver... changed) {
        return new CardSetup(
                bands, policy, percentileBands, years, lookbacks, carryTerms, List.of(changed), driverWindow, deadZone);
    }

    /**
     * This setup with another window for drivers.
     *
     * @param changed how many changes a line is fitted to, from 3
     * @return the changed setup
     */
    public CardSetup withDriverWindow(int changed) {
        return new CardSetup(bands, policy, percentileBands, years, lookbacks, carryTerms, drivers, changed, deadZone);
    }

    /**
     * This setup with another dead zone of the spread.
     *
     * @param changed the size of a day's change up to which the spread has not moved
     * @return the changed setup
     */
    public CardSetup withDeadZone(Rate changed) {
        return new CardSetup(
                bands, policy, percentileBands, years, lookbacks, carryTerms, drivers, driverWindow, changed);
    }
}
