package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.io.SeriesCatalog.Entry;
import io.github.macroregime.core.io.SeriesCatalog.Range;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Frequency;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.time.ReleaseCalendar;
import io.github.macroregime.core.unit.Unit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesCatalogTest {

    private static final String HEADER = "id,name,unit,publication,age,plausible\n";

    private static Entry entry(String id) {
        return SeriesCatalog.builtIn().find(id).orElseThrow();
    }

    @Test
    void unitsAreStated() {
        assertThat(entry("WTREGEN").unit()).isEqualTo(Unit.MILLIONS_OF_DOLLARS);
        assertThat(entry("RRPONTSYD").unit()).isEqualTo(Unit.BILLIONS_OF_DOLLARS);
        assertThat(entry("PAYEMS").unit()).isEqualTo(Unit.THOUSANDS);
        assertThat(entry("BAMLC0A0CM").unit()).isEqualTo(Unit.PERCENTAGE_POINTS);
        assertThat(SeriesCatalog.builtIn().find("XYZ")).isEmpty();
        assertThat(SeriesCatalog.builtIn()).hasToString("catalog of 78 series");
    }

    @ParameterizedTest
    @CsvSource({
        "WTREGEN, 2023-08-16, 382684, true",
        "WTREGEN, 2023-08-16, 382.684, false", // as once served, in billions
        "WTREGEN, 2020-07-22, 1816.687, false",
        "RRPONTSYD, 2022-12-30, 2553.716, true",
        "RRPONTSYD, 2022-12-30, 2553716, false",
        "WALCL, 2025-07-16, 6659.6, false",
        "DFF, 2025-07-22, 4.33, true",
        "DFF, 2025-07-22, 0.0433, false", // a fraction
        "DFF, 2025-07-22, 433, false", // basis points
        "BAMLC0A0CM, 2025-07-22, 0.79, true",
        "BAMLC0A0CM, 2025-07-22, 79, false",
        "BAMLH0A0HYM2, 2025-07-22, 0.0284, false",
        "PAYEMS, 2025-06-01, 159.7, false",
        "ICSA, 2025-07-19, 217, false",
        "DFF, 1950-01-01, 433, true", // nothing is stated so early
    })
    void aValueInAnotherUnitIsNamed(String id, LocalDate date, double quoted, boolean plausible) {
        TimeSeries series = TimeSeries.ofQuoted(Map.of(date, quoted), entry(id).unit());
        assertThat(entry(id).firstImplausible(series).isEmpty()).isEqualTo(plausible);
    }

    @ParameterizedTest
    @CsvSource({
        "DGS10, 2025-07-15, 2025-07-22, false",
        "DGS10, 2025-07-15, 2025-07-23, true",
        "DGS10, 2025-07-22, 2025-07-22, false",
        "WALCL, 2025-07-09, 2025-07-23, false",
        "WALCL, 2025-07-09, 2025-07-24, true",
        "CPIAUCSL, 2025-09-01, 2025-12-17, false", // 54 days after its late release
        "CPIAUCSL, 2025-09-01, 2025-12-24, true",
        "CPIAUCSL, 2025-10-01, 2025-12-17, true", // never published
    })
    void anOldObservationIsStale(String id, LocalDate date, LocalDate day, boolean stale) {
        TimeSeries none =
                TimeSeries.of(DateIndex.EMPTY, new double[0], entry(id).unit());
        assertThat(entry(id).published(none, Source.observed("test")).isRecent(date, day))
                .isEqualTo(!stale);
    }

    @Test
    void anOwnListAddsToTheShippedOne() {
        SeriesCatalog own = SeriesCatalog.from(
                CsvTable.parse(
                        "own.csv",
                        HEADER + "TANKAN,a survey,index,days-after-quarter 2,100 days,\n"
                                + "DFF,federal funds,bp,business-day NYFD 1 09:00,3 business days,2000-01-01 0..900\n"),
                ReleaseCalendar.shipped());
        SeriesCatalog both = SeriesCatalog.builtIn().with(own);
        assertThat(both.entries()).hasSize(79);
        assertThat(both.find("DFF").orElseThrow().unit()).isEqualTo(Unit.BASIS_POINTS);
        assertThat(both.find("TANKAN").orElseThrow().maxAge()).hasToString("100 days");
        assertThat(both.find("TANKAN").orElseThrow().range(LocalDate.of(2025, 1, 1)))
                .isEmpty();
        assertThat(SeriesCatalog.builtIn(ReleaseCalendar.shipped()).entries())
                .isEqualTo(SeriesCatalog.builtIn().entries());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,a,EUR,days 1,5 days, | in column \"unit\" the unit \"EUR\" must be one of",
                "A,a,%,days x,5 days, | in column \"publication\" the rule \"days x\" cannot be read",
                "A,a,%,release cpi,5 days, | in column \"publication\" the rule \"release cpi\" cannot be read",
                "A,a,%,release cpx else days 1,5 days, | in column \"publication\" the rule",
                "A,a,%,weekday Thu 1 16:30,5 days, | in column \"publication\" the rule",
                "A,a,%,days 1,5 weeks, | in column \"age\" the age \"5 weeks\" must be a number of business days",
                "A,a,%,days 1,0 days, | in column \"age\" the count must be at least 1 but was 0",
                "A,a,%,days 1,5 days,2000-01-01 5..1 | in column \"plausible\" the range",
                "A,a,%,days 1,5 days,2000-01-01 | in column \"plausible\" the range",
                "DFF,a,%,days 1,5 days, | the id \"DFF\" stands in the list twice",
            })
    void aLineThatCannotBeReadIsNamed(String line, String problem) {
        CsvTable table = CsvTable.parse("own.csv", HEADER + "DFF,a,%,days 1,5 days,\n" + line + "\n");
        assertThatThrownBy(() -> SeriesCatalog.from(table, ReleaseCalendar.shipped()))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith("own.csv:3: " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "business-day ABCD 1 09:00 | no calendar is called \"ABCD\"",
                "days 1 2 | it must begin with same-day, business-day, weekday, days, days-after-month,",
                "never | it must begin with same-day, business-day, weekday, days, days-after-month,",
                "soon cpi else days 1 | it must begin with same-day, business-day, weekday, days, days-after-month,",
            })
    void aRuleThatCannotBeReadSaysWhy(String rule, String why) {
        assertThatThrownBy(() -> one("%," + rule + ",5 days,"))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith(
                        "own.csv:2: in column \"publication\" the rule \"" + rule + "\" cannot be read: " + why);
    }

    private static Entry one(String rest) {
        return SeriesCatalog.from(CsvTable.parse("own.csv", HEADER + "A,a," + rest + "\n"), ReleaseCalendar.shipped())
                .entries()
                .get(0);
    }

    @Test
    void everyRuleIsReadAsItsFactoryMakesIt() {
        BusinessDays fed = BusinessDays.newYorkFed();
        LocalTime nine = LocalTime.of(9, 0);
        Map<String, PublicationLag> rules = Map.of(
                "same-day 09:00", PublicationLag.sameDay(nine),
                "business-day EUTA 2 09:00", PublicationLag.businessDays(2, BusinessDays.target(), nine),
                "weekday FRIDAY 3 09:00", PublicationLag.weekday(DayOfWeek.FRIDAY, 3, fed, nine),
                "days 4", PublicationLag.days(4),
                "days-after-month 5", PublicationLag.afterPeriod(Frequency.MONTH, 5),
                "days-after-quarter 6", PublicationLag.afterPeriod(Frequency.QUARTER, 6),
                "release cpi else days 7",
                        PublicationLag.release(ReleaseCalendar.shipped(), "cpi", PublicationLag.days(7)));
        rules.forEach((text, rule) ->
                assertThat(one("%," + text + ",5 days,").publication()).as(text).isEqualTo(rule));
        assertThat(one("%,days 1,5 days after release,").maxAge()).hasToString("5 days after release");
    }

    /** In percent, from 2000 on 0 to 25 and from 2010 on -1 to 5. */
    @Test
    void rangesHoldFromTheirDatesToTheirEnds() {
        Entry entry = one("%,days 1,5 days,2000-01-01 0..25 2010-01-01 -1..5");
        LocalDate first = LocalDate.of(2000, 1, 1);
        LocalDate second = LocalDate.of(2010, 1, 1);
        assertThat(entry.range(first.minusDays(1))).isEmpty();
        assertThat(entry.range(first)).hasValue(new Range(first, 0, 0.25));
        assertThat(entry.range(second.minusDays(1))).hasValue(new Range(first, 0, 0.25));
        assertThat(entry.range(second)).hasValue(new Range(second, -0.01, 0.05));
        Range range = new Range(first, -1, 2);
        assertThat(range.contains(-1) && range.contains(2)).isTrue();
        assertThat(range.contains(Math.nextDown(-1)) || range.contains(Math.nextUp(2)))
                .isFalse();
        assertThat(new Range(first, 1, 1).contains(1)).isTrue();
        assertThatThrownBy(() -> new Range(first, 2, 1)).hasMessage("least must not exceed 1.0 but was 2.0");
        for (String again : new String[] {"2010-01-01", "2009-12-31"}) {
            assertThatThrownBy(() -> one("%,days 1,5 days,2010-01-01 0..25 " + again + " 0..5"))
                    .hasMessageEndingWith("cannot be read: its dates must ascend");
        }
        assertThatThrownBy(() -> one("%,days 1,5 days,2000-01-01 25"))
                .hasMessageEndingWith("must be dates followed by values like 0..25");
    }

    @Property(seed = "20250722", tries = 300)
    void nothingIsKnownBeforeItsDate(@ForAll @IntRange(max = 19000) int day) {
        LocalDate date = LocalDate.of(1986, 1, 1).plusDays(day);
        for (Entry entry : SeriesCatalog.builtIn().entries()) {
            entry.publication().knownAt(date).ifPresent(at -> {
                boolean monthly = entry.maxAge().count() == 60;
                LocalDate last = monthly ? date.withDayOfMonth(date.lengthOfMonth()) : date;
                assertThat(at).as(entry.id() + " of " + date).isAfter(last.atStartOfDay());
                assertThat(monthly && !at.toLocalDate().isAfter(last))
                        .as(entry.id() + " of " + date)
                        .isFalse();
            });
        }
    }
}
