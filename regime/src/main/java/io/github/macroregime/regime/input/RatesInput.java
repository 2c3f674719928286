package io.github.macroregime.regime.input;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.rates.path.CalibratedPath;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Yields, overnight rates and what is priced of them. */
public sealed interface RatesInput extends MacroInput {

    /**
     * A government yield.
     *
     * @param levels its levels, named as the yield is, for example {@code 10y}
     */
    record Yield(PublishedSeries levels) implements RatesInput {

        public Yield {
            Require.components(Yield.class, levels);
            Require.rates(levels.series(), levels.name());
        }

        /**
         * The name of the yield.
         *
         * @return that of its levels
         */
        public String name() {
            return levels.name();
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Yield(levels.until(moment)));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.of(levels);
        }
    }

    /**
     * A real yield and the break-even inflation of the same maturity as a nominal yield of the inputs.
     *
     * @param yield the name of the nominal yield, for example {@code 10y}
     * @param real the real yield
     * @param breakeven the break-even inflation
     */
    record RealYield(String yield, PublishedSeries real, PublishedSeries breakeven) implements RatesInput {

        public RealYield {
            Require.components(RealYield.class, yield, real, breakeven);
            Require.rates(real.series(), real.name());
            Require.rates(breakeven.series(), breakeven.name());
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new RealYield(yield, real.until(moment), breakeven.until(moment)));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.together("real " + yield, real, breakeven);
        }
    }

    /**
     * The overnight rate that the front end of the curve is compared with.
     *
     * @param rates its fixings, named as the rate is, for example {@code EFFR}
     */
    record Overnight(PublishedSeries rates) implements RatesInput {

        public Overnight {
            Require.components(Overnight.class, rates);
            Require.rates(rates.series(), rates.name());
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Overnight(rates.until(moment)));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.of(rates);
        }
    }

    /**
     * A secured overnight rate with what it is held against.
     *
     * @param rate the rate, for example SOFR
     * @param lower the lower limit of the target range
     * @param upper the upper limit of the target range
     * @param onReserves interest on reserve balances, or nothing; at most one
     */
    record Funding(PublishedSeries rate, PublishedSeries lower, PublishedSeries upper, List<PublishedSeries> onReserves)
            implements RatesInput {

        public Funding {
            Require.components(Funding.class, rate, lower, upper, onReserves);
            onReserves = List.copyOf(onReserves);
            if (onReserves.size() > 1) {
                throw new IllegalArgumentException(
                        "onReserves must hold at most one series but held " + onReserves.size());
            }
        }

        /**
         * The name under which a statement knows it.
         *
         * @return for example {@code SOFR against the target range}
         */
        public String name() {
            return nameOf(rate.name());
        }

        /**
         * The name under which a statement knows the funding at a rate.
         *
         * @param rate the name of the rate
         * @return as {@link #name}
         */
        public static String nameOf(String rate) {
            return rate + " against the target range";
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Optional.of(new Funding(
                    rate.until(moment),
                    lower.until(moment),
                    upper.until(moment),
                    onReserves.stream().map(each -> each.until(moment)).toList()));
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Evidence.together(
                    name(),
                    Stream.concat(Stream.of(rate, lower, upper), onReserves.stream())
                            .toArray(PublishedSeries[]::new));
        }
    }

    /**
     * A policy path calibrated to quotes.
     *
     * @param path the path with its quotes, known on the evening of their day
     * @param sources where the quotes come from, at least one
     */
    record Path(CalibratedPath path, List<Source> sources) implements RatesInput {

        /** The name under which a statement knows the quotes of the path. */
        public static final String NAME = "quotes of the path";

        public Path {
            Require.components(Path.class, path, sources);
            sources = List.copyOf(sources);
        }

        @Override
        public Optional<MacroInput> until(LocalDateTime moment) {
            return Known.closed(path.path().asOf(), moment) ? Optional.of(this) : Optional.empty();
        }

        @Override
        public Map<String, Evidence> evidence() {
            return Map.of(NAME, new Evidence(sources, path.path().asOf()));
        }
    }
}
