package io.github.macroregime.regime.sheet;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.outlook.Catalysts;
import io.github.macroregime.regime.outlook.Catalysts.EventVolatility;
import io.github.macroregime.regime.section.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The {@index "event matrix"}: what is coming against the assets it may move, with the range that implied volatility
 * allows a day and what past events of the kind did.
 *
 * @param asOf the date at which one looks
 * @param events the next event of each kind, the nearest first
 * @param responses one for each event and asset that has two past events
 */
public record EventMatrix(LocalDate asOf, List<Coming> events, List<Response> responses) implements Sheet {

    private static final double TRADING_DAYS = 252;

    public EventMatrix {
        Require.components(EventMatrix.class, asOf, events, responses);
        events = List.copyOf(events);
        responses = List.copyOf(responses);
    }

    /**
     * A kind of event, when it comes next and when it came before.
     *
     * @param kind what it is
     * @param next the day of the next one
     * @param past the days of earlier ones; later days are not looked at
     */
    public record Coming(String kind, LocalDate next, DateIndex past) implements Serializable {
        public Coming {
            Require.components(Coming.class, kind, next, past);
        }
    }

    /**
     * What events of a kind did to an asset, and what its options allow a day now.
     *
     * @param asset the name of the asset
     * @param volatility the deviation of log returns on event days and on others
     * @param mean the mean log return on event days
     * @param gain the mean of the rises on event days, zero if there was none
     * @param loss the mean of the falls on event days as a size, zero if there was none
     * @param impliedRange implied volatility over the root of 252: a day's range either way, NaN without it
     */
    public record Response(
            String asset, EventVolatility volatility, Rate mean, Rate gain, Rate loss, double impliedRange)
            implements Serializable {

        public Response {
            Require.components(Response.class, asset, volatility, mean, gain, loss);
            Require.finite(impliedRange, "impliedRange");
        }

        /**
         * The {@index asymmetry} of past responses.
         *
         * @return mean rise less mean fall as sizes, over their sum, from −1 to 1; empty if nothing moved
         */
        public OptionalDouble asymmetry() {
            double sum = gain.decimal() + loss.decimal();
            return sum > 0 ? OptionalDouble.of((gain.decimal() - loss.decimal()) / sum) : OptionalDouble.empty();
        }
    }

    /**
     * The matrix of a day.
     *
     * <p><b>Missing</b>: an event on a day without a return is not counted; a pair with fewer than two is left out.
     *
     * @param events what is coming
     * @param assets closes of the assets
     * @param implied the annual implied volatility of an asset by name, as far as known
     * @param asOf the date at which one looks; nothing after it is used
     * @return the matrix, empty if nothing is coming or no asset has two past events
     */
    public static Optional<EventMatrix> of(
            List<Coming> events, List<NamedSeries> assets, Map<String, Rate> implied, LocalDate asOf) {
        List<Response> responses = new ArrayList<>();
        List<Coming> sorted = events.stream()
                .filter(each -> !each.next().isBefore(asOf))
                .sorted(Comparator.comparing(Coming::next).thenComparing(Coming::kind))
                .toList();
        for (NamedSeries asset : assets) {
            TimeSeries closes =
                    Require.prices(asset.series(), asset.name()).until(asOf).dropMissing();
            if (closes.size() > 1) {
                TimeSeries returns = closes.change(Change.LOGARITHMIC, 1).dropMissing();
                double range = Optional.ofNullable(implied.get(asset.name()))
                        .map(rate -> rate.decimal() / Math.sqrt(TRADING_DAYS))
                        .orElse(Double.NaN);
                sorted.forEach(event ->
                        response(asset.name(), event, returns, range, asOf).ifPresent(responses::add));
            }
        }
        return responses.isEmpty() ? Optional.empty() : Optional.of(new EventMatrix(asOf, sorted, responses));
    }

