package io.github.macroregime.rates.io;

import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.io.JsonObject;
import io.github.macroregime.core.io.JsonWriter;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.Adjustments.IndexBasis;
import io.github.macroregime.rates.instrument.Adjustments.LongEnd;
import io.github.macroregime.rates.instrument.Adjustments.OpenBasis;
import io.github.macroregime.rates.instrument.Adjustments.Turn;
import io.github.macroregime.rates.instrument.Adjustments.Unknowns;
import io.github.macroregime.rates.instrument.ConvexityAdjustment;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.TimeOfDay;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.rates.path.PolicyPath.Extreme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes a policy path as JSON and reads it back, adjustments and fixings included.
 *
 * <p>A rate that is not identified is absent, and so is what would rest on it; {@code identified} says so.
 *
 * <p>One object. {@code version} is 1 and changes when a field changes its meaning or disappears; fields may be added
 * within a version. The unit stands at the end of a field's name. A field whose value does not exist is absent.
 *
 * <ul>
 *   <li>{@code as_of}, {@code index} ({@code name}, {@code fixing_days}, {@code payment_days}, {@code days_in_year}, {@code spot_lag_days},
 *       {@code payment_lag_days}, {@code coupon_months}), {@code interpolation}, {@code start_rate_identified}, {@code
 *       start_rate_pct}; {@code time} unless
 *       it is after the decision and before the fixing
 *   <li>{@code meetings[]}: {@code decision}, {@code effective}, {@code identified}, {@code rate_pct}, {@code
 *       step_bp}, {@code cumulative_bp}, {@code moves_of_25_bp}; of a calibrated path also {@code rate_error_bp}, {@code
 *       step_error_bp}
 *   <li>{@code terminal}: {@code kind}, {@code rate_pct}, {@code since}, {@code at_horizon}
 *   <li>{@code turns[]}: {@code fixing_day}, {@code size_bp}; {@code bases[]}: {@code index}, {@code spread_bp},
 *       {@code from} if it steps; {@code long_end[]}: {@code until}, {@code drift_bp}; {@code ho_lee_volatility_bp} or {@code
 *       convexity[]}: {@code contract}, {@code spread_bp}; {@code unidentified} if there is any, with {@code bases[]}, {@code
 *       turns[]} and {@code long_end[]} without values
 *   <li>{@code fixings[]}: {@code index}, {@code unit}, {@code rates[]} of {@code date} and {@code rate_pct}
 *   <li>{@code fit} of a calibrated path: {@code status}, {@code rank}, {@code unknowns}, {@code condition}, {@code
 *       start_rate_error_bp}, {@code quotes[]} ({@code quote}, {@code index}, {@code
 *       rate_pct}, {@code weight}, {@code residual_bp}, {@code residual_ticks} for futures), {@code warnings[]}
 * </ul>
 *
 * <p>Rates are written with all their digits, so that reading gives the same path bit for bit; missing fixings are left
 * out. What can be computed from the path, and {@code fit}, is written for others and passed over by the reader.
 */
public final class PathJson {

    private static final int VERSION = 1;
    private static final String VOLATILITY = "ho_lee_volatility_bp";
    private static final Rate MOVE = Rate.ofBasisPoints(25);

    private PathJson() {}

    /**
     * A path as JSON.
     *
     * @param path the path
     * @return one object, indented
     */
    public static String text(PolicyPath path) {
        return JsonWriter.text(
                path(path, path.steps().stream().map(step -> step(path, step)).toList()));
    }

    /**
     * A calibrated path as JSON, with its standard errors and residuals.
     *
     * @param calibrated the path with its quotes
     * @return one object, indented
     */
    public static String text(CalibratedPath calibrated) {
        List<Map<String, Object>> meetings = calibrated.path().steps().stream()
                .map(step -> withErrors(step, calibrated))
                .toList();
        Map<String, Object> json = path(calibrated.path(), meetings);
        json.put("fit", fit(calibrated));
        return JsonWriter.text(json);
    }

