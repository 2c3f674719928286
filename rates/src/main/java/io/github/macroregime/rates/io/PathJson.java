package io.github.macroregime.rates.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.Convexity;
import io.github.macroregime.rates.instrument.IndexBasis;
import io.github.macroregime.rates.instrument.Overlays;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.Turn;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathExtreme;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PathInterpolation;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Writes a policy path as JSON and reads it back, overlays and fixings included.
 *
 * <p>One object. {@code version} is 1 and changes when a field changes its meaning or disappears; fields may be added
 * within a version. The unit stands at the end of a field's name. A field whose value does not exist is absent.
 *
 * <ul>
 *   <li>{@code as_of}, {@code index} ({@code name}, {@code fixing_days}, {@code days_in_year}, {@code spot_lag_days},
 *       {@code payment_lag_days}), {@code interpolation}, {@code start_rate_pct}
 *   <li>{@code meetings[]}: {@code decision}, {@code effective}, {@code rate_pct}, {@code step_bp}, {@code
 *       cumulative_bp}, {@code moves_of_25_bp}; of a calibrated path also {@code rate_error_bp}, {@code step_error_bp},
 *       {@code identified}
 *   <li>{@code terminal}: {@code kind}, {@code rate_pct}, {@code since}, {@code at_horizon}
 *   <li>{@code turns[]}: {@code fixing_day}, {@code size_bp}; {@code bases[]}: {@code index}, {@code spread_bp}; {@code
 *       ho_lee_volatility_bp}
 *   <li>{@code fixings[]}: {@code index}, {@code unit}, {@code rates[]} of {@code date} and {@code rate_pct}
 *   <li>{@code fit} of a calibrated path: {@code status}, {@code rank}, {@code unknowns}, {@code condition}, {@code
 *       start_rate_error_bp}, {@code start_rate_identified}, {@code quotes[]} ({@code quote}, {@code index}, {@code
 *       rate_pct}, {@code weight}, {@code residual_bp}, {@code residual_ticks} for futures)
 * </ul>
 *
 * <p>Rates are written with all their digits, so that reading gives the same path bit for bit; missing fixings are left
 * out. What can be computed from the path, and {@code fit}, is written for others and passed over by the reader.
 */
public final class PathJson {

    private static final int VERSION = 1;
    private static final Rate MOVE = Rate.ofBasisPoints(25);
    private static final JsonFactory JSON = new JsonFactory();

    private PathJson() {}

    /**
     * A path as JSON.
     *
     * @param path the path
     * @return one object, indented
     */
    public static String text(PolicyPath path) {
        return written(json -> writePath(json, path, step -> {}));
    }

    /**
     * A calibrated path as JSON, with its standard errors and residuals.
     *
     * @param calibrated the path with its quotes
     * @return one object, indented
     */
    public static String text(CalibratedPath calibrated) {
        return written(json -> {
            writePath(json, calibrated.path(), step -> writeErrors(json, calibrated, step.meeting()));
            writeFit(json, calibrated);
        });
    }

    private interface Body {

        void write(JsonGenerator json) throws IOException;
    }

    private interface More {

        void write(PathStep step) throws IOException;
    }

