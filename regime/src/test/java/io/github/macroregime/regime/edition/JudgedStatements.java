package io.github.macroregime.regime.edition;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import io.github.macroregime.equities.print.Claim.Measure;
import io.github.macroregime.regime.edition.EditionClaim.Again;
import io.github.macroregime.regime.edition.EditionClaim.Changed;
import io.github.macroregime.regime.edition.EditionClaim.Distance;
import io.github.macroregime.regime.edition.EditionClaim.Extreme;
import io.github.macroregime.regime.edition.EditionClaim.FirstMeetings;
import io.github.macroregime.regime.edition.EditionClaim.Leads;
import io.github.macroregime.regime.edition.EditionClaim.Moved;
import io.github.macroregime.regime.edition.EditionClaim.Moves;
import io.github.macroregime.regime.edition.EditionClaim.Prior;
import io.github.macroregime.regime.edition.EditionClaim.ProbabilityAgain;
import io.github.macroregime.regime.edition.EditionClaim.Retraced;
import io.github.macroregime.regime.edition.EditionClaim.Share;
import io.github.macroregime.regime.edition.EditionClaim.Sole;
import io.github.macroregime.regime.edition.EditionClaim.Streak;
import io.github.macroregime.regime.edition.EditionClaim.Weekday;
import io.github.macroregime.regime.edition.PrintedEdition.Quantity;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which statements of the editions are judged, by which finding or claim, and why the others are not. */
final class JudgedStatements {

    /** How a statement is judged: by findings of the figures and by claims, or not for a reason. */
    record Way(List<String> findings, List<EditionClaim> claims, String reason) {}

