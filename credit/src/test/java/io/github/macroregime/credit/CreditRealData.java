package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.Driver.ExpectedSign;
import io.github.macroregime.credit.band.BandHistory;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.SwitchPolicy;
import io.github.macroregime.fixture.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Option-adjusted spreads of 1996 to 2025 and Baa less ten-year yields from 1986.
 *
 * <p>The counts were made by a separate script in whole basis points; the levels are those of the folder's index.
 */
class CreditRealData {

    private static final LocalDate LETTER = LocalDate.of(2025, 7, 22);

    @Test
    void known_levels() {
        assertThat(investmentGrade().level(LETTER)).isEqualTo(Rate.ofBasisPoints(81));
        assertThat(investmentGrade().level(LocalDate.of(2020, 3, 23))).isEqualTo(Rate.ofBasisPoints(401));
        assertThat(baa().level(LETTER)).isEqualTo(Rate.ofBasisPoints(173));
        Landmark high = Landmark.highOf(
                "high", investmentGrade().levels(), new DateSpan(LocalDate.of(1996, 1, 1), LocalDate.of(2026, 1, 1)));
        assertThat(high.level()).isEqualTo(Rate.ofBasisPoints(656));
        assertThat(high.span()).isEqualTo(DateSpan.ofDay(LocalDate.of(2008, 12, 5)));
    }

    @Test
    void ranks_of_the_day_of_the_letter() {
        TimeSeries levels = investmentGrade().levels();
        SpreadPercentile full =
                SpreadPercentiles.at(levels, LETTER, Lookback.expanding()).orElseThrow();
        assertThat(full.count()).isEqualTo(7454);
        assertThat(full.ties()).isEqualTo(30);
        assertThat(full.fraction()).isEqualTo((449 + 30 / 2.0) / 7454);
        assertThat(full.effectiveCount()).isBetween(1.0, 60.0);
        SpreadPercentile five =
                SpreadPercentiles.at(levels, LETTER, Lookback.years(5)).orElseThrow();
        assertThat(five.count()).isEqualTo(1305);
        assertThat(five.fraction()).isEqualTo((33 + 22 / 2.0) / 1305);
        assertThat(SpreadPercentiles.fan(levels, LETTER)).hasSize(5);
        Landmark average = Landmark.averageOf("5-year average", levels, DateSpan.yearsTo(5, LETTER));
        assertThat(average.level().basisPoints()).isCloseTo(112.76704980842912, within(1e-10));
    }

    @Test
    void full_history_ranks_equal_a_brute_force_count() {
        TimeSeries levels = investmentGrade().levels().dropMissing();
        TimeSeries ranks = SpreadPercentiles.rolling(levels, Lookback.expanding());
        for (int i = 1; i < levels.size(); i += 101) {
            long now = Math.round(1e4 * levels.value(i));
            double below = 0;
            for (int j = 0; j <= i; j++) {
                long then = Math.round(1e4 * levels.value(j));
                below += then < now ? 1 : then == now ? 0.5 : 0;
            }
            assertThat(ranks.value(i)).isEqualTo(below / (i + 1));
        }
    }

    @Test
    void twenty_eight_years_of_bands() {
        TimeSeries observed = investmentGrade().levels().dropMissing();
        Bands bands = WorkedExampleTest.card(RealFiles.path("credit/BAMLC0A0CM.csv"))
                .setup()
                .bands();
        BandHistory raw = BandHistory.of(bands, SwitchPolicy.IMMEDIATE, observed);
        assertThat(raw.occupancy()).isEqualTo(Doubles.of(2017, 2789, 2193, 473));
        assertThat(raw.switches()).isEqualTo(126);
        BandHistory desk = BandHistory.of(bands, SwitchPolicy.DESK, observed);
        assertThat(desk.occupancy()).isEqualTo(Doubles.of(2003, 2815, 2167, 487));
        assertThat(desk.switches()).isEqualTo(56);
        assertThat(desk.current().orElseThrow().entry()).isEqualTo(LocalDate.of(2025, 5, 13));
        assertThat(desk.current().orElseThrow().length()).isEqualTo(165);
        assertThat(desk.lastExit(bands.get(3)).orElseThrow().last()).isEqualTo(LocalDate.of(2020, 4, 13));
    }

    @Test
    void five_years_are_not_told_from_three() {
        LocalDate day = LocalDate.of(2026, 6, 1);
        TimeSeries served = read("credit/BAMLC0A0CM_2023_2026.csv", Unit.PERCENTAGE_POINTS);
        assertThat(Landmark.ofYears(served, day, 5)).isEmpty();
        assertThat(Landmark.ofYears(served.slice(700, 701), day, 5)).isEmpty();
        assertThat(SpreadCard.of(
                                new SpreadHistory<>(new Instrument.CashOas("IG"), served),
                                day,
                                CardSetup.withDefaults(Bands.withHolesUnnamed(List.of())))
                        .range())
                .isEmpty();
        List<Landmark> both = Landmark.ofYears(together(investmentGrade().levels(), served), day, 5);
        assertThat(both.get(0).level().basisPoints()).isCloseTo(106.96177370030582, within(1e-9));
        assertThat(both.get(1).level()).isEqualTo(Rate.ofBasisPoints(171));
    }