    private static String written(Body body) {
        StringWriter text = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a path cannot be written as JSON", e);
        }
        return text.append('\n').toString();
    }

    private static void writePath(JsonGenerator json, PolicyPath path, More ofEachStep) throws IOException {
        json.writeNumberField("version", VERSION);
        json.writeStringField("as_of", path.asOf().toString());
        writeIndex(json, path.frame().index());
        json.writeStringField("interpolation", path.frame().interpolation().name());
        percent(json, "start_rate_pct", path.startRate());
        json.writeArrayFieldStart("meetings");
        for (PathStep step : path.steps()) {
            json.writeStartObject();
            writeStep(json, step);
            ofEachStep.write(step);
            json.writeEndObject();
        }
        json.writeEndArray();
        writeTerminal(json, path.terminal());
        writeOverlays(json, path.frame().overlays());
        json.writeArrayFieldStart("fixings");
        for (PublishedFixings published : path.frame().fixings()) {
            writeFixings(json, published);
        }
        json.writeEndArray();
    }

    private static void writeIndex(JsonGenerator json, OvernightIndex index) throws IOException {
        json.writeObjectFieldStart("index");
        json.writeStringField("name", index.name());
        json.writeStringField("fixing_days", index.fixingDays().toString());
        json.writeNumberField("days_in_year", index.daysInYear());
        json.writeNumberField("spot_lag_days", index.spotLag());
        json.writeNumberField("payment_lag_days", index.paymentLag());
        json.writeEndObject();
    }

    private static void writeStep(JsonGenerator json, PathStep step) throws IOException {
        json.writeStringField("decision", step.meeting().decision().toString());
        json.writeStringField("effective", step.meeting().effective().toString());
        percent(json, "rate_pct", step.rateAfter());
        basisPoints(json, "step_bp", step.step());
        basisPoints(json, "cumulative_bp", step.cumulative());
        json.writeNumberField("moves_of_25_bp", step.moves(MOVE));
    }

    private static void writeErrors(JsonGenerator json, CalibratedPath calibrated, Meeting meeting) throws IOException {
        int period = calibrated.path().frame().periodAfter(meeting);
        basisPoints(json, "rate_error_bp", calibrated.standardError(period));
        basisPoints(json, "step_error_bp", calibrated.stepStandardError(meeting));
        json.writeBooleanField("identified", !calibrated.unidentifiedPeriods().contains(period));
    }

    private static void writeTerminal(JsonGenerator json, PathExtreme terminal) throws IOException {
        json.writeObjectFieldStart("terminal");
        json.writeStringField("kind", terminal.kind().name());
        percent(json, "rate_pct", terminal.rate());
        json.writeStringField("since", terminal.since().toString());
        json.writeBooleanField("at_horizon", terminal.atHorizon());
        json.writeEndObject();
    }

    private static void writeOverlays(JsonGenerator json, Overlays overlays) throws IOException {
        json.writeArrayFieldStart("turns");
        for (Turn turn : overlays.turns()) {
            json.writeStartObject();
            json.writeStringField("fixing_day", turn.fixingDay().toString());
            basisPoints(json, "size_bp", turn.size());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("bases");
        for (IndexBasis basis : overlays.bases()) {
            json.writeStartObject();
            writeIndex(json, basis.index());
            basisPoints(json, "spread_bp", basis.spread());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!overlays.convexity().equals(Convexity.none())) {
            basisPoints(json, "ho_lee_volatility_bp", overlays.convexity().volatility());
        }
    }

    private static void writeFixings(JsonGenerator json, PublishedFixings published) throws IOException {
        TimeSeries rates = published.rates().dropMissing();
        json.writeStartObject();
        writeIndex(json, published.index());
        json.writeStringField("unit", rates.unit().symbol());
        json.writeArrayFieldStart("rates");
        for (int i = 0; i < rates.size(); i++) {
            json.writeStartObject();
            json.writeStringField("date", rates.date(i).toString());
            percent(json, "rate_pct", Rate.ofDecimal(rates.value(i)));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeFit(JsonGenerator json, CalibratedPath calibrated) throws IOException {
        json.writeObjectFieldStart("fit");
        json.writeStringField("status", calibrated.status().name());
        json.writeNumberField("rank", calibrated.rank());
        json.writeNumberField("unknowns", calibrated.unknowns());
        if (Double.isFinite(calibrated.condition())) {
            json.writeNumberField("condition", calibrated.condition());
        }
        basisPoints(json, "start_rate_error_bp", calibrated.standardError(0));
        json.writeBooleanField(
                "start_rate_identified", !calibrated.unidentifiedPeriods().contains(0));
        json.writeArrayFieldStart("quotes");
        List<Quote> quotes = calibrated.quotes();
        for (int i = 0; i < quotes.size(); i++) {
            writeQuote(json, quotes.get(i), calibrated.residual(i));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeQuote(JsonGenerator json, Quote quote, Rate residual) throws IOException {
        json.writeStartObject();
        json.writeStringField("quote", quote.instrument().label());
        json.writeStringField("index", quote.instrument().index().name());
        percent(json, "rate_pct", quote.rate());
        json.writeStringField("weight", quote.weight().toString());
        basisPoints(json, "residual_bp", residual);
        OptionalDouble ticks = quote.instrument().ticks(residual);
        if (ticks.isPresent()) {
            json.writeNumberField("residual_ticks", ticks.getAsDouble());
        }
        json.writeEndObject();
    }

    private static void percent(JsonGenerator json, String name, Rate rate) throws IOException {
        number(json, name, rate.exactBasisPoints().movePointLeft(2));
    }

    private static void basisPoints(JsonGenerator json, String name, Rate rate) throws IOException {
        number(json, name, rate.exactBasisPoints());
    }

    private static void number(JsonGenerator json, String name, BigDecimal value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(value.stripTrailingZeros().toPlainString());
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
        List<OvernightIndex> known = Stream.concat(Arrays.stream(own), OvernightIndex.shipped().stream())
                .toList();
        List<JsonObject> rows = json.objects("meetings");
        double[] after = rows.stream()
                .mapToDouble(row -> row.number("rate_pct", Unit.PERCENT))
                .toArray();
        return orProblem(
                json,
                () -> new PolicyPath(
                        frame(json, known, rows), json.rate("start_rate_pct", Unit.PERCENT), Doubles.copyOf(after)));
    }

    private static PathFrame frame(JsonObject json, List<OvernightIndex> known, List<JsonObject> rows) {
        return new PathFrame(
                json.date("as_of"),
                index(json, known),
                rows.stream().map(PathJson::meeting).toList(),
                orProblem(json, () -> PathInterpolation.valueOf(json.text("interpolation"))),
                json.objects("fixings").stream()
                        .map(each -> fixings(each, known))
                        .toList(),
                overlays(json, known));
    }

    private static Meeting meeting(JsonObject row) {
        return orProblem(row, () -> new Meeting(row.date("decision"), row.date("effective")));
    }

    private static OvernightIndex index(JsonObject json, List<OvernightIndex> known) {
        JsonObject stated = json.object("index");
        String name = stated.text("name");
        OvernightIndex index = known.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> stated.problem("the index must be one of " + known + " but was " + name));
        String ours = index.fixingDays() + " " + index.daysInYear() + " " + index.spotLag() + " " + index.paymentLag();
        String theirs = stated.text("fixing_days") + " " + stated.text("days_in_year") + " "
                + stated.text("spot_lag_days") + " " + stated.text("payment_lag_days");
        if (!theirs.equals(ours)) {
            throw stated.problem("the conventions of " + name + " are \"" + theirs + "\" in the text but \"" + ours
                    + "\" here; give the index of the text");
        }
        return index;
    }

    private static Overlays overlays(JsonObject json, List<OvernightIndex> known) {
        List<Turn> turns = json.objects("turns").stream()
                .map(each -> new Turn(each.date("fixing_day"), each.rate("size_bp", Unit.BASIS_POINTS)))
                .toList();
        List<IndexBasis> bases = json.objects("bases").stream()
                .map(each -> new IndexBasis(index(each, known), each.rate("spread_bp", Unit.BASIS_POINTS)))
                .toList();
        Convexity convexity = json.optionalText("ho_lee_volatility_bp").isPresent()
                ? new Convexity.HoLee(json.rate("ho_lee_volatility_bp", Unit.BASIS_POINTS))
                : Convexity.none();
        return new Overlays(turns, bases, List.of(), convexity);
    }

    private static PublishedFixings fixings(JsonObject json, List<OvernightIndex> known) {
        Unit unit = Stream.of(Unit.PERCENT, Unit.BASIS_POINTS)
                .filter(each -> each.symbol().equals(json.text("unit")))
                .findFirst()
                .orElseThrow(() -> json.problem("unit must be one of %, bp but was " + json.text("unit")));
        List<LocalDate> dates = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (JsonObject each : json.objects("rates")) {
            dates.add(each.date("date"));
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
