package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.SeriesCatalog;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The report of a day is the same, bit for bit, when all files are cut at what was public that evening.
 *
 * <p>With {@code -Dmacroregime.evenings=2008,2019-2025} every weekday of these years is asked instead of sixty days.
 */
class PublicEveningRealData {

    private static final long SEED = 20260827;
    private static final int DAYS = 60;
    private static final int WORKERS = 2;

    /** Before it holidays and the hours of publication were others. */
    private static final String FIRST = "1990-01-01";

    /** The day of the month on which text and JSON are compared as well; elsewhere the reports they are made from. */
    private static final int PRINTED = 15;

    private static final String MONTHS = "FGHJKMNQUVXZ";

    /** Of which the list of unread files tells something that stands in their rows, whatever the day. */
    private static final Set<String> LISTED_BY_CONTENT =
            Set.of("nyfed_reference_rates_2026_raw.csv", "gz_spread_ebp_monthly.csv", "bls_cpi_table.csv");

    private static final List<String> HARD = List.of(
            "2001-09-17",
            "2003-01-02",
            "2008-09-15",
            "2008-10-08",
            "2008-10-13",
            "2013-10-16",
            "2013-10-19",
            "2018-12-24",
            "2019-01-15",
            "2019-09-17",
            "2020-02-28",
            "2020-03-15",
            "2020-03-16",
            "2021-06-16",
            "2022-06-16",
            "2023-03-13",
            "2023-11-23",
            "2025-01-09",
            "2025-04-08",
            "2025-05-28",
            "2025-07-05",
            "2025-07-22",
            "2025-10-15",
            "2025-10-25",
            "2025-11-10",
            "2025-11-22",
            "2025-12-13",
            "2025-12-24");

    @Test
    void cutting_the_files_changes_nothing(@TempDir Path temporary) throws IOException {
        Path folder = temporary.resolve("full");
        build(folder);
        PublicEvening evening = PublicEvening.of(folder, RealFiles.path("../data2/calendars"));
        List<LocalDate> days = days();
        Map<LocalDate, String> differences = new ConcurrentSkipListMap<>();
        IntStream.range(0, WORKERS).parallel().forEach(worker -> {
            TrackerFolder full = TrackerFolder.open(folder);
            // From the latest on, so that the histories of the whole folder are computed once and only the cut ones
            // anew.
            for (int i = days.size() - 1 - worker; i >= 0; i -= WORKERS) {
                Path cut = temporary.resolve("cut" + worker);
                evening.cut(days.get(i), cut);
                compare(full, TrackerFolder.open(cut), days.get(i), differences);
            }
        });
        assertThat(differences).as("of " + days.size() + " days").isEmpty();
    }

    private static void compare(
            TrackerFolder full, TrackerFolder cut, LocalDate day, Map<LocalDate, String> differences) {
        Edition whole = report(full, day);
        Edition then = report(cut, day);
        if (!whole.equals(then)
                || (day.getDayOfMonth() == PRINTED && !text(whole).equals(text(then)))) {
            differences.put(day, difference(text(whole), text(then)));
        }
    }

