package io.github.macroregime.regime.input;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.regime.drivers.DriverModel;
import io.github.macroregime.regime.macro.Quadrant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A question that the report answers: about which assets, groups and drivers. */
public sealed interface MacroQuestion extends MacroInput {

    /**
     * Assets of which one asks whether they move as one.
     *
     * @param name the name of the basket
     * @param assets the names of its assets, at least two
     */
    record AssetBasket(String name, List<String> assets) implements MacroQuestion {

        public AssetBasket {
            Require.components(AssetBasket.class, name, assets);
            assets = List.copyOf(assets);
            if (assets.size() < 2) {
                throw new IllegalArgumentException("assets of " + name + " must be at least 2 but were " + assets);
            }
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(this);
        }
    }

    /**
     * An asset class, the asset it is judged by, and the quadrants in which it is said to do well.
     *
     * <p>The quadrants are a convention of the reader, not an estimate.
     *
     * @param name the name of the class, for example {@code equities}
     * @param asset the name of the asset in the inputs
     * @param quadrants in which it is said to do well, empty if nothing is said
     */
    record AssetClass(String name, String asset, Set<Quadrant> quadrants) implements MacroQuestion {

        public AssetClass {
            Require.components(AssetClass.class, name, asset, quadrants);
            quadrants = Set.copyOf(quadrants);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(this);
        }
    }

    /**
     * An asset and the two drivers, duration and credit, that its last return is attributed to.
     *
     * @param asset the name of the asset in the inputs
     * @param duration a yield
     * @param credit a spread
     */
    record Axes(String asset, PublishedSeries duration, PublishedSeries credit) implements MacroQuestion {

        public Axes {
            Require.components(Axes.class, asset, duration, credit);
            Require.rates(duration.series(), duration.name());
            Require.rates(credit.series(), credit.name());
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Axes(asset, duration.until(moment), credit.until(moment)));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.of(duration, credit);
        }
    }

    /**
     * A driver that an asset's sensitivity is asked for.
     *
     * @param asset the name of the asset in the inputs
     * @param driver the levels of the driver by name
     * @param change how a change of the driver is taken
     */
    record Driver(String asset, PublishedSeries driver, Change change) implements MacroQuestion {

        public Driver {
            Require.components(Driver.class, asset, driver, change);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Driver(asset, driver.until(moment), change));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.of(driver);
        }
    }

    /**
     * An asset and the groups of drivers whose model is walked forward.
     *
     * @param asset the name of the asset in the inputs
     * @param model the model with its groups
     * @param drivers the drivers by name; one that the model names and that is not here is missing on every day
     */
    record Drivers(String asset, DriverModel model, List<PublishedSeries> drivers) implements MacroQuestion {

        public Drivers {
            Require.components(Drivers.class, asset, model, drivers);
            drivers = List.copyOf(drivers);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Drivers(
                    asset,
                    model,
                    drivers.stream().map(each -> each.until(moment)).toList()));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.of(drivers.toArray(PublishedSeries[]::new));
        }
    }

    /**
     * Equities that are looked at together: who leads, whether the laggards catch up, how many stand above their means.
     *
     * @param name the name of the group, for example {@code Magnificent Seven}
     * @param assets the names of its assets or sectors in the inputs, at least two
     * @param symbols the ids under which contributions list them, empty if they do not
     */
    record EquityGroup(String name, List<String> assets, List<String> symbols) implements MacroQuestion {

        public EquityGroup {
            Require.components(EquityGroup.class, name, assets, symbols);
            assets = List.copyOf(assets);
            symbols = List.copyOf(symbols);
            if (assets.size() < 2) {
                throw new IllegalArgumentException("assets of " + name + " must be at least 2 but were " + assets);
            }
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(this);
        }
    }

    /**
     * An asset or a yield and what its options cost, whose premium over realised volatility is asked for. Several horizons
     * of one asset make its term structure.
     *
     * @param asset the name of the asset in the inputs, or of a yield
     * @param levels its annual implied volatility, such as the VIX for the S&amp;P 500; of a yield in basis points
     * @param days over how many trading days its options run, from 2; 21 for a month
     */
    record ImpliedVolatility(String asset, PublishedSeries levels, int days) implements MacroQuestion {

        /** Over how many trading days options of a month run. */
        public static final int MONTH = 21;

        public ImpliedVolatility {
            Require.components(ImpliedVolatility.class, asset, levels);
            Require.rates(levels.series(), levels.name());
            Require.atLeast(days, 2, "days");
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new ImpliedVolatility(asset, levels.until(moment), days));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.of(levels);
        }
    }

    /**
     * An asset whose statistical states are asked for.
     *
     * @param asset the name of the asset in the inputs
     */
    record State(String asset) implements MacroQuestion {

        public State {
            Require.components(State.class, asset);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(this);
        }
    }
}