    private static Map<String, Object> path(PolicyPath path, List<Map<String, Object>> meetings) {
        Adjustments adjustments = path.frame().adjustments();
        Map<String, Object> json = JsonWriter.object(
                "version",
                VERSION,
                "as_of",
                path.asOf().toString(),
                "index",
                index(path.frame().index()),
                "interpolation",
                path.frame().interpolation().name(),
                "meetings",
                meetings,
                "turns",
                adjustments.turns().stream().map(PathJson::turn).toList(),
                "bases",
                adjustments.bases().stream().map(PathJson::basis).toList());
        json.put("start_rate_identified", path.isIdentified(0));
        path.startRate().ifPresent(rate -> json.put("start_rate_pct", percent(rate)));
        path.terminal().ifPresent(terminal -> json.put("terminal", terminal(terminal)));
        if (adjustments.unknowns().count() > 0) {
            json.put("unidentified", unidentified(adjustments.unknowns()));
        }
        if (path.frame().time() != TimeOfDay.AFTER_DECISION) {
            json.put("time", path.frame().time().name());
        }
        if (!adjustments.longEnd().isEmpty()) {
            json.put(
                    "long_end",
                    adjustments.longEnd().stream().map(PathJson::longEnd).toList());
        }
        if (adjustments.convexity() instanceof ConvexityAdjustment.PerContract table) {
            json.put("convexity", convexity(table));
        } else if (!adjustments.convexity().equals(ConvexityAdjustment.none())) {
            json.put(VOLATILITY, basisPoints(adjustments.convexity().volatility()));
        }
        json.put(
                "fixings",
                path.frame().fixings().stream().map(PathJson::fixings).toList());
        return json;
    }

    private static Map<String, Object> index(OvernightIndex index) {
        return JsonWriter.object(
                "name", index.name(),
                "fixing_days", index.fixingDays().toString(),
                "payment_days", index.paymentDays().toString(),
                "days_in_year", index.daysInYear(),
                "spot_lag_days", index.spotLag(),
                "payment_lag_days", index.paymentLag(),
                "coupon_months", index.couponMonths());
    }

    private static Map<String, Object> step(PolicyPath path, PathStep step) {
        int period = path.frame().periodAfter(step.meeting());
        Map<String, Object> json = JsonWriter.object(
                "decision",
                step.meeting().decision().toString(),
                "effective",
                step.meeting().effective().toString(),
                "identified",
                path.isIdentified(period));
        step.rateAfter().ifPresent(rate -> json.put("rate_pct", percent(rate)));
        step.step().ifPresent(change -> json.put("step_bp", basisPoints(change)));
        step.cumulative().ifPresent(change -> json.put("cumulative_bp", basisPoints(change)));
        step.moves(MOVE).ifPresent(moves -> json.put("moves_of_25_bp", moves));
        return json;
    }

    private static Map<String, Object> withErrors(PathStep step, CalibratedPath calibrated) {
        int period = calibrated.path().frame().periodAfter(step.meeting());
        Map<String, Object> json = step(calibrated.path(), step);
        calibrated.standardError(period).ifPresent(error -> json.put("rate_error_bp", basisPoints(error)));
        calibrated.stepStandardError(step.meeting()).ifPresent(error -> json.put("step_error_bp", basisPoints(error)));
        return json;
    }

    private static Map<String, Object> terminal(Extreme terminal) {
        return JsonWriter.object(
                "kind", terminal.kind().name(),
                "rate_pct", percent(terminal.rate()),
                "since", terminal.since().toString(),
                "at_horizon", terminal.atHorizon());
    }

    private static Map<String, Object> turn(Turn turn) {
        return JsonWriter.object("fixing_day", turn.fixingDay().toString(), "size_bp", basisPoints(turn.size()));
    }

    private static Map<String, Object> basis(IndexBasis basis) {
        Map<String, Object> json = basis(basis.index(), basis.from());
        json.put("spread_bp", basisPoints(basis.spread()));
        return json;
    }

    private static Map<String, Object> basis(OvernightIndex index, LocalDate from) {
        Map<String, Object> json = JsonWriter.object("index", index(index));
        if (!from.equals(LocalDate.MIN)) {
            json.put("from", from.toString());
        }
        return json;
    }

    private static Map<String, Object> unidentified(Unknowns open) {
        return JsonWriter.object(
                "bases",
                open.bases().stream()
                        .map(basis -> basis(basis.index(), basis.from()))
                        .toList(),
                "turns",
                open.turns().stream()
                        .map(day -> JsonWriter.object("fixing_day", day.toString()))
                        .toList(),
                "long_end",
                open.longEnd().stream()
                        .map(day -> JsonWriter.object("until", day.toString()))
                        .toList());
    }

    private static Map<String, Object> longEnd(LongEnd point) {
        return JsonWriter.object("until", point.until().toString(), "drift_bp", basisPoints(point.drift()));
    }

    private static List<Map<String, Object>> convexity(ConvexityAdjustment.PerContract table) {
        return new TreeMap<>(table.spreads())
                .entrySet().stream()
                        .map(each ->
                                JsonWriter.object("contract", each.getKey(), "spread_bp", basisPoints(each.getValue())))
                        .toList();
    }