    private static final String IT = "Information Technology";
    private static final String CS = "Communication Services";
    private static final String CD = "Consumer Discretionary";
    private static final String SUM = "the contributions sum to the index return";
    private static final String TERMINAL = "start + cumulative = terminal";
    private static final String CHANGE = "change of the spread from ";
    private static final String AVERAGE = "the average moved as one of five years can since ";
    private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 17);
    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 29);
    private static final LocalDate DECEMBER = LocalDate.of(2025, 12, 10);
    private static final LocalDate LATE_2026 = LocalDate.of(2026, 10, 28);

    private static final String OTHER_MARKET = "a level of another market, which the model of an edition does not hold";
    private static final String NO_THRESHOLD = "a word without a printed threshold";
    private static final String COMPANY = "the sector of a company, which no figure of an edition says";
    private static final String MARKET = "needs closes of the market, which an edition does not print";
    private static final String UNPRINTED = "an operand is not printed in the edition";

    private final Map<String, Way> ways = new LinkedHashMap<>();

    static Map<String, Way> ways() {
        JudgedStatements all = new JudgedStatements();
        all.april();
        all.june();
        all.earlyJuly();
        all.lateJuly();
        all.autumn();
        return all.ways;
    }

    private void put(String key, Way way) {
        if (ways.put(key, way) != null) {
            throw new IllegalStateException(key + " stands twice");
        }
    }

    private void figures(String key, String... findings) {
        put(key, new Way(List.of(findings), List.of(), ""));
    }

    private void claims(String key, EditionClaim... claims) {
        put(key, new Way(List.of(), List.of(claims), ""));
    }

    private void none(String key, String reason) {
        put(key, new Way(List.of(), List.of(), reason));
    }

    private static Leads leads(String sector) {
        return new Leads(sector, Measure.CONTRIBUTION, true);
    }

    private static Moved tighter() {
        return new Moved(Quantity.SPREAD, false);
    }

    private static Prior prior(String value) {
        return new Prior(Quantity.CUMULATIVE, Printed.of(value));
    }

    private static Moved lessEasing() {
        return new Moved(Quantity.CUMULATIVE, true);
    }

    private static Moved moreEasing() {
        return new Moved(Quantity.CUMULATIVE, false);
    }

    private static Distance fromAverage(Printed distance) {
        return new Distance(Quantity.SPREAD, Quantity.SPREAD_AVERAGE, distance);
    }

    private static Distance fromLow(String distance) {
        return new Distance(Quantity.SPREAD, Quantity.SPREAD_LOW, Printed.of(distance));
    }

    private static Distance fromHigh(String distance) {
        return new Distance(Quantity.SPREAD, Quantity.SPREAD_HIGH, Printed.of(distance));
    }

    private static Extreme low(Quantity quantity, int month, int day) {
        return new Extreme(quantity, false, LocalDate.of(2025, month, day));
    }

    private static String step(LocalDate meeting) {
        return "rate difference = step on " + meeting;
    }

    private static String probability(LocalDate meeting) {
        return "step / 25 bp = probability on " + meeting;
    }

    private static String cumulative(LocalDate meeting) {
        return "rate - start = cumulative on " + meeting;
    }

    private static String steps(LocalDate meeting) {
        return "sum of steps = cumulative on " + meeting;
    }

    private void april() {
        claims("04-03 0", new Share(List.of(IT, "Financials", "Industrials"), Printed.nearly("75")));
        claims("04-03 1", new Share(List.of(IT), Printed.of("40")));
        figures("04-03 2", SUM);
        figures("04-04 0", SUM);
        none("04-04 1", OTHER_MARKET);
        figures("04-07 0", SUM);
        claims("04-07 1", new Moved(Quantity.SPREAD, true));
        claims("04-07 2", new Sole("Real Estate", Measure.CONTRIBUTION, false));
        figures("04-08 0", SUM);
        none("04-08 1", "half of a sum of two figures, for which there is no claim");
        claims("04-08 2", new FirstMeetings(2, Printed.of("45.7")));
        none("04-08 3", "the name of the instrument, which the check of its extremes answers");
        claims("04-09 0", new Changed(Quantity.CUMULATIVE, Printed.of("33.9")));
        none("04-09 1", "the change of one meeting's cumulative figure, for which there is no claim");
        figures("04-09 2", probability(LocalDate.of(2025, 5, 7)), probability(LocalDate.of(2025, 6, 18)));
        none("04-09 3", "the edition of the day before prints no average");
        none("04-09 4", "a judgement of a shape");
        figures("04-10 0", SUM);
        claims("04-10 1", new Retraced(Quantity.CUMULATIVE, Printed.between("50", "100")));
        figures(
                "04-10 2",
                probability(LocalDate.of(2025, 5, 7)),
                probability(LocalDate.of(2025, 6, 18)),
                probability(LocalDate.of(2025, 7, 30)));
        none("04-10 3", "the fourth step is not printed, so nothing stands against it");
        none("04-11 0", "the start and the total to that horizon stand in the text only");
        claims("04-11 1", new Moves(LocalDate.of(2025, 12, 1), Printed.of("3")));
        none("04-11 2", "the period meant is open");
        claims("04-11 3", new Extreme(Quantity.SPREAD, true, LocalDate.of(2023, 3, 31)));
    }

    private void june() {
        claims("06-02 0", leads(CS));
        claims("06-02 1", new Leads(CS, Measure.RETURN, true));
        claims("06-03 0", new Again(Quantity.SPREAD, Printed.of("55.0")));
        claims("06-03 1", new Leads(CS, Measure.CONTRIBUTION, false));
        claims("06-04 0", new Sole(CS, Measure.CONTRIBUTION, true));
        none("06-04 1", NO_THRESHOLD);
        figures("06-05 0", "contributions and returns go with weights that sum to 100 %");
        none("06-05 1", COMPANY);
        claims("06-06 0", leads("Energy"));
        figures("06-06 1", CHANGE + "2025-06-05");
        figures("06-09 0", CHANGE + "2025-06-06");
        figures("06-10 0", CHANGE + "2025-06-09");
        claims("06-10 1", new Sole("Industrials", Measure.CONTRIBUTION, false));
        claims("06-11 0", tighter());
        figures("06-11 1", cumulative(DECEMBER), cumulative(LATE_2026));
        claims("06-11 2", new Moves(DECEMBER, Printed.of("2")));
        claims("06-12 0", tighter(), low(Quantity.SPREAD, 4, 11));
        figures("06-12 1", cumulative(DECEMBER), cumulative(LATE_2026));
        claims("06-12 2", new Moves(LATE_2026, Printed.of("4")));
        claims("06-13 0", tighter(), low(Quantity.SPREAD, 4, 11));
        figures("06-13 1", steps(SEPTEMBER));
        none("06-13 2", "the name of a row before the first meeting");
        none("06-13 3", UNPRINTED);
        claims("06-16 0", new Leads(CS, Measure.RETURN, true));
        claims("06-16 1", new Moves(LATE_2026, Printed.of("16")));
        figures("06-16 2", probability(SEPTEMBER));
        claims("06-16 3", new ProbabilityAgain(SEPTEMBER, Printed.of("65")));
        claims("06-16 4", fromAverage(Printed.nearly("9")));
        figures("06-17 0", steps(SEPTEMBER));
        claims("06-17 1", moreEasing());
        none("06-17 2", "no direction is stated");
        figures("06-27 0", step(SEPTEMBER), probability(SEPTEMBER));
        claims("06-27 1", new ProbabilityAgain(SEPTEMBER, Printed.of("100")));
        figures("06-27 2", cumulative(DECEMBER), cumulative(LocalDate.of(2026, 12, 9)));
        claims("06-27 3", leads(CS));
        figures("06-30 0", cumulative(DECEMBER));
        figures("06-30 1", TERMINAL);
        claims("06-30 2", new Weekday(TUESDAY));
        none("06-30 3", "a macro figure, which the model of an edition does not hold");
    }

    private void earlyJuly() {
        figures("07-01 0", step(LocalDate.of(2025, 7, 30)), step(SEPTEMBER), TERMINAL);
        claims("07-01 1", new Weekday(WEDNESDAY));
        claims("07-01 2", new Streak("Real Estate", 2, false, false), new Streak(CS, 2, false, false));
        claims("07-02 0", prior("-135.1"), lessEasing());
        claims("07-02 1", new Moves(DECEMBER, Printed.range("2", "3")));
        claims("07-02 2", new Streak(CS, 3, false, true));
        claims("07-03 0", leads("Financials"));
        figures("07-03 1", step(OCTOBER));
        none("07-03 2", "two words of one sentence against each other");
        none("07-03 3", "the low of the cycle is not printed in that edition");
        figures("07-07 0", AVERAGE + "2025-07-03");
        claims("07-07 1", fromAverage(Printed.of("14")));
        claims("07-07 2", new Weekday(FRIDAY));
        none("07-07 3", "the day that the high counts from is not printed");
        figures("07-08 0", step(SEPTEMBER), probability(SEPTEMBER));
        claims("07-08 1", new Changed(Quantity.SPREAD, Printed.between("0", "0.5")));
        none("07-08 2", COMPANY);
        claims("07-08 3", prior("-118.6"), lessEasing());
        figures("07-09 0", step(SEPTEMBER), probability(SEPTEMBER));
        figures("07-09 1", step(OCTOBER), probability(OCTOBER));
        claims("07-09 2", new Changed(Quantity.SPREAD, Printed.of("-1")));
        claims("07-09 3", new Weekday(THURSDAY));
        figures("07-10 0", step(SEPTEMBER), probability(SEPTEMBER));
        figures("07-10 1", step(OCTOBER), probability(OCTOBER));
        claims("07-10 2", new Sole(IT, Measure.CONTRIBUTION, false));
        claims("07-10 3", fromAverage(Printed.nearly("13")));
        none("07-10 4", NO_THRESHOLD);
    }

    private void lateJuly() {
        none("07-21 0", MARKET);
        claims("07-21 1", low(Quantity.SPREAD, 6, 20));
        claims("07-21 2", low(Quantity.CUMULATIVE, 6, 20));
        figures("07-21 3", TERMINAL);
        none("07-21 4", MARKET);
        claims("07-22 0", low(Quantity.CUMULATIVE, 4, 2));
        figures("07-22 1", TERMINAL);
        none("07-22 2", NO_THRESHOLD);
        figures("07-22 3", SUM);
        claims("07-23 0", low(Quantity.SPREAD, 6, 22));
        figures("07-23 1", TERMINAL);
        figures("07-23 2", SUM);
        claims("07-24 0", tighter());
        claims("07-24 1", moreEasing());
        claims(
                "07-24 2",
                new Again(Quantity.NEXT_PROBABILITY, Printed.of("15.8").times(4)));
        figures("07-24 3", TERMINAL);
        figures("07-24 4", AVERAGE + "2025-07-23");
        claims("07-25 0", prior("-114.1"));
        claims("07-25 1", new Moved(Quantity.TERMINAL_RATE, false));
        figures("07-25 2", "(start - rate) / 25 bp = probability");
        claims("07-25 3", new Moved(Quantity.NEXT_PROBABILITY, false));
        claims("07-28 0", tighter());
        figures("07-28 1", TERMINAL);
        figures("07-28 2", SUM);
        figures("07-29 0", SUM);
        claims("07-29 1", prior("-107.3"));
        claims("07-29 2", new Moves(LocalDate.of(2026, 12, 1), Printed.nearly("5")));
        claims("07-29 3", new Streak(Streak.INDEX, 6, true, true));
        none("07-29 4", "a reason given for a move");
        claims("07-30 0", moreEasing());
        figures("07-30 1", "(start - rate) / 25 bp = probability");
        figures("07-30 2", TERMINAL);
        figures("07-30 3", AVERAGE + "2025-07-29");
    }

    private void autumn() {
        claims("09-12 0", fromAverage(Printed.of("14.6")), fromAverage(Printed.of("14.7")));
        claims("09-12 1", new Again(Quantity.SPREAD, Printed.of("48")));
        claims("09-15 0", fromLow("3.3"), fromLow("3.2"));
        claims("09-15 1", fromAverage(Printed.of("15.5")), fromHigh("105"));
        none("09-15 2", OTHER_MARKET);
        figures("09-15 3", SUM);
        none("09-16 0", NO_THRESHOLD);
        claims("09-16 1", fromHigh("105"));
        claims("09-16 2", fromAverage(Printed.of("15")));
        claims("09-17 0", new Again(Quantity.INDEX_RETURN, Printed.of("-0.1")));
        none("10-06 0", OTHER_MARKET);
        none("10-06 1", UNPRINTED);
        none("10-07 0", OTHER_MARKET);
        figures("10-07 1", SUM);
        none("10-08 0", NO_THRESHOLD);
        claims("10-08 1", fromAverage(Printed.of("10.5")), fromLow("8.1"));
        figures("10-09 0", CHANGE + "2025-10-08");
        claims("10-09 1", fromAverage(Printed.of("9.8")), fromLow("8.8"));
        none("10-10 0", "the shape of the yield curve, which the model of an edition does not hold");
        figures("10-10 1", CHANGE + "2025-10-09");
        none("10-10 2", MARKET);
        claims("10-13 0", new Share(List.of(CD, IT, CS), Printed.between("66.7", "100")));
        none("10-13 1", MARKET);
        none("10-13 2", "a remark on a closed market");
        claims("10-14 0", new Share(List.of("Financials", "Industrials", CD), Printed.of("66.7")));
        none("10-14 1", MARKET);
        none("10-14 2", "the start rate is not printed");
        none("10-14 3", NO_THRESHOLD);
        none("10-15 0", "the order in which sectors are named");
        none("10-15 1", MARKET);
        none("10-15 2", NO_THRESHOLD);
        figures("10-16 0", AVERAGE + "2025-10-15", "the lowest spread is that of the edition before");
        figures("10-16 1", SUM);
    }
}
