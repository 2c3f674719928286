package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.meeting.Meeting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tables that news services print, and the study of the day from which a decision counts. */
class PublishedTablesGolden {

    private static CsvTable csv(String name) throws IOException {
        try (InputStream in = PublishedTablesGolden.class.getResourceAsStream("/golden/rates/" + name)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return CsvTable.parse(name, text);
        }
    }

    /** Printed to 0.01 or 0.001 % and 0.1 bp, so start = implied − cumulative agrees to half of both. */
    @Test
    void impliedLessCumulativeIsTheStartInEveryTable() throws IOException {
        Map<String, List<CsvRow>> tables = new LinkedHashMap<>();
        for (CsvRow row : csv("published_meeting_tables.csv").rows()) {
            tables.computeIfAbsent(row.text("source") + row.text("as_of"), key -> new ArrayList<>())
                    .add(row);
        }
        Deviation implied = Deviation.absolute("percent");
        Deviation steps = Deviation.absolute("bp");
        tables.forEach((name, rows) -> {
            Rate start = Rate.ofDecimal(rows.stream()
                    .mapToDouble(row -> row.rate("implied_pct", Unit.PERCENT)
                            .minus(row.rate("cumulative_bp", Unit.BASIS_POINTS))
                            .decimal())
                    .average()
                    .orElseThrow());
            PolicyPath path = path(start, rows);
            for (int j = 0; j < rows.size(); j++) {
                PathStep step = path.steps().get(j);
                double printed = rows.get(j).rate("implied_pct", Unit.PERCENT).percent();
                implied.compare(
                        name + rows.get(j).line(),
                        step.rateAfter().orElseThrow().percent(),
                        printed);
                rows.get(j)
                        .optionalRate("incremental_bp", Unit.BASIS_POINTS)
                        .ifPresent(change ->
                                steps.compare(name, step.step().orElseThrow().basisPoints(), change.basisPoints()));
            }
        });
        implied.isAtMost(0.0065);
        steps.isAtMost(0.1 + 1e-9);
        assertThat(tables).hasSize(5);
    }

    private static PolicyPath path(Rate start, List<CsvRow> rows) {
        List<Meeting> meetings = rows.stream()
                .map(row -> row.date("meeting"))
                .map(day -> new Meeting(day, day.plusDays(1)))
                .toList();
        PathFrame frame = PathFrame.of(meetings.get(0).decision(), OvernightIndex.effr(), meetings);
        return PolicyPath.ofCumulative(
                frame,
                start,
                rows.stream()
                        .map(row -> row.rate("cumulative_bp", Unit.BASIS_POINTS))
                        .toList());
    }

    /** Where the effective date lies in the next month the file counts 32 old days of 31; a path counts 31. */
    private static double monthAverage(double before, double after, LocalDate decision, int daysLater) {
        if (decision.getDayOfMonth() - 1 + daysLater > decision.lengthOfMonth()) {
            return before + (before - after) / decision.lengthOfMonth();
        }
        Meeting meeting = new Meeting(decision, decision.plusDays(daysLater));
        YearMonth month = YearMonth.from(decision);
        PathFrame frame = PathFrame.of(month.atDay(1), OvernightIndex.effr(), List.of(meeting));
        PolicyPath path = PolicyPath.ofSteps(
                frame, Rate.ofPercent(before), List.of(Rate.ofPercent(after).minus(Rate.ofPercent(before))));
        return path.parRate(AverageFuture.zq(month)).orElseThrow().percent();
    }

    /** Residuals are printed to 0.0001 bp; the month's own close follows from the first of each row. */
    @Test
    void nextBusinessDayFitsMonthAveragesBest() {
        JsonNode file = GoldenFile.json("rates/effective_date_study.json");
        String[] names = {"decision_day", "effective_next_day", "two_days_later"};
        Deviation residuals = Deviation.absolute("bp");
        Deviation summary = Deviation.absolute("bp");
        double[] absolute = new double[names.length];
        double[] square = new double[names.length];
        int closer = 0;
        for (JsonNode row : file.get("rows")) {
            LocalDate decision = GoldenFile.date(row.get("decision"));
            double before = row.get("A_pct").asDouble();
            double after = row.get("C_pct").asDouble();
            double close = monthAverage(before, after, decision, 0)
                    + row.get("residual_bp").get(names[0]).asDouble() / 100;
            double[] missed = new double[names.length];
            for (int i = 0; i < names.length; i++) {
                missed[i] = 100 * (close - monthAverage(before, after, decision, i));
                residuals.compare(
                        decision + " " + names[i],
                        missed[i],
                        row.get("residual_bp").get(names[i]).asDouble());
                absolute[i] += Math.abs(missed[i]);
                square[i] += missed[i] * missed[i];
            }
            closer += Math.abs(missed[1]) < Math.abs(missed[0]) ? 1 : 0;
        }
        int n = file.get("n").asInt();
        for (int i = 0; i < names.length; i++) {
            JsonNode expected = file.get("summary").get(names[i]);
            summary.compare(
                    names[i], absolute[i] / n, expected.get("mean_abs_bp").asDouble());
            summary.compare(
                    names[i], Math.sqrt(square[i] / n), expected.get("rmse_bp").asDouble());
        }
        residuals.isAtMost(1.5e-4);
        summary.isAtMost(1.5e-4);
        assertThat(closer)
                .isEqualTo(
                        file.get("effective_next_day_closer_than_decision_day").asInt());
    }
}