    private static Map<String, Object> fixings(PublishedFixings published) {
        TimeSeries rates = published.rates().dropMissing();
        List<Map<String, Object>> days = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            days.add(JsonWriter.object(
                    "date", rates.date(i).toString(), "rate_pct", percent(Rate.ofDecimal(rates.value(i)))));
        }
        return JsonWriter.object(
                "index", index(published.index()), "unit", rates.unit().symbol(), "rates", days);
    }

    private static Map<String, Object> fit(CalibratedPath calibrated) {
        Map<String, Object> json = JsonWriter.object(
                "status", calibrated.status().name(),
                "rank", calibrated.rank(),
                "unknowns", calibrated.unknowns());
        if (Double.isFinite(calibrated.condition())) {
            json.put("condition", calibrated.condition());
        }
        calibrated.standardError(0).ifPresent(error -> json.put("start_rate_error_bp", basisPoints(error)));
        List<Quote> quotes = calibrated.quotes();
        json.put(
                "quotes",
                IntStream.range(0, quotes.size())
                        .mapToObj(i -> quote(quotes.get(i), calibrated.residual(i)))
                        .toList());
        json.put("warnings", calibrated.warnings());
        return json;
    }

    private static Map<String, Object> quote(Quote quote, Rate residual) {
        Map<String, Object> json = JsonWriter.object(
                "quote", quote.instrument().label(),
                "index", quote.instrument().index().name(),
                "rate_pct", percent(quote.rate()),
                "weight", quote.weight().toString(),
                "residual_bp", basisPoints(residual));
        quote.instrument().ticks(residual).ifPresent(ticks -> json.put("residual_ticks", ticks));
        return json;
    }

    private static BigDecimal percent(Rate rate) {
        return basisPoints(rate).movePointLeft(2);
    }

    private static BigDecimal basisPoints(Rate rate) {
        return rate.exactBasisPoints().stripTrailingZeros();
    }

    /**
     * The path of a JSON text.
     *
     * @param source the name used in messages
     * @param text what {@link #text(PolicyPath)} or {@link #text(CalibratedPath)} wrote
     * @param own overnight rates that the library does not ship but the text names; one with the name of a shipped rate
     *     stands in its place
     * @return the path
     * @throws io.github.macroregime.core.io.FileFormatException if the text is not JSON, a field is absent or cannot be
     *     read, or the text's conventions of an index are not those of the index of that name; the message names the
     *     line
     */
    public static PolicyPath parse(String source, String text, OvernightIndex... own) {
        JsonObject json = JsonObject.parse(source, text);
        if (json.count("version") != VERSION) {
            throw json.problem("version must be " + VERSION + " but was " + json.text("version"));
        }
        json.requireOnly(
                "version",
                "as_of",
                "time",
                "index",
                "interpolation",
                "start_rate_pct",
                "start_rate_identified",
                "meetings",
                "turns",
                "bases",
                "terminal",
                "long_end",
                "convexity",
                VOLATILITY,
                "unidentified",
                "fixings",
                "fit");
        List<OvernightIndex> known = Stream.concat(Arrays.stream(own), OvernightIndex.shipped().stream())
                .toList();
        if (!json.has("meetings")) {
            throw json.problem("the array \"meetings\" is absent");
        }
        List<JsonObject> rows = json.objects("meetings");
        double[] rates = new double[rows.size() + 1];
        rates[0] = rate(json, "start_rate_pct", "start_rate_identified");
        for (int j = 1; j < rates.length; j++) {
            rates[j] = rate(rows.get(j - 1), "rate_pct", "identified");
        }
        return orProblem(json, () -> new PolicyPath(frame(json, known, rows), Doubles.copyOf(rates)));
    }

    /** A rate, missing where the text says that it is not identified. */
    private static double rate(JsonObject json, String name, String identified) {
        return !json.has(name) && json.optionalText(identified).equals(Optional.of("false"))
                ? Double.NaN
                : json.number(name, Unit.PERCENT);
    }

    private static void requireOne(JsonObject json, String one, String other) {
        if (json.has(one) && json.has(other)) {
            throw json.problem(one + " and " + other + " must not stand together");
        }
    }

    private static PathFrame frame(JsonObject json, List<OvernightIndex> known, List<JsonObject> rows) {
        return new PathFrame(
                json.date("as_of"),
                json.optionalText("time")
                        .map(name -> orProblem(json, () -> TimeOfDay.valueOf(name)))
                        .orElse(TimeOfDay.AFTER_DECISION),
                index(json, known),
                rows.stream().map(PathJson::meeting).toList(),
                orProblem(json, () -> Interpolation.valueOf(json.text("interpolation"))),
                json.objects("fixings").stream()
                        .map(each -> fixings(each, known))
                        .toList(),
                adjustments(json, known));
    }

    private static Meeting meeting(JsonObject row) {
        row.requireOnly(
                "decision",
                "effective",
                "rate_pct",
                "step_bp",
                "cumulative_bp",
                "moves_of_25_bp",
                "rate_error_bp",
                "step_error_bp",
                "identified");
        return orProblem(row, () -> new Meeting(row.date("decision"), row.date("effective")));
    }

    private static OvernightIndex index(JsonObject json, List<OvernightIndex> known) {
        JsonObject stated = json.object("index");
        String name = stated.text("name");
        OvernightIndex index = known.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> stated.problem("the index must be one of " + known + " but was " + name));
        String ours = String.join(
                " ",
                index.fixingDays().toString(),
                index.paymentDays().toString(),
                Integer.toString(index.daysInYear()),
                Integer.toString(index.spotLag()),
                Integer.toString(index.paymentLag()),
                Integer.toString(index.couponMonths()));
        String theirs = String.join(
                " ",
                stated.text("fixing_days"),
                stated.text("payment_days"),
                stated.text("days_in_year"),
                stated.text("spot_lag_days"),
                stated.text("payment_lag_days"),
                stated.optionalText("coupon_months").orElse(Integer.toString(index.couponMonths())));
        if (!theirs.equals(ours)) {
            throw stated.problem("the conventions of " + name + " are \"" + theirs + "\" in the text but \"" + ours
                    + "\" here; give the index of the text");
        }
        return index;
    }

    private static Adjustments adjustments(JsonObject json, List<OvernightIndex> known) {
        List<Turn> turns = json.objects("turns").stream()
                .map(each -> each.requireOnly("fixing_day", "size_bp"))
                .map(each -> new Turn(each.date("fixing_day"), each.rate("size_bp", Unit.BASIS_POINTS)))
                .toList();
        List<IndexBasis> bases = json.objects("bases").stream()
                .map(each -> each.requireOnly("index", "spread_bp", "from"))
                .map(each -> new IndexBasis(index(each, known), each.rate("spread_bp", Unit.BASIS_POINTS), from(each)))
                .toList();
        List<LongEnd> longEnd = json.objects("long_end").stream()
                .map(each -> each.requireOnly("until", "drift_bp"))
                .map(each -> new LongEnd(each.date("until"), each.rate("drift_bp", Unit.BASIS_POINTS)))
                .toList();
        Unknowns open = json.has("unidentified") ? unidentified(json.object("unidentified"), known) : Unknowns.none();
        return new Adjustments(turns, bases, longEnd, convexity(json), open);
    }

    private static Unknowns unidentified(JsonObject json, List<OvernightIndex> known) {
        json.requireOnly("bases", "turns", "long_end");
        return new Unknowns(
                json.objects("bases").stream()
                        .map(each -> new OpenBasis(index(each, known), from(each)))
                        .toList(),
                json.objects("turns").stream()
                        .map(each -> each.date("fixing_day"))
                        .toList(),
                json.objects("long_end").stream()
                        .map(each -> each.date("until"))
                        .toList());
    }

    private static LocalDate from(JsonObject basis) {
        return basis.has("from") ? basis.date("from") : LocalDate.MIN;
    }

    private static ConvexityAdjustment convexity(JsonObject json) {
        requireOne(json, "convexity", VOLATILITY);
        if (json.optionalText(VOLATILITY).isPresent()) {
            return new ConvexityAdjustment.HoLee(json.rate(VOLATILITY, Unit.BASIS_POINTS));
        }
        Map<String, Rate> spreads = new TreeMap<>();
        for (JsonObject each : json.objects("convexity")) {
            String contract = each.requireOnly("contract", "spread_bp").text("contract");
            if (spreads.put(contract, each.rate("spread_bp", Unit.BASIS_POINTS)) != null) {
                throw each.problem("the convexity of " + contract + " stands in the text twice");
            }
        }
        return spreads.isEmpty() ? ConvexityAdjustment.none() : new ConvexityAdjustment.PerContract(spreads);
    }

    private static PublishedFixings fixings(JsonObject json, List<OvernightIndex> known) {
        Unit unit = Stream.of(Unit.PERCENT, Unit.BASIS_POINTS)
                .filter(each -> each.symbol().equals(json.text("unit")))
                .findFirst()
                .orElseThrow(() -> json.problem("unit must be one of %, bp but was " + json.text("unit")));
        json.requireOnly("index", "unit", "rates");
        List<LocalDate> dates = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (JsonObject each : json.objects("rates")) {
            dates.add(each.requireOnly("date", "rate_pct").date("date"));
            values.add(each.number("rate_pct", Unit.PERCENT));
        }
        double[] inside = values.stream().mapToDouble(Double::doubleValue).toArray();
        OvernightIndex index = index(json, known);
        return orProblem(json, () -> new PublishedFixings(index, TimeSeries.of(DateIndex.copyOf(dates), inside, unit)));
    }

    /** What a record's constructor refuses becomes an error about the object that the record is read from. */
    private static <T> T orProblem(JsonObject json, Supplier<T> value) {
        try {
            return value.get();
        } catch (FileFormatException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw json.problem("refused: " + e.getMessage());
        }
    }
}
