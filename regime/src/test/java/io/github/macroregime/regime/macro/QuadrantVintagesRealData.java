package io.github.macroregime.regime.macro;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.BrierScore;
import io.github.macroregime.core.stats.BrierScore.Forecast;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.fixture.Workbook;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.ModelRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The rule of the label judged on real monthly vintages: every line of the tables in {@code docs/quadrants.md} is
 * computed here.
 *
 * <p>Vintages of consumer prices begin in November 1998; before, the first of them stands in, cut at each month.
 */
class QuadrantVintagesRealData {

    private static final LocalDate SPLIT = LocalDate.of(2000, 1, 1);
    private static final List<Double> MARGINS = List.of(0.0, 0.05, 0.10, 0.15, 0.20, 0.25, 0.30);
    private static final int SOON = 3;
    private static final List<List<YearMonth>> RECESSIONS = Stream.of(
                    "1970-01 1970-11",
                    "1973-12 1975-03",
                    "1980-02 1980-07",
                    "1981-08 1982-11",
                    "1990-08 1991-03",
                    "2001-04 2001-11",
                    "2008-01 2009-06",
                    "2020-03 2020-04")
            .map(each -> Stream.of(each.split(" ")).map(YearMonth::parse).toList())
            .toList();

    private static final Map<String, Measure> MEASURES = new LinkedHashMap<>();

    /** Readings release by release, and the changes of the last vintage by month. */
    private record Measure(List<QuadrantReading> readings, Map<LocalDate, QuadrantReading> last) {

        Quadrant truth(QuadrantReading reading) {
            return last.get(reading.observed()).raw();
        }

        List<QuadrantReading> labelled(double margin, Predicate<LocalDate> when) {
            List<QuadrantReading> labelled = new ArrayList<>();
            Quadrant label = readings.get(0).raw();
            for (QuadrantReading reading : readings) {
                Quadrant old = label;
                QuadrantProbabilities four = reading.probabilities();
                boolean isSecond = Stream.of(Quadrant.values())
                                .filter(each -> four.of(each) > four.of(old))
                                .count()
                        <= 1;
                label = isSecond && four.within(margin).contains(old) ? old : reading.raw();
                labelled.add(reading.withLabel(label));
            }
            return labelled.stream().filter(each -> when.test(each.released())).toList();
        }
    }

    @BeforeAll
    static void read() throws IOException {
        Map<YearMonth, TimeSeries> prices = vintages("pcpiMvMd.xlsx", "PCPI");
        MEASURES.put("industrial production", measure(vintages("iptMvMd.xlsx", "IPT"), prices));
        MEASURES.put("payrolls", measure(vintages("employMvMd.xlsx", "EMPLOY"), prices));
    }

    private static Measure measure(Map<YearMonth, TimeSeries> growth, Map<YearMonth, TimeSeries> prices) {
        List<QuadrantVintage> vintages = new ArrayList<>();
        TimeSeries first = prices.values().iterator().next();
        growth.forEach((month, known) -> vintages.add(new QuadrantVintage(
                month.atEndOfMonth(),
                known,
                prices.getOrDefault(month, first).until(month.minusMonths(1).atEndOfMonth()))));
        QuadrantVintage last = vintages.get(vintages.size() - 1);
        Map<LocalDate, QuadrantReading> revised = new TreeMap<>();
        GrowthInflation.ofFinalData(published(last.growth()), published(last.prices()), QuadrantOptions.withDefaults())
                .readings()
                .forEach(reading -> revised.put(reading.observed(), reading));
        return new Measure(
                GrowthInflation.ofVintages(vintages, QuadrantOptions.withDefaults())
                        .readings(),
                revised);
    }

    private static PublishedSeries published(TimeSeries series) {
        return new PublishedSeries("levels", series, Source.observed("test"), PublicationLag.days(0), MaxAge.days(120));
    }

    private static Map<YearMonth, TimeSeries> vintages(String file, String name) throws IOException {
        Path path = RealFiles.path("../data2/vintages/" + file);
        List<List<String>> rows = Workbook.rows(path);
        Map<YearMonth, TimeSeries> vintages = new TreeMap<>();
        for (int column = 1; column < rows.get(0).size(); column++) {
            Map<LocalDate, Double> levels = new TreeMap<>();
            for (List<String> row : rows.subList(1, rows.size())) {
                if (column < row.size()
                        && !row.get(column).isEmpty()
                        && !row.get(column).startsWith("#")) {
                    levels.put(
                            YearMonth.parse(row.get(0).replace(':', '-')).atDay(1),
                            Double.parseDouble(row.get(column)));
                }
            }
            vintages.put(
                    month(rows.get(0).get(column).substring(name.length())), TimeSeries.ofQuoted(levels, Unit.PRICE));
        }
        return vintages;
    }

