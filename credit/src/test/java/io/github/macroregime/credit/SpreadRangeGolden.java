package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The range from the first date on, date by date; ratios are rounded to 15 digits in the file. */
class SpreadRangeGolden {

    @Test
    void equals_the_running_range() {
        JsonNode rows = GoldenFile.json("range_asymmetry.json").get("expected");
        List<Double> quoted = new ArrayList<>();
        rows.forEach(row -> quoted.add(GoldenFile.number(row.get("x"))));
        TimeSeries levels = Levels.basisPoints(quoted);
        Deviation deviation = new Deviation("range_asymmetry.json");
        for (JsonNode row : rows) {
            int i = row.get("i").asInt();
            SpreadRange range = SpreadRange.of(levels, levels.date(i), Lookback.expanding());
            String where = "row " + i + " ";
            compare(deviation, Rate.ofDecimal(range.wide().value()), row, "running_max", where);
            compare(deviation, Rate.ofDecimal(range.tight().value()), row, "running_min", where);
            compare(deviation, range.drawup(), row, "drawup_from_tight_bp", where);
            compare(deviation, range.retrace(), row, "retrace_from_wide_bp", where);
            compare(deviation, range.position(), row.get("position_in_range"), where + "position");
            compare(deviation, range.asymmetry(), row.get("asymmetry"), where + "asymmetry");
        }
        deviation.isAtMost(1e-12);
    }

    private static void compare(Deviation deviation, Rate actual, JsonNode row, String name, String where) {
        deviation.compare(where + name, actual.basisPoints(), GoldenFile.number(row.get(name)));
    }

    private static void compare(Deviation deviation, OptionalDouble actual, JsonNode expected, String where) {
        assertThat(actual.isEmpty()).as(where).isEqualTo(expected.isNull());
        actual.ifPresent(value -> deviation.compare(where, value, GoldenFile.number(expected)));
    }
}
