package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.Landmark.Distance;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.PrintedBands;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import org.junit.jupiter.api.Test;

/** The derived numbers of the printed spread; they are rounded to 15 digits in the file. */
class EditionGolden {

    private static final double FIFTEEN_DIGITS = 1e-13;

    private final JsonNode file = GoldenFile.json("credit/seed_2025-07-22.json");
    private final Bands bands = PrintedBands.macroLetterComplete();

    @Test
    void derived_distances() {
        JsonNode derived = file.get("derived");
        SpreadStanding standing = EditionSpread.standing();
        assertThat(standing.level()).isEqualTo(printed("current_bp"));
        assertThat(EditionSpread.AVERAGE.level()).isEqualTo(printed("five_year_average_bp"));
        assertThat(EditionSpread.HIGH.level()).isEqualTo(printed("high_2020_bp"));
        Distance average = standing.againstAverage().orElseThrow();
        Distance high = standing.againstHigh().orElseThrow();
        var up = standing.place().up().orElseThrow();
        Deviation deviation = new Deviation("credit/seed_2025-07-22.json");
        deviation.compare("average", average.difference().basisPoints(), number(derived, "current_minus_average_bp"));
        deviation.compare("over average", average.ratio().orElseThrow(), number(derived, "current_over_average"));
        deviation.compare("over high", high.ratio().orElseThrow(), number(derived, "current_over_high"));
        deviation.compare("to high", -high.difference().basisPoints(), number(derived, "high_minus_current_bp"));
        deviation.compare("to 60", up.move().basisPoints(), number(derived, "distance_up_to_60_bp"));
        deviation.compare("to 60 in %", 100 * up.ofLevel().orElseThrow(), number(derived, "distance_up_to_60_pct"));
        deviation.compare(
                "high over average",
                high.landmark().level().decimal() / average.landmark().level().decimal(),
                number(derived, "high_to_average_ratio"));
        deviation.compare(
                "widening ratio",
                average.difference().decimal() / high.difference().decimal(),
                number(derived, "widening_ratio_to_average_over_to_high"));
        deviation.isAtMost(FIFTEEN_DIGITS);
    }

    @Test
    void average_falls_in_the_noise_band() {
        assertThat(file.at("/derived/average_falls_in_band").asText()).isEqualTo("60-70");
        assertThat(bands.indexAt(printed("five_year_average_bp"))).isEqualTo(1);
    }

    @Test
    void edge_cases_as_printed() {
        String[] codes = {"<60", "60-70", "gap", ">90"};
        for (JsonNode edgeCase : file.get("edge_cases")) {
            Rate level = Rate.ofBasisPoints(GoldenFile.number(edgeCase.get("x")));
            // Where the file leaves two readings, the first is the printed one.
            assertThat(edgeCase.get("band").asText()).startsWith(codes[bands.indexAt(level)]);
        }
    }

    @Test
    void hole_of_the_printed_bands_is_declared() {
        Band hole = bands.unnamed().get(0);
        assertThat(hole.name()).isEqualTo("UNNAMED (70-90 bp)");
        assertThat(hole.interval()).isEqualTo("(70, 90] bp");
        assertThat(file.get("unnamed_interval").asText()).startsWith("70 to 90 bp");
    }

    private Rate printed(String name) {
        return Rate.ofBasisPoints(GoldenFile.number(file.get(name)));
    }

    private static double number(JsonNode node, String name) {
        return GoldenFile.number(node.get(name));
    }
}
