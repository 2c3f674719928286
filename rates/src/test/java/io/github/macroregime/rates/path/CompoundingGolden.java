package io.github.macroregime.rates.path;

import static io.github.macroregime.fixture.GoldenFile.date;
import static io.github.macroregime.fixture.GoldenFile.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.fixture.ContractOf;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.rates.GoldenCases;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.Adjustments.Turn;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.ConvexityAdjustment;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.TenorOis;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Instruments priced on given paths with fifty digits. Tolerance: 1e-12 relative of percent; the derivatives are
 * printed with sixteen digits.
 */
@ContractOf(RateInstrument.Compiler.class)
class CompoundingGolden {

    private static final String FILE = "compounding_oracle.json";

    static RateInstrument instrument(OvernightIndex index, JsonNode row, LocalDate asOf) {
        return switch (row.get("type").asText()) {
            case "AVG_FUT" ->
                AverageFuture.sr1(index, YearMonth.parse(row.get("label").asText()));
            case "COMP_FUT_3M" ->
                CompoundedFuture.sr3(index, YearMonth.parse(row.get("label").asText()));
            case "TENOR_OIS" -> TenorOis.of(index, asOf, row.get("label").asText());
            default -> new DatedOis(index, date(row.get("start")), date(row.get("end")));
        };
    }

    private static PolicyPath path(JsonNode one, PathFrame frame) {
        double[] rates = GoldenFile.list(one.get("regime_rates_pct")).stream()
                .mapToDouble(rate -> number(rate) / 100)
                .toArray();
        return new PolicyPath(
                frame, Rate.ofDecimal(rates[0]), Doubles.copyOf(rates).slice(1, rates.length));
    }

    @Test
    void ratesAndDerivatives() {
        Deviation rates = Deviation.absolute("percent");
        Deviation derivatives = Deviation.absolute("(rate by period)");
        for (JsonNode one : GoldenCases.cases(FILE)) {
            if (!one.has("instruments") || one.has("turns_pct")) {
                continue;
            }
            PathFrame frame = GoldenCases.frame(one, "fixings_pct");
            PolicyPath path = path(one, frame);
            for (JsonNode row : one.get("instruments")) {
                String place = one.get("name").asText() + " " + row.get("label").asText();
                RateInstrument instrument = instrument(frame.index(), row, path.asOf());
                rates.compare(place, path.parRate(instrument).orElseThrow().percent(), number(row.get("rate_pct")));
                double[] gradient = new double[path.meetings().size() + 1];
                CompiledRate.of(frame, instrument).rate(path.rates().toArray(), gradient);
                for (int j = 0; row.has("d_rate_d_regime") && j < gradient.length; j++) {
                    derivatives.compare(
                            place,
                            gradient[j],
                            number(row.get("d_rate_d_regime").get(j)));
                }
            }
        }
        rates.isAtMost(5e-12);
        derivatives.isAtMost(2e-13);
    }

    @Test
    void discountFactors() {
        Deviation factors = Deviation.absolute("(discount factor)");
        for (String name : List.of("seed_literal_path", "seed_smooth_path")) {
            JsonNode one = GoldenCases.named(FILE, name);
            PolicyPath path = path(one, GoldenCases.frame(one, "fixings_pct"));
            for (JsonNode row : one.get("discount_factors")) {
                factors.compare(name, path.discountFactor(date(row.get("date"))).getAsDouble(), number(row.get("df")));
            }
        }
        factors.isAtMost(1e-15);
    }

    @Test
    void turnOfTheYear() {
        JsonNode one = GoldenCases.named(FILE, "year_end_turn_overlay");
        PathFrame plain = GoldenCases.frame(one, "fixings_pct");
        PathFrame turned = plain.withAdjustments(
                Adjustments.none().withTurn(new Turn(LocalDate.of(2025, 12, 31), Rate.ofPercent(0.12))));
        Deviation rates = Deviation.absolute("percent");
        for (JsonNode row : one.get("instruments")) {
            RateInstrument instrument = instrument(plain.index(), row, plain.asOf());
            String place = row.get("label").asText();
            rates.compare(
                    place,
                    path(one, plain).parRate(instrument).orElseThrow().percent(),
                    number(row.get("rate_without_turn_pct")));
            rates.compare(
                    place, path(one, turned).parRate(instrument).orElseThrow().percent(), number(row.get("rate_pct")));
        }
        rates.isAtMost(5e-12);
    }

    @Test
    void gaussianConvexity() {
        Deviation rates = Deviation.absolute("bp");
        for (JsonNode row : GoldenCases.named(FILE, "ho_lee_convexity").get("rows")) {
            double sigma = number(row.get("sigma"));
            double start = number(row.get("T1"));
            double forward = number(row.get("forward"));
            double future = ConvexityAdjustment.compoundedFuturesRate(sigma, start, number(row.get("delta")), forward);
            rates.compare(row.toString(), (future - forward) * 1e4, number(row.get("convexity_bp")));
            double average = ConvexityAdjustment.averageFuturesSpread(sigma, start, 1.0 / 12);
            rates.compare(row.toString(), average * 1e4, number(row.get("avg_1m_convexity_bp")));
        }
        rates.isAtMost(1e-11);
    }
}