    /** The library's calendars say of each observation what the lists say of it, whatever the day of the report. */
    @ParameterizedTest
    @CsvSource({
        "DFF, rates/DFF.csv",
        "DGS10, rates/DGS10.csv",
        "DFII10, rates/DFII10.csv",
        "T10YIE, rates/T10YIE.csv",
        "BAMLH0A0HYM2, credit/BAMLH0A0HYM2.csv",
        "VIXCLS, equity/VIXCLS_fredgraph.csv",
        "RRPONTSYD, liquidity/RRPONTSYD_fredgraph.csv",
        "SOFR, rates/SOFR.csv",
        "T5YIFR, rates/T5YIFR.csv",
        "DFEDTARU, rates/DFEDTARU.csv",
        "IORB, rates/IORB.csv",
        "DTWEXBGS, cross_asset/DTWEXBGS_fredgraph.csv",
        "DCOILWTICO, cross_asset/DCOILWTICO.csv",
        "WALCL, liquidity/WALCL_fredgraph.csv",
        "WTREGEN, liquidity/WTREGEN.csv",
        "NFCI, liquidity/NFCI.csv",
        "ANFCI, liquidity/ANFCI.csv",
        "STLFSI4, liquidity/STLFSI4.csv",
        "CPIAUCSL, macro/CPIAUCSL.csv",
        "PAYEMS, macro/PAYEMS.csv",
        "INDPRO, macro/INDPRO.csv",
        "ICSA, macro/ICSA.csv",
        "CAPE, equity/valuation/SHILLER_CAPE.csv",
        "PE, equity/valuation/SP500_PE.csv",
    })
    void every_observation_becomes_public_on_the_same_evening(String id, String file) throws IOException {
        PublicEvening evening = new PublicEvening(RealFiles.folder(), RealFiles.path("../data2/calendars"));
        PublicationLag lag = SeriesCatalog.builtIn().find(id).orElseThrow().publication();
        List<String> differences = new ArrayList<>();
        for (String line : Files.readAllLines(RealFiles.path(file))) {
            Matcher date = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}").matcher(line);
            if (date.find() && date.group().compareTo(FIRST) >= 0 && !line.endsWith(",")) {
                LocalDate reference = LocalDate.parse(date.group());
                LocalDate ours = lag.knownOn(reference).orElse(LocalDate.MAX);
                LocalDate theirs = evening.known(file, reference);
                if (!ours.equals(theirs)) {
                    differences.add(reference + ": " + ours + " <> " + theirs);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private static Edition report(TrackerFolder folder, LocalDate day) {
        return Edition.of(folder.read(Optional.of(day), file -> {}), folder.histories());
    }

    /** All that a reader can see of a report, line by line. */
    private static List<String> text(Edition report) {
        return Stream.of(
                        report.report().toString(),
                        Page.text(report.title(), report.head(), report.sections()),
                        report.json())
                .flatMap(String::lines)
                .toList();
    }

    private static String difference(List<String> full, List<String> cut) {
        return IntStream.range(0, Math.min(full.size(), cut.size()))
                .filter(i -> !full.get(i).equals(cut.get(i)))
                .mapToObj(i -> full.get(i) + " <> " + cut.get(i))
                .findFirst()
                .orElse("not what is printed");
    }

    private static List<LocalDate> days() {
        TreeSet<LocalDate> days = new TreeSet<>();
        Optional.ofNullable(System.getProperty("macroregime.evenings")).ifPresent(years -> {
            for (String span : years.split(",", -1)) {
                int dash = span.indexOf('-', 4);
                LocalDate first = LocalDate.of(Integer.parseInt(span.substring(0, 4)), 1, 1);
                LocalDate last = LocalDate.of(Integer.parseInt(span.substring(dash + 1)), 12, 31);
                first.datesUntil(last.plusDays(1))
                        .filter(day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
                        .forEach(days::add);
            }
        });
        if (days.isEmpty()) {
            HARD.forEach(day -> days.add(LocalDate.parse(day)));
            Random random = new Random(SEED);
            for (int year = 1995; days.size() < DAYS; year++) {
                days.add(LocalDate.ofYearDay(1995 + (year - 1995) % 32, 1 + random.nextInt(210)));
            }
        }
        return List.copyOf(days);
    }

    /** The real files, with quotes of every day from the contracts of federal funds futures. */
    private static void build(Path folder) throws IOException {
        try (Stream<Path> walked = Files.walk(RealFiles.folder())) {
            for (Path file : walked.filter(Files::isRegularFile).toList()) {
                if (!LISTED_BY_CONTENT.contains(file.getFileName().toString())) {
                    copy(
                            file,
                            folder.resolve(RealFiles.folder().relativize(file).toString()));
                }
            }
        }
        for (String name : List.of("CL_crude_front.csv", "DXY.csv")) {
            copy(RealFiles.path("../data2/ohlc/" + name), folder.resolve("ohlc").resolve(name));
        }
        StringBuilder quotes = new StringBuilder("date,instrument,term,quote,source\n");
        Files.readAllLines(RealFiles.path("policy_path/zq_contracts_exp2007-2009_2019-2025.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(row -> {
                    YearMonth month = YearMonth.of(
                            2000 + Integer.parseInt(row[1].substring(3)), 1 + MONTHS.indexOf(row[1].charAt(2)));
                    if (!month.isBefore(YearMonth.from(LocalDate.parse(row[0])))) {
                        quotes.append("%s,ZQ,%s,%s,exchange\n".formatted(row[0], month, row[2]));
                    }
                });
        Files.writeString(folder.resolve("quotes.csv"), quotes);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }
}