    private static Optional<Response> response(
            String asset, Coming event, TimeSeries returns, double range, LocalDate asOf) {
        return Catalysts.volatility(event.kind(), event.past(), returns, asOf).map(volatility -> {
            double[] on =
                    returns.on(event.past().intersect(returns.dates())).values().toArray();
            double[] up = Arrays.stream(on).filter(r -> r > 0).toArray();
            double[] down = Arrays.stream(on).filter(r -> r < 0).map(r -> -r).toArray();
            return new Response(
                    asset,
                    volatility,
                    Rate.ofDecimal(Moments.mean(on)),
                    Rate.ofDecimal(up.length == 0 ? 0 : Moments.mean(up)),
                    Rate.ofDecimal(down.length == 0 ? 0 : Moments.mean(down)),
                    range);
        });
    }

    /**
     * What events of a kind did to an asset.
     *
     * @param kind the kind of event
     * @param asset the name of the asset
     * @return the response, empty with fewer than two past events
     */
    public Optional<Response> response(String kind, String asset) {
        return responses.stream()
                .filter(each ->
                        each.volatility().kind().equals(kind) && each.asset().equals(asset))
                .findFirst();
    }

    private List<String> assets() {
        return responses.stream().map(Response::asset).distinct().toList();
    }

    @Override
    public List<Said> said() {
        List<Said> said = new ArrayList<>();
        for (Coming event : events) {
            responses.stream()
                    .filter(each -> each.volatility().kind().equals(event.kind())
                            && each.volatility().ratio().isPresent())
                    .max(Comparator.comparingDouble(
                            each -> each.volatility().ratio().getAsDouble()))
                    .ifPresent(most -> said.add(new Said(
                            event.kind() + " against " + most.asset(),
                            ChronoUnit.DAYS.between(asOf, event.next()) <= 7 ? "within a week" : "later than a week",
                            NumberText.of(
                                    "next on %s; of all assets past days of %s moved %s most: %.2f times an ordinary"
                                            + " day, mean %+.2f %%, n %d",
                                    event.next(),
                                    event.kind(),
                                    most.asset(),
                                    most.volatility().ratio().getAsDouble(),
                                    most.mean().percent(),
                                    most.volatility().events()),
                            most.volatility().ratio().getAsDouble(),
                            Unit.FRACTION,
                            "deviation of log returns on past event days over that on all other days",
                            most.volatility().events(),
                            "event days",
                            asOf,
                            List.of(most.asset(), event.kind()))));
        }
        return said;
    }

    @Override
    public List<Table> tables() {
        List<String> titles = new ArrayList<>(List.of("Event", "Next", "#In days"));
        assets().forEach(titles::add);
        List<List<String>> rows = new ArrayList<>();
        List<String> implied = new ArrayList<>(List.of("A day's implied range", "", ""));
        assets().forEach(asset -> implied.add(responses.stream()
                .filter(each -> each.asset().equals(asset) && !Double.isNaN(each.impliedRange()))
                .findFirst()
                .map(each -> Cells.decimal(100 * each.impliedRange(), 2) + " %")
                .orElse("-")));
        rows.add(implied);
        for (Coming event : events) {
            rows.add(Stream.concat(
                            Stream.of(
                                    event.kind(),
                                    event.next().toString(),
                                    Long.toString(ChronoUnit.DAYS.between(asOf, event.next()))),
                            assets().stream()
                                    .map(asset -> response(event.kind(), asset)
                                            .map(EventMatrix::cell)
                                            .orElse("-")))
                    .toList());
        }
        return List.of(new Table(Table.columns(titles.toArray(String[]::new)), rows));
    }

    private static String cell(Response each) {
        OptionalDouble ratio = each.volatility().ratio();
        OptionalDouble asymmetry = each.asymmetry();
        return Cells.decimal(100 * each.volatility().onEvents().decimal(), 2) + " % ("
                + (ratio.isPresent() ? Cells.decimal(ratio.getAsDouble(), 1) : "-") + "x, "
                + (asymmetry.isPresent() ? Cells.signed(asymmetry.getAsDouble(), 2) : "-") + ", n "
                + each.volatility().events() + ")";
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Each cell: deviation of the asset's log return on past days of the event (times that of other days,"
                        + " asymmetry of its rises and falls from -1 to 1, count). The implied range is implied volatility"
                        + " over the root of 252. What followed before need not follow again: it does not predict.");
    }

    /** A line for each coming event. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Events against assets on " + asOf);
        tables().get(0).rows().forEach(row -> text.append('\n').append(String.join("  ", row)));
        return text.toString();
    }
}