    private static TimeSeries together(TimeSeries earlier, TimeSeries later) {
        Map<LocalDate, Double> all = new TreeMap<>();
        for (TimeSeries part : List.of(earlier, later)) {
            for (int i = 0; i < part.size(); i++) {
                all.put(part.date(i), part.unit().quoted(part.value(i)));
            }
        }
        return TimeSeries.ofQuoted(all, later.unit());
    }

    /** Sunday 31 May 2026 stands in the file between Friday at 73 bp and Monday at 73 bp, at 74 bp. */
    @Test
    void a_month_that_ends_on_a_weekend_adds_no_day() {
        TimeSeries served = read("credit/BAMLC0A0CM_2023_2026.csv", Unit.PERCENTAGE_POINTS);
        SpreadMomentum monday = SpreadMomentum.of(served, LocalDate.of(2026, 6, 1));
        assertThat(monday.spacing()).isEqualTo(Spacing.DAYS);
        assertThat(monday.change(1)).contains(Rate.ZERO);
        assertThat(monday.observed().on(LocalDate.of(2026, 5, 31))).isEmpty();
        assertThat(served.on(LocalDate.of(2026, 5, 31))).hasValue(0.0074);
        assertThat(monday.observed().size()).isEqualTo(743 - 12);
    }

    /** The changes of the file in whole digits, their deviation over twelve months by a separate script. */
    @Test
    void a_monthly_file_is_told_in_months() throws IOException {
        Map<LocalDate, Double> levels = new TreeMap<>();
        for (String line : Files.readAllLines(RealFiles.path("credit/gz_spread_ebp_monthly.csv"))) {
            String[] cells = line.split(",", -1);
            if (Character.isDigit(line.charAt(0))) {
                levels.put(
                        LocalDate.parse(cells[0], DateTimeFormatter.ofPattern("dd/MM/yyyy")), Double.valueOf(cells[1]));
            }
        }
        SpreadMomentum momentum =
                SpreadMomentum.of(TimeSeries.ofQuoted(levels, Unit.PERCENT), LocalDate.of(2023, 12, 29));
        assertThat(momentum.spacing()).isEqualTo(Spacing.MONTHS);
        assertThat(momentum.changeScore(1, 12).orElseThrow()).isCloseTo(-0.18976725268943462, within(1e-10));
        assertThat(momentum.toString())
                .isEqualTo(
                        "change over 1 month -5.11 bp, 3 months -19.23 bp, 6 months -27.31 bp, 12 months -38.48 bp, z"
                                + " of the change over 1 month -0.19, mean of 1 month less that of 3 months -11.27 bp");
    }

    @Test
    void the_card_of_the_day_prints_itself() {
        SpreadHistory<Instrument.CashOas> highYield = new SpreadHistory<>(
                new Instrument.CashOas("ICE BofA US High Yield"),
                read("credit/BAMLH0A0HYM2.csv", Unit.PERCENTAGE_POINTS));
        SpreadCard plain = WorkedExampleTest.card(RealFiles.path("credit/BAMLC0A0CM.csv"));
        SpreadCard card = SpreadCard.of(
                plain.history(),
                LETTER,
                plain.setup()
                        .withDrivers(
                                Driver.ofYield("10y yield", read("rates/DGS10.csv", Unit.PERCENT), ExpectedSign.WITH),
                                Driver.volatility("VIX", read("equity/VIXCLS_fredgraph.csv", Unit.SCORE)),
                                Driver.spread(highYield)));
        assertThat(card.disconnects()).hasSize(3);
        assertThat(card.disconnects().get(0).date()).isEqualTo(LETTER);
        assertThat(card.toString()).startsWith("ICE BofA US Corporate (cash OAS) on 2025-07-22: 81.00 bp");
        Compression<Instrument.CashOas> pair = new Compression<>(investmentGrade(), highYield);
        assertThat(pair.difference().on(LETTER).orElseThrow()).isCloseTo(0.0209, within(1e-15));
        assertThat(pair.beta(LETTER, 252).orElseThrow().slope()).isBetween(1.0, 8.0);
    }

    @Test
    void baa_less_ten_years_has_a_rank_from_1986() {
        SpreadPercentile full = SpreadPercentiles.at(baa().levels(), LETTER, Lookback.expanding())
                .orElseThrow();
        assertThat(full.from()).isEqualTo(LocalDate.of(1986, 1, 2));
        DateIndex dates = baa().levels().until(LETTER).dropMissing().dates();
        assertThat(full.count()).isEqualTo(dates.size());
        assertThat(full.fraction()).isBetween(0.0, 0.35);
    }

    private static SpreadHistory<Instrument.CashOas> investmentGrade() {
        return new SpreadHistory<>(
                new Instrument.CashOas("ICE BofA US Corporate"), read("credit/BAMLC0A0CM.csv", Unit.PERCENTAGE_POINTS));
    }

    private static SpreadHistory<Instrument.YieldSpread> baa() {
        return new SpreadHistory<>(
                new Instrument.YieldSpread("Baa - 10y Treasury"),
                read("credit/BAA10Y_fredgraph.csv", Unit.PERCENTAGE_POINTS));
    }

    private static TimeSeries read(String name, Unit unit) {
        return SeriesCsv.read(RealFiles.path(name), unit);
    }
}
