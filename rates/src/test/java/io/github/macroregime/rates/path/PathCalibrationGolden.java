package io.github.macroregime.rates.path;

import static io.github.macroregime.fixture.GoldenFile.date;
import static io.github.macroregime.fixture.GoldenFile.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.rates.GoldenCases;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.QuoteWeight;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths solved with fifty digits. Tolerance: 1e-12 relative of percent and basis points; printed with 15 digits. */
class PathCalibrationGolden {

    private static final String FILE = "path_calibration_oracle.json";

    private static CalibratedPath calibrate(JsonNode one, PathFrame frame) {
        List<Quote> quotes = new ArrayList<>();
        for (JsonNode row : one.get("quotes")) {
            RateInstrument instrument = CompoundingGolden.instrument(frame.index(), row, frame.asOf());
            Quote quote = Quote.of(instrument, Rate.ofPercent(number(row.get("rate_pct"))));
            quotes.add(
                    row.has("weight")
                            ? quote.withWeight(QuoteWeight.standardError(
                                    Rate.ofBasisPoints(1 / Math.sqrt(number(row.get("weight"))))))
                            : quote);
        }
        return PathCalibrator.compile(frame, quotes).calibrate().orElseThrow();
    }

    @Test
    void squareSystems() {
        Deviation rates = Deviation.absolute("percent");
        Deviation jacobian = Deviation.absolute("(rate by quote)");
        Deviation factors = Deviation.absolute("(discount factor)");
        Deviation repricing = Deviation.absolute("bp");
        for (String name :
                List.of("seed_literal_path_dated_plus_18m_square", "seed_smooth_path_dated_plus_18m_square")) {
            JsonNode one = GoldenCases.named(FILE, name);
            JsonNode expected = one.get("expected");
            CalibratedPath found = calibrate(one, GoldenCases.frame(one, "fixings_pct"));
            double[] x = found.completed().rates().toArray();
            for (int j = 0; j < x.length; j++) {
                rates.compare(
                        name,
                        100 * x[j],
                        number(expected.get("regime_rates_pct").get(j)));
                for (int q = 0; q < found.quotes().size(); q++) {
                    JsonNode cell = expected.get("d_regime_d_quote").get(j).get(q);
                    jacobian.compare(name + " " + j + " " + q, found.jacobian().get(j, q), number(cell));
                }
            }
            for (JsonNode row : expected.get("discount_factors")) {
                factors.compare(
                        name, found.path().discountFactor(date(row.get("date"))).getAsDouble(), number(row.get("df")));
            }
            found.residuals().stream().forEach(residual -> repricing.compare(name, residual * 1e4, 0));
        }
        rates.isAtMost(1e-11);
        jacobian.isAtMost(1e-11);
        factors.isAtMost(1e-14);
        repricing.isAtMost(1e-9);
    }

    @Test
    void logLinearDiscountFactorsAgreeWithQuantLib() {
        Deviation factors = Deviation.absolute("(discount factor)");
        Deviation overnight = Deviation.absolute("percent");
        for (String name :
                List.of("seed_literal_path_dated_plus_18m_square", "seed_smooth_path_dated_plus_18m_square")) {
            JsonNode one = GoldenCases.named(FILE, name);
            PathFrame frame =
                    GoldenCases.frame(one, "fixings_pct").withInterpolation(Interpolation.LOG_LINEAR_DISCOUNT);
            PolicyPath path = calibrate(one, frame).path();
            for (JsonNode row : one.get("quantlib_same_quotes")) {
                factors.compare(
                        name + " " + row.get("end"),
                        path.discountFactor(date(row.get("end"))).getAsDouble(),
                        number(row.get("quantlib_discount_end")));
                LocalDate start = date(row.get("start"));
                LocalDate next = frame.index().fixingDays().next(start);
                double growth = path.discountFactor(start).getAsDouble()
                        / path.discountFactor(next).getAsDouble();
                overnight.compare(
                        name + " " + start,
                        100 * (growth - 1) * 360 / ChronoUnit.DAYS.between(start, next),
                        number(row.get("quantlib_first_overnight_pct")));
            }
        }
        factors.isAtMost(1e-12);
        overnight.isAtMost(1e-10);
    }

    /** The file states residuals as model minus quote, the library as quote minus model. */
    @Test
    void fortyFiveQuotesByLeastSquares() {
        Deviation rates = Deviation.absolute("percent");
        Deviation residuals = Deviation.absolute("bp");
        JsonNode one = GoldenCases.named(FILE, "seed_smooth_path_overdetermined_45_quotes");
        JsonNode expected = one.get("expected");
        CalibratedPath found = calibrate(one, GoldenCases.frame(one, "fixings_pct"));
        double[] x = found.completed().rates().toArray();
        for (int j = 0; j < x.length; j++) {
            rates.compare(
                    "period " + j,
                    100 * x[j],
                    number(expected.get("regime_rates_pct").get(j)));
        }
        for (int q = 0; q < found.quotes().size(); q++) {
            residuals.compare(
                    found.quotes().get(q).toString(),
                    found.residual(q).basisPoints(),
                    -number(expected.get("residual_bp").get(q)));
        }
        rates.isAtMost(1e-11);
        residuals.isAtMost(1e-9);
    }
}