    /** The month of {@code 64M12}. */
    private static YearMonth month(String vintage) {
        int year = Integer.parseInt(vintage.substring(0, 2));
        return YearMonth.of(year < 50 ? 2000 + year : 1900 + year, Integer.parseInt(vintage.substring(3)));
    }

    private static boolean isDesign(LocalDate released) {
        return released.isBefore(SPLIT);
    }

    @Test
    void theMarginIsTheSmallestOneWithFewTurnsUndoneBefore2000() {
        double chosen = MARGINS.stream()
                .filter(margin -> MEASURES.values().stream().allMatch(each -> undoneShare(each, margin) <= 0.25))
                .findFirst()
                .orElseThrow();
        assertThat(chosen).isEqualTo(QuadrantOptions.DEFAULT_MARGIN);
    }

    private static double undoneShare(Measure measure, double margin) {
        List<QuadrantReading> labelled = measure.labelled(margin, QuadrantVintagesRealData::isDesign);
        return undone(labelled) / (double) turns(labelled);
    }

    @Test
    void theTablesOfTheDocumentationAreThese() throws IOException {
        List<String> lines = new ArrayList<>();
        MEASURES.forEach((name, measure) -> {
            lines.addAll(margins(name + ", to 1999", measure, QuadrantVintagesRealData::isDesign));
            lines.addAll(margins(name + ", from 2000", measure, day -> !isDesign(day)));
        });
        MEASURES.forEach((name, measure) -> {
            lines.addAll(calibration(name, measure, Axis.GROWTH));
        });
        lines.addAll(calibration("consumer prices", MEASURES.get("payrolls"), Axis.INFLATION));
        MEASURES.forEach((name, measure) -> lines.addAll(likeliest(name, measure)));
        MEASURES.forEach((name, measure) -> lines.addAll(recessions(name, measure)));
        if (System.getProperty("macroregime.deviations") != null) {
            lines.forEach(System.out::println);
        }
        String page = Files.readString(Path.of(System.getProperty("macroregime.root", ".."), "docs/quadrants.md"));
        assertThat(lines).allSatisfy(line -> assertThat(page).contains(line));
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private static List<String> margins(String sample, Measure measure, Predicate<LocalDate> when) {
        List<String> lines = new ArrayList<>();
        lines.add(margins(sample, "0.55 twice (old)", measure, twiceAbove(measure, when)));
        MARGINS.forEach(
                margin -> lines.add(margins(sample, line("%.2f", margin), measure, measure.labelled(margin, when))));
        return lines;
    }

    private static String margins(String sample, String rule, Measure measure, List<QuadrantReading> labelled) {
        double years = labelled.size() / 12.0;
        int turns = turns(labelled);
        int undone = undone(labelled);
        List<OptionalInt> delays = delays(measure, labelled);
        int[] seen = delays.stream()
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .toArray();
        return line(
                "| %s | %s | %.1f | %.0f %% | %.0f %% | %d of %d | %.1f |",
                sample,
                rule,
                turns / years,
                100.0 * undone / turns,
                100.0
                        * labelled.stream()
                                .filter(each -> each.label() != measure.truth(each))
                                .count()
                        / labelled.size(),
                seen.length,
                delays.size(),
                IntStream.of(seen).average().orElse(Double.NaN));
    }

    /** The rule of before: a new label needs more than 0.55 on two releases in a row. */
    private static List<QuadrantReading> twiceAbove(Measure measure, Predicate<LocalDate> when) {
        List<QuadrantReading> labelled = new ArrayList<>();
        Quadrant label = measure.readings().get(0).raw();
        Quadrant candidate = label;
        int inARow = 0;
        for (QuadrantReading reading : measure.readings()) {
            boolean isSure = reading.probabilities().of(reading.raw()) > 0.55;
            inARow = !isSure ? 0 : reading.raw() == candidate ? inARow + 1 : 1;
            candidate = reading.raw();
            label = inARow >= 2 ? candidate : label;
            labelled.add(reading.withLabel(label));
        }
        return labelled.stream().filter(each -> when.test(each.released())).toList();
    }

    private static int turns(List<QuadrantReading> labelled) {
        return (int) IntStream.range(1, labelled.size())
                .filter(i -> labelled.get(i).label() != labelled.get(i - 1).label())
                .count();
    }

    /** Turns after which the old label is back within three releases. */
    private static int undone(List<QuadrantReading> labelled) {
        return (int) IntStream.range(1, labelled.size())
                .filter(i -> labelled.get(i).label() != labelled.get(i - 1).label()
                        && labelled.subList(i + 1, Math.min(labelled.size(), i + 1 + SOON)).stream()
                                .anyMatch(later ->
                                        later.label() == labelled.get(i - 1).label()))
                .count();
    }

    /** For each turn of the last vintage that lasted three months, after how many the label was there. */
    private static List<OptionalInt> delays(Measure measure, List<QuadrantReading> labelled) {
        List<OptionalInt> delays = new ArrayList<>();
        int start = 0;
        while (start < labelled.size()) {
            Quadrant quadrant = measure.truth(labelled.get(start));
            int end = start;
            while (end < labelled.size() && measure.truth(labelled.get(end)) == quadrant) {
                end++;
            }
            if (start > 0 && end - start >= SOON) {
                int first = start;
                delays.add(IntStream.range(start, end)
                        .filter(i -> labelled.get(i).label() == quadrant)
                        .map(i -> i - first)
                        .findFirst());
            }
            start = end;
        }
        return delays;
    }

    private enum Axis {
        GROWTH(
                each -> each.probabilities().growthUp(),
                each -> each.growthChange().decimal()),
        INFLATION(
                each -> each.probabilities().inflationUp(),
                each -> each.inflationChange().decimal());

        private final ToDoubleFunction<QuadrantReading> probability;
        private final ToDoubleFunction<QuadrantReading> change;

        Axis(ToDoubleFunction<QuadrantReading> probability, ToDoubleFunction<QuadrantReading> change) {
            this.probability = probability;
            this.change = change;
        }
    }

    private static List<QuadrantReading> judged(Measure measure) {
        return measure.labelled(QuadrantOptions.DEFAULT_MARGIN, day -> !isDesign(day));
    }

    private static List<String> calibration(String name, Measure measure, Axis axis) {
        return List.of(
                calibration(name + ", same months by the last vintage", measure, axis, 0),
                calibration(name + ", next three months", measure, axis, 3));
    }

    private static String calibration(String name, Measure measure, Axis axis, int later) {
        List<Forecast> forecasts = judged(measure).stream()
                .filter(each -> measure.last().containsKey(each.observed().plusMonths(later)))
                .map(each -> new Forecast(
                        axis.probability.applyAsDouble(each),
                        axis.change.applyAsDouble(
                                        measure.last().get(each.observed().plusMonths(later)))
                                > 0))
                .toList();
        return "| " + name + scored(forecasts);
    }

    /** The bins of a reliability table, the score, and what the frequency alone would have scored. */
    private static String scored(List<Forecast> forecasts) {
        BrierScore score = BrierScore.of(forecasts, 5);
        StringBuilder cells = new StringBuilder();
        for (int k = 0; k < 5; k++) {
            double from = k / 5.0;
            cells.append(" | ")
                    .append(score.bins().stream()
                            .filter(bin -> bin.from() == from)
                            .findFirst()
                            .map(bin -> line(
                                    "%.0f → %.0f (%d)",
                                    100 * bin.meanProbability(), 100 * bin.frequency(), bin.observations()))
                            .orElse("–"));
        }
        double share = forecasts.stream().filter(Forecast::happened).count() / (double) forecasts.size();
        return cells + line(" | %.3f | %.3f |", score.score(), share * (1 - share));
    }

    private static List<String> likeliest(String name, Measure measure) {
        List<Forecast> first = judged(measure).stream()
                .map(each -> new Forecast(each.probabilities().of(each.raw()), each.raw() == measure.truth(each)))
                .toList();
        List<Forecast> label = judged(measure).stream()
                .map(each -> new Forecast(each.probabilities().of(each.label()), each.label() == measure.truth(each)))
                .toList();
        return List.of(
                "| " + name + ", most probable quadrant" + scored(first), "| " + name + ", label" + scored(label));
    }

    private static List<String> recessions(String name, Measure measure) {
        List<QuadrantReading> labelled = measure.labelled(QuadrantOptions.DEFAULT_MARGIN, day -> true);
        List<String> lines = new ArrayList<>();
        for (List<YearMonth> span : RECESSIONS) {
            List<QuadrantReading> within = labelled.stream()
                    .filter(each -> isWithin(span, each.observed()))
                    .toList();
            long up = within.stream().filter(each -> each.label().isGrowthUp()).count();
            String fell = IntStream.range(0, within.size())
                    .filter(i -> !within.get(i).label().isGrowthUp())
                    .boxed()
                    .findFirst()
                    .map(String::valueOf)
                    .orElse("never");
            lines.add(
                    line("| %s | %s to %s | %d of %d | %s |", name, span.get(0), span.get(1), up, within.size(), fell));
        }
        List.of(true, false)
                .forEach(isDesign -> lines.add(all(
                        name,
                        labelled.stream()
                                .filter(each -> isDesign(each.released()) == isDesign)
                                .toList(),
                        isDesign ? "to 1999" : "from 2000")));
        return lines;
    }

    private static String all(String name, List<QuadrantReading> labelled, String when) {
        Map<Boolean, List<QuadrantReading>> byRecession = labelled.stream()
                .collect(Collectors.partitioningBy(
                        each -> RECESSIONS.stream().anyMatch(span -> isWithin(span, each.observed()))));
        List<QuadrantReading> inside = byRecession.get(true);
        List<QuadrantReading> outside = byRecession.get(false);
        return line(
                "| %s, %s | growth rises in %d of %d months of recession | growth falls in %d of %d others |",
                name,
                when,
                inside.stream().filter(each -> each.label().isGrowthUp()).count(),
                inside.size(),
                outside.stream().filter(each -> !each.label().isGrowthUp()).count(),
                outside.size());
    }

    private static boolean isWithin(List<YearMonth> span, LocalDate date) {
        YearMonth month = YearMonth.from(date);
        return !month.isBefore(span.get(0)) && !month.isAfter(span.get(1));
    }

    @Test
    void theRecessionsAreThoseOfThePublishedSeries() {
        SeriesCsv.read(RealFiles.path("macro/USREC.csv"), Unit.FRACTION)
                .observations()
                .forEach(each -> assertThat(RECESSIONS.stream().anyMatch(span -> isWithin(span, each.date())))
                        .as(each.toString())
                        .isEqualTo(each.value() == 1));
    }

    @Test
    void aLabelOfTheYearsAfter2022IsNeverTheLeastLikely() {
        Map<Quadrant, Integer> months = new TreeMap<>();
        QuadrantHistory history = GrowthInflation.ofFinalData(
                published(SeriesCsv.read(RealFiles.path("macro/INDPRO.csv"), Unit.PRICE)),
                published(SeriesCsv.read(RealFiles.path("macro/CPIAUCSL.csv"), Unit.PRICE)),
                QuadrantOptions.withDefaults());
        history.readings().stream()
                .filter(each -> isWithin(List.of(YearMonth.of(2022, 12), YearMonth.of(2025, 9)), each.observed()))
                .forEach(each -> {
                    months.merge(each.label(), 1, Integer::sum);
                    assertThat(each.probabilities().of(each.label()))
                            .as(each.toString())
                            .isGreaterThanOrEqualTo(
                                    each.probabilities().of(each.probabilities().mostLikely()) - 0.1);
                });
        assertThat(months.toString()).isEqualTo("{goldilocks=7, reflation=9, stagflation=1, deflation=17}");
    }

    /** Long where the data known then called growth rising, short where falling. */
    @Test
    void theRecordOfTheLabelStandsAmongTheModels() throws IOException {
        TimeSeries closes = SeriesCsv.read(RealFiles.path("equity/GSPC_ohlcv.csv"), "close", Unit.PRICE);
        List<ModelRecord> records = new ArrayList<>();
        MEASURES.forEach((name, measure) -> {
            Map<LocalDate, Double> known = new TreeMap<>();
            measure.readings()
                    .forEach(each -> known.put(
                            each.released(),
                            each.label() == Quadrant.GOLDILOCKS || each.label() == Quadrant.REFLATION ? 1.0 : -1.0));
            records.add(Evaluation.withDefaults()
                    .of(
                            name.equals("payrolls") ? "q. payrolls" : "q. output",
                            "S&P 500",
                            closes,
                            TimeSeries.ofQuoted(known, Unit.SCORE).asOf(closes.dates(), 120)));
        });
        assertThat(Files.readString(
                        Path.of(System.getProperty("macroregime.root", "..")).resolve("docs/models.md")))
                .contains(ModelRecord.table(records));
    }
}
