package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.Driver.ExpectedSign;
import io.github.macroregime.credit.band.PercentileBands;
import io.github.macroregime.credit.band.PrintedBands;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.credit.band.SwitchPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadCardTest {

    private static final LocalDate LAST = Levels.START.plusDays(7);
    private static final CardSetup SETUP = CardSetup.withDefaults(PrintedBands.macroLetterComplete())
            .withYears(1)
            .withLookbacks(Lookback.expanding(), Lookback.years(5));

    private final SpreadHistory<Instrument.Cdx> history = Levels.cdx(66, 64, 58, 57, 56, 55, 54, 61);

    @Test
    void a_single_level_behind_the_edge_is_not_yet_believed() {
        SpreadCard card = SpreadCard.of(history, LAST, SETUP);
        assertThat(card.level()).isEqualTo(Rate.ofBasisPoints(61));
        assertThat(card.bandHistory().current().orElseThrow().band().name()).startsWith("Duration-friendly");
        assertThat(messages(card))
                .contains(
                        "the level lies in [60, 70] bp Macro noise threshold but the band held is (-inf, 60) bp"
                                + " Duration-friendly, carry-positive zone",
                        "no rank or landmark over 5 calendar years: the observations begin on 2025-01-01 or are too"
                                + " few");
        assertThat(messages(SpreadCard.of(history, LAST, SETUP.withPolicy(SwitchPolicy.IMMEDIATE))))
                .noneMatch(message -> message.contains("band held"));
    }

    /** The last of May 2025 is a Saturday; 62 bp is the widest on the Friday before and on the Monday after. */
    @Test
    void rows_of_weekends_that_end_months_count_nowhere_and_ties_have_their_latest_date() {
        TreeMap<LocalDate, Double> rows = new TreeMap<>();
        for (LocalDate day = LocalDate.of(2024, 6, 3); day.isBefore(LocalDate.of(2025, 5, 29)); day = day.plusDays(7)) {
            for (int i = 0; i < 5; i++) {
                rows.put(day.plusDays(i), 50.0 + i);
            }
        }
        LocalDate friday = LocalDate.of(2025, 5, 30);
        LocalDate monday = LocalDate.of(2025, 6, 2);
        rows.put(friday, 62.0);
        rows.put(friday.plusDays(1), 90.0);
        rows.put(monday, 62.0);
        rows.put(monday.plusDays(1), 61.0);
        SpreadHistory<Instrument.Cdx> year =
                new SpreadHistory<>(history.instrument(), TimeSeries.ofQuoted(rows, Unit.BASIS_POINTS));
        SpreadCard card = SpreadCard.of(year, monday.plusDays(1), SETUP.withPolicy(SwitchPolicy.IMMEDIATE));
        int n = rows.size() - 1;
        assertThat(card.bandHistory().levels().size()).isEqualTo(n);
        assertThat(card.standing().percentiles().get(0).toString()).contains("n = " + n + ",");
        assertThat(card.standing().againstHigh().orElseThrow().landmark().span())
                .isEqualTo(DateSpan.ofDay(monday));
        assertThat(card.range().orElseThrow().wide().date()).isEqualTo(monday);
        assertThat(SpreadCard.of(year, friday.plusDays(2), SETUP).level()).isEqualTo(Rate.ofBasisPoints(62));
    }

    @Test
    void nothing_after_the_date_is_seen() {
        SpreadCard card = SpreadCard.of(history, LAST.minusDays(1), SETUP);
        assertThat(card).isEqualTo(SpreadCard.of(history.until(LAST.minusDays(1)), LAST.minusDays(1), SETUP));
        assertThat(card.level()).isEqualTo(Rate.ofBasisPoints(54));
        assertThatThrownBy(() -> SpreadCard.of(history, Levels.START.minusDays(1), SETUP))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_stale_level_is_said_to_be_stale() {
        assertThat(messages(SpreadCard.of(history, LAST.plusDays(3), SETUP)))
                .contains("nothing was observed on 2025-01-11; the level is that of 2025-01-08");
    }

    @Test
    void level_and_rank_may_disagree() {
        PercentileBands ranks = PercentileBands.between(
                List.of("at the tights", "usual"),
                List.of(Severity.ALARM, Severity.BENIGN),
                List.of(Probability.percent(10)));
        double[] falling =
                IntStream.range(0, 400).mapToDouble(i -> 100 - 0.125 * i).toArray();
        LocalDate last = Levels.START.plusDays(399);
        CardSetup ranked = SETUP.withPercentileBands(ranks);
        assertThat(messages(SpreadCard.of(Levels.cdx(falling), last, ranked)))
                .contains(
                        "the level is BENIGN by its band (-inf, 60) bp Duration-friendly, carry-positive zone, its rank"
                                + " of 0.1 % (1 calendar year) is ALARM by 0 % to 10 % at the tights");
        falling[399] = 59.9;
        assertThat(messages(SpreadCard.of(Levels.cdx(falling), last, ranked)))
                .noneMatch(message -> message.startsWith("the level is"));
    }

    @Test
    void a_driver_that_moved_alone_is_reported() {
        Driver yields =
                Driver.ofYield("10y", Levels.basisPoints(400, 402, 399, 401, 398, 400, 402, 392), ExpectedSign.WITH);
        SpreadHistory<Instrument.Cdx> spread = Levels.cdx(55, 56, 54.5, 55.5, 54, 55, 56, 56.1);
        SpreadCard card = SpreadCard.of(
                spread, LAST, SETUP.withDrivers(yields).withDriverWindow(5).withDeadZone(Rate.ofBasisPoints(0.25)));
        assertThat(card.disconnects()).hasSize(1);
        assertThat(card.toString())
                .contains("\n  driver      " + card.disconnects().get(0) + "\n")
                .contains(": 10y -10 bp, spread +0.10 bp against ");
        assertThat(messages(card)).contains("10y moved by -10 bp on 2025-01-08 while the spread moved by +0.10 bp");
        assertThat(messages(SpreadCard.of(
                        spread,
                        LAST,
                        SETUP.withDrivers(Driver.ofYield("10y", yields.levels(), ExpectedSign.AGAINST))
                                .withDriverWindow(5))))
                .anyMatch(message -> message.startsWith(
                        "the spread is expected to move against 10y, but the slope over 5 changes is +0.5"));
    }

    /** Changes over one observation: the 95 % quantile of -2, -6, -1, -1, -1, -1, 7 lies 0.7 of the way from -1 to 7. */
    @Test
    void bad_case_over_break_even() {
        SpreadCard card = SpreadCard.of(history, LAST, SETUP.withCarry(Carry.Terms.of(4, 4, 1 / 252.0)));
        Carry carry = card.carries().get(0);
        assertThat(card.badCaseOverBreakEven(carry).orElseThrow())
                .isCloseTo((-1 + 0.7 * 8) / carry.breakEvenWidening().basisPoints(), within(1e-10));
        assertThat(card.badCaseOverBreakEven(Carry.of(card.level(), 4, 4, 1))).isEmpty();
        assertThatThrownBy(() -> Widening.quantile(history.levels(), LAST, 0, Probability.HALF))
                .hasMessage("observations must be at least 1 but was 0");
    }

    @Test
    void a_carry_that_losses_eat_up_has_no_bad_case() {
        SpreadCard card = SpreadCard.of(history, LAST, SETUP);
        Carry eaten = Carry.of(card.level(), 4, 4, 1 / 252.0).withAnnualExpectedLoss(card.level());
        assertThat(eaten.breakEvenWidening()).isEqualTo(Rate.ZERO);
        assertThat(card.badCaseOverBreakEven(eaten)).isEmpty();
    }

    @Test
    void a_spread_that_never_moves_lies_no_number_of_sigmas_from_an_edge() {
        double[] flat = new double[70];
        Arrays.fill(flat, 65);
        assertThat(SpreadCard.of(Levels.cdx(flat), Levels.START.plusDays(69), SETUP)
                        .toString())
                .contains("edge")
                .contains("% of the level")
                .doesNotContain("sigmas", "typical", "Infinity", "NaN");
    }

    @Test
    void a_history_of_a_week_has_no_landmark_of_a_year() {
        SpreadCard card = SpreadCard.of(history, LAST, SETUP);
        assertThat(card.standing().landmarks()).isEmpty();
        assertThat(card.range()).isEmpty();
        assertThat(messages(card))
                .contains("no rank or landmark over 1 calendar year: the observations begin on 2025-01-01 or are too"
                        + " few");
    }

    /**
     * By hand: the band is held from the second level below 58 on; the autocorrelation is 58.734 / 132.875 = 0.442, so
     * that nine levels are worth 3.5 and the error of 13/18 is 24.0 %.
     */
    @Test
    void prints_each_statement_with_its_number() {
        Map<LocalDate, Double> year = new TreeMap<>(Map.of(LocalDate.of(2024, 1, 20), 58.875));
        history.levels().dates().stream()
                .forEach(date -> year.put(date, history.level(date).basisPoints()));
        SpreadHistory<Instrument.Cdx> ofYear =
                new SpreadHistory<>(history.instrument(), TimeSeries.ofQuoted(year, Unit.BASIS_POINTS));
        SpreadCard card = SpreadCard.of(ofYear, LAST, SETUP.withCarry(Carry.Terms.of(4.6, 3.75, 1)));
        assertThat(card.toString()).isEqualTo("""
            CDX IG 5Y (CDX spread) on 2025-01-08: 61.00 bp
              band        [60, 70] bp Macro noise threshold (+9.00 bp to 70.00 bp, -1.00 bp to 60.00 bp)
              held        date 4 in Duration-friendly, carry-positive zone since 2025-01-05; median completed stay 2.0 dates
              rule        another band takes a level 2.00 bp beyond the edge, 2 observations in a row; 2 bands away at once
              edge        +9.00 bp to 70.00 bp, +14.8 % of the level
              edge        -1.00 bp to 60.00 bp, -1.6 % of the level
              against     1-year average 58.88 bp (2024-01-09 to 2025-01-08): +2.13 bp, level is 103.6 % of it
              against     1-year high 66.00 bp (2025-01-01 to 2025-01-01): -5.00 bp, level is 92.4 % of it
              against     1-year low 54.00 bp (2025-01-07 to 2025-01-07): +7.00 bp, level is 113.0 % of it
              percentile   72.2 % +- 24.0  (mid, full history, from 2024-01-20, n = 9, n_eff = 3.5, ties = 1)
              range       1 year, wide 66.00 bp on 2025-01-01, tight 54.00 bp on 2025-01-07; 5.00 bp to the wide, 7.00 bp to the tight, 0.71 to 1
              momentum    change over 1 day +7.00 bp, 5 days +3.00 bp
              carry       61.00 bp over 1.00 years, duration 4.60 to 3.75: earns 61.00 bp, break-even +16.27 bp at 77.27 bp; 1-year average: +68.97 bp, -1.6 months of carry; 1-year high: +42.25 bp, 3.7 months of carry
              finding     (70, 90] bp is not named
              finding     it is not stated which band 60.00 bp belongs to
              finding     it is not stated which band 70.00 bp belongs to
              finding     it is not stated which band 90.00 bp belongs to
              finding     (90, inf) bp is described by a likelihood, not by a state: "Systemic stress unlikely unless global shocks return"
              finding     no rank or landmark over 5 calendar years: the observations begin on 2024-01-20 or are too few
              finding     the level lies in [60, 70] bp Macro noise threshold but the band held is (-inf, 60) bp Duration-friendly, carry-positive zone\
            """);
    }

    @Test
    void survives_the_way_through_a_stream() throws IOException, ClassNotFoundException {
        SpreadCard card = SpreadCard.of(history, LAST, SETUP);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(card);
            out.writeObject(card.standing());
            out.writeObject(card.bandHistory());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(card);
            assertThat(in.readObject()).isEqualTo(card.standing());
            assertThat(in.readObject()).isEqualTo(card.bandHistory());
        }
    }

    @Test
    void a_setup_keeps_to_its_limits() {
        assertThat(SETUP.withDriverWindow(3).driverWindow()).isEqualTo(3);
        assertThat(SETUP.withLookbacks(Lookback.slots(7)).lookbacks()).containsExactly(Lookback.slots(7));
        assertThatThrownBy(() -> SETUP.withDriverWindow(2)).hasMessage("driverWindow must be at least 3 but was 2");
        assertThatThrownBy(() -> SETUP.withYears(0)).hasMessage("years must be at least 1 but was 0");
        assertThat(SETUP.withDeadZone(Rate.ZERO).deadZone()).isEqualTo(Rate.ZERO);
        assertThatThrownBy(() -> SETUP.withDeadZone(Rate.ofBasisPoints(-1)))
                .hasMessageStartingWith("deadZone must not be negative but was");
    }

    @Test
    void of_equal_ends_the_latest_counts_and_days_are_counted_from_it() {
        SpreadRange range = SpreadRange.of(
                Levels.basisPoints(60, 70, 50, 70, 50, 55, 56), Levels.START.plusDays(6), Lookback.expanding());
        assertThat(range.daysSinceWide()).isEqualTo(3);
        assertThat(range.daysSinceTight()).isEqualTo(2);
    }

    private static List<String> messages(SpreadCard card) {
        return card.findings().stream().map(SpreadFinding::message).toList();
    }

    /** Changes of 2 bp up and down: 60 of them deviate by sqrt(60 x 4 / 59) = 2.017, and their typical size is 2. */
    @Test
    void edges_are_told_in_sigmas_and_typical_days() {
        double[] levels =
                IntStream.range(0, 70).mapToDouble(i -> i % 2 == 0 ? 66 : 64).toArray();
        SpreadCard card = SpreadCard.of(
                Levels.cdx(levels),
                Levels.START.plusDays(69),
                SETUP.withPolicy(SwitchPolicy.IMMEDIATE).withCarry(Carry.Terms.of(4, 4, 1 / 252.0)));
        assertThat(card.toString())
                .contains("+6.00 bp to 70.00 bp, +9.4 % of the level, +3.0 daily sigmas, 3.0 typical days")
                .contains("-4.00 bp to 60.00 bp, ")
                .contains(" % of the level, -2.0 daily sigmas, 2.0 typical days");
    }

    /** 4.6 bp at the 95th percentile over 61 / 252 / 4 = 0.0605 bp of break-even. */
    @Test
    void a_bad_case_and_the_longest_stay_are_printed() {
        assertThat(SpreadCard.of(history, LAST, SETUP.withCarry(Carry.Terms.of(4, 4, 1 / 252.0)))
                        .toString())
                .contains("; 95 % widening is 76.0 times the break-even");
        SpreadCard stays = SpreadCard.of(
                Levels.cdx(55, 55, 55, 55, 65, 65, 55, 55, 55),
                Levels.START.plusDays(8),
                SETUP.withPolicy(SwitchPolicy.IMMEDIATE));
        assertThat(stays.toString())
                .contains("\n              longest since 2025-01-01 to 2025-01-04, 4 dates: Duration-friendly,");
    }
}
