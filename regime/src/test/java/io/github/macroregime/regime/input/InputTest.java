package io.github.macroregime.regime.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.regime.drivers.DriverModel;
import io.github.macroregime.regime.input.EconomyInput.Conditions;
import io.github.macroregime.regime.input.EconomyInput.MoneyParts;
import io.github.macroregime.regime.macro.FinancialConditions;
import io.github.macroregime.regime.macro.GrowthInflation;
import io.github.macroregime.regime.macro.QuadrantHistory;
import io.github.macroregime.regime.macro.QuadrantOptions;
import io.github.macroregime.regime.macro.QuadrantReading;
import io.github.macroregime.regime.outlook.CatalystCalendar;
import io.github.macroregime.regime.outlook.EquityPremium;
import io.github.macroregime.regime.outlook.Positioning;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InputTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final LocalDateTime CLOSE = DAY.atTime(16, 0);
    private static final LocalDateTime BEFORE = CLOSE.minusNanos(1);
    private static final Source SOURCE = Source.observed("exchange");

    /** Numbers of three days, of which the second is the day looked at. */
    private static PublishedSeries series(String name, Unit unit, String source) {
        DateIndex dates = DateIndex.of(DAY.minusDays(1), DAY, DAY.plusDays(1));
        return PublishedSeries.daily(name, TimeSeries.of(dates, new double[] {1, 2, 3}, unit), Source.observed(source));
    }

    private static PublishedSeries series(String name, Unit unit) {
        return series(name, unit, "exchange");
    }

    private static List<MacroInput> ofSeries() {
        PublishedSeries price = series("p", Unit.PRICE);
        PublishedSeries rate = series("r", Unit.PERCENT);
        PublishedSeries money = series("m", Unit.BILLIONS_OF_DOLLARS);
        return List.of(
                new MarketInput.Asset(price),
                new MarketInput.Sector(price),
                new MarketInput.Opens(price),
                new MarketInput.Level(rate, Change.DIFFERENCE),
                new RatesInput.Yield(rate),
                new RatesInput.Overnight(rate),
                new RatesInput.RealYield("r", rate, rate),
                new RatesInput.Funding(rate, rate, rate, List.of(rate)),
                new Conditions(
                        "c",
                        List.of(new Conditions.Part(rate, FinancialConditions.Input.Tightening.HIGHER)),
                        FinancialConditions.Weights.EQUAL,
                        2),
                new MoneyParts(money, money, money),
                new EconomyInput.PublishedIndex(rate),
                new EconomyInput.Release(price, Change.RELATIVE),
                new EconomyInput.Surprises(rate),
                new MacroQuestion.Axes("a", rate, rate),
                new MacroQuestion.Driver("a", rate, Change.DIFFERENCE),
                new MacroQuestion.ImpliedVolatility("a", rate, 21));
    }

    @Test
    void whatClosesOnADayIsKnownFromFourOClock() {
        for (MacroInput input : ofSeries()) {
            assertThat(knownOn(input.until(BEFORE).orElseThrow()))
                    .as(input.toString())
                    .containsOnly(DAY.minusDays(1));
            assertThat(knownOn(input.until(CLOSE).orElseThrow()))
                    .as(input.toString())
                    .containsOnly(DAY);
            assertThat(knownOn(input)).as(input.toString()).containsOnly(DAY.plusDays(1));
            assertThat(input.until(DAY.minusDays(5).atStartOfDay())
                            .orElseThrow()
                            .evidence())
                    .isEmpty();
        }
    }

    private static List<LocalDate> knownOn(MacroInput input) {
        return input.evidence().values().stream().map(Evidence::knownOn).toList();
    }

    @Test
    void whatIsOfOneDayIsThereOrNot() {
        MarketInput.OptionSkew skew = new MarketInput.OptionSkew(
                "A", DAY, Rate.ofPercent(18), Rate.ofPercent(22), Rate.ofPercent(20), SOURCE);
        MarketInput.Straddle straddle = new MarketInput.Straddle("CPI", "A", DAY, 5, 250, SOURCE);
        MarketInput.Contributions reported =
                new MarketInput.Contributions.Reported("index", ContributionReport.ofLines(DAY, List.of()), SOURCE);
        for (MacroInput input : List.of(skew, straddle, reported)) {
            assertThat(input.until(BEFORE)).isEmpty();
            assertThat(input.until(CLOSE)).contains(input);
            assertThat(knownOn(input)).containsExactly(DAY);
        }
        // (18 - 22) / 20, and 5 / 250.
        assertThat(skew.skew()).isCloseTo(-0.2, within(1e-12));
        assertThat(straddle.impliedMove().percent()).isCloseTo(2, within(1e-12));
        assertThat(skew.evidence()).containsOnlyKeys("options on A");
        assertThat(straddle.evidence()).containsOnlyKeys("CPI straddle on A");
        assertThat(reported.evidence()).containsOnlyKeys("index");
    }

    @Test
    void reportsOfTradersAreKnownFromTheirRelease() {
        Positioning.Report tuesday = new Positioning.Report(DAY.minusDays(7), DAY.minusDays(4), false, 10, 4, 20);
        Positioning.Report next = new Positioning.Report(DAY.minusDays(1), DAY, false, 12, 4, 20);
        MarketInput.Traders traders = new MarketInput.Traders("bonds", "funds", List.of(tuesday, next), SOURCE);
        assertThat(((MarketInput.Traders) traders.until(BEFORE).orElseThrow()).reports())
                .containsExactly(tuesday);
        assertThat(traders.until(CLOSE)).contains(traders);
        assertThat(traders.evidence()).containsOnlyKeys("bonds, funds");
        assertThat(knownOn(traders)).containsExactly(DAY);
        assertThat(new MarketInput.Traders("bonds", "funds", List.of(), SOURCE).evidence())
                .isEmpty();
    }

    @Test
    void eventsAreKnownWhenTheyWereAnnounced() {
        CatalystCalendar.Catalyst known =
                new CatalystCalendar.Catalyst(DAY.plusDays(9), "FOMC", 1, DAY.minusDays(100), LocalDate.MAX);
        CatalystCalendar.Catalyst later =
                new CatalystCalendar.Catalyst(DAY.plusDays(9), "CPI", 1, DAY.plusDays(1), LocalDate.MAX);
        EconomyInput.Events events = new EconomyInput.Events(new CatalystCalendar(List.of(known, later)), "A", SOURCE);
        assertThat(((EconomyInput.Events) events.until(CLOSE).orElseThrow())
                        .calendar()
                        .events())
                .containsExactly(known);
        assertThat(events.evidence()).containsOnlyKeys("events on A");
        assertThat(knownOn(events)).containsExactly(DAY.plusDays(1));
        assertThat(new EconomyInput.Events(new CatalystCalendar(List.of()), "A", SOURCE).evidence())
                .isEmpty();
    }

    /** Monthly levels that grow by 1 % a month, each known on the 22nd of July. */
    private static EconomyInput.QuadrantSource.Revised revised(PublicationLag.Basis basis) {
        List<Vintages.Revision> revisions = new ArrayList<>();
        for (int month = 0; month < 40; month++) {
            revisions.add(new Vintages.Revision(
                    DAY.minusMonths(41 - month).withDayOfMonth(1),
                    month < 39 ? DAY.minusMonths(40 - month) : DAY,
                    StrictMath.pow(1.01, month)));
        }
        Vintages vintages = Vintages.of(revisions, Unit.PRICE);
        return new EconomyInput.QuadrantSource.Revised(
                "US", vintages, vintages, QuadrantOptions.withDefaults(), 60, basis, SOURCE);
    }

    @Test
    void vintagesAreKnownFromTheEvening() {
        EconomyInput.QuadrantSource.Revised revised = revised(PublicationLag.Basis.RELEASED);
        assertThat(knownOn(revised)).containsExactly(DAY);
        assertThat(revised.evidence()).containsOnlyKeys("US");
        assertThat(knownOn(revised.until(BEFORE).orElseThrow())).containsExactly(DAY.minusMonths(2));
        assertThat(knownOn(revised.until(CLOSE).orElseThrow())).containsExactly(DAY);
        assertThat(revised.until(DAY.minusYears(9).atStartOfDay()).orElseThrow().evidence())
                .isEmpty();
        QuadrantHistory history = revised.history();
        assertThat(history)
                .isEqualTo(
                        GrowthInflation.ofVintages(revised.growth(), revised.prices(), QuadrantOptions.withDefaults()));
        QuadrantReading last = history.asOf(DAY).orElseThrow();
        assertThat(last.growth().decimal()).isCloseTo(StrictMath.pow(1.01, 12) - 1, within(1e-12));
        EconomyInput.QuadrantSource assumed = revised(PublicationLag.Basis.ASSUMED_LAG);
        assertThat(revised.publication(last)).isEqualTo("released 2025-07-22");
        assertThat(assumed.publication(last)).contains("2025-07-22", "assumed");
        assertThat(revised.provenance()).isNotEqualTo(assumed.provenance());
        Histories histories = Histories.shared();
        assertThat(revised.history(DAY, histories)).isEqualTo(history);
        assertThat(histories).hasToString("1 histories");
    }

    @Test
    void finalDataSayWhenTheyWereKnown() {
        PublishedSeries level = series("level", Unit.PRICE);
        EconomyInput.QuadrantSource.Final last =
                new EconomyInput.QuadrantSource.Final("US", level, level, QuadrantOptions.withDefaults(), 60);
        assertThat(knownOn(last.until(BEFORE).orElseThrow())).containsExactly(DAY.minusDays(1));
        assertThat(knownOn(last)).containsExactly(DAY.plusDays(1));
        // Levels of single days make no year of twelve.
        assertThatThrownBy(last::history).isInstanceOf(IllegalArgumentException.class);
        assertThat(last.provenance()).doesNotContain(", level ");
        assertThatThrownBy(() -> new EconomyInput.QuadrantSource.Final(
                        "US", series("r", Unit.PERCENT), level, QuadrantOptions.withDefaults(), 60))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EconomyInput.QuadrantSource.Final(
                        "US", level, series("r", Unit.PERCENT), QuadrantOptions.withDefaults(), 60))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new EconomyInput.QuadrantSource.Final("US", level, level, QuadrantOptions.withDefaults(), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void premiumsSpreadsAndPrintedOnes() {
        PublishedSeries rate = series("r", Unit.PERCENT);
        EconomyInput.Premium premium =
                new EconomyInput.Premium(EquityPremium.Definition.FORWARD_LESS_REAL, series("pe", Unit.PRICE), rate, 1);
        assertThat(knownOn(premium.until(BEFORE).orElseThrow())).containsExactly(DAY.minusDays(1));
        assertThat(knownOn(premium.until(CLOSE).orElseThrow())).containsExactly(DAY);
        assertThatThrownBy(() -> new EconomyInput.Premium(
                        EquityPremium.Definition.FORWARD_LESS_REAL, series("pe", Unit.PRICE), rate, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EconomyInput.Premium(EquityPremium.Definition.FORWARD_LESS_REAL, rate, rate, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EconomyInput.Premium(
                        EquityPremium.Definition.FORWARD_LESS_REAL,
                        series("pe", Unit.PRICE),
                        series("x", Unit.PRICE),
                        1))
                .isInstanceOf(IllegalArgumentException.class);
        Instrument instrument = new Instrument.CashOas("IG");
        Bands bands = Bands.of(
                Band.below("tight", Rate.ofBasisPoints(100), Severity.BENIGN),
                Band.from("wide", Rate.ofBasisPoints(100), Severity.STRESS));
        MarketInput.Credit credit = new MarketInput.Credit(instrument, rate, CardSetup.withDefaults(bands));
        assertThat(credit.history().levels()).isEqualTo(rate.series());
        assertThat(knownOn(credit.until(CLOSE).orElseThrow())).containsExactly(DAY);
        assertThat(credit.until(DAY.minusDays(1).atTime(15, 59))).isEmpty();
        assertThatThrownBy(() ->
                        new MarketInput.Credit(instrument, series("x", Unit.PRICE), CardSetup.withDefaults(bands)))
                .isInstanceOf(IllegalArgumentException.class);
        MarketInput.PrintedSpread printed = new MarketInput.PrintedSpread(
                instrument, "", DAY, Rate.ofBasisPoints(80), List.of(), List.of(), SOURCE);
        assertThat(printed.until(BEFORE)).isEmpty();
        assertThat(printed.until(CLOSE)).contains(printed);
        assertThat(printed.evidence()).containsOnlyKeys("printed IG");
    }

    @Test
    void inputsAreNamedByTheirSeries() {
        PublishedSeries price = series("p", Unit.PRICE);
        PublishedSeries rate = series("r", Unit.PERCENT);
        assertThat(new MarketInput.Asset(price).name()).isEqualTo("p");
        assertThat(new MarketInput.Sector(price).name()).isEqualTo("p");
        assertThat(new MarketInput.Opens(price).name()).isEqualTo("p");
        assertThat(new RatesInput.Yield(rate).name()).isEqualTo("r");
        RatesInput.Funding funding = new RatesInput.Funding(rate, rate, rate, List.of());
        assertThat(funding.name()).startsWith("r ").isEqualTo(RatesInput.Funding.nameOf("r"));
        assertThat(funding.evidence()).containsOnlyKeys(funding.name());
        assertThat(new EconomyInput.Release(price, Change.RELATIVE).evidence()).containsOnlyKeys("p release");
        assertThat(new EconomyInput.Surprises(rate).evidence()).containsOnlyKeys("r surprises");
        MacroQuestion.Drivers drivers = new MacroQuestion.Drivers(
                "p",
                DriverModel.of(Change.LOGARITHMIC, DriverModel.Group.of("g", "r", "s")),
                List.of(rate, series("s", Unit.PERCENT)));
        assertThat(drivers.evidence()).containsOnlyKeys("r", "s");
        assertThat(knownOn(drivers.until(BEFORE).orElseThrow())).containsOnly(DAY.minusDays(1));
        assertThat(((MacroQuestion.Drivers) drivers.until(CLOSE).orElseThrow()).drivers())
                .allMatch(each -> each.series().size() == 2);
        Conditions conditions = new Conditions(
                "c",
                List.of(
                        new Conditions.Part(rate, FinancialConditions.Input.Tightening.HIGHER),
                        new Conditions.Part(price, FinancialConditions.Input.Tightening.LOWER)),
                FinancialConditions.Weights.EQUAL,
                2);
        assertThat(conditions.inputs())
                .containsExactly(
                        new FinancialConditions.Input(
                                rate.series().named("r"), FinancialConditions.Input.Tightening.HIGHER),
                        new FinancialConditions.Input(
                                price.series().named("p"), FinancialConditions.Input.Tightening.LOWER));
    }

    @Test
    void questionsWithoutNumbersAreAlwaysAsked() {
        List<MacroInput> questions = List.of(
                new MacroQuestion.AssetBasket("b", List.of("A", "B")),
                new MacroQuestion.AssetClass("c", "A", Set.of()),
                new MacroQuestion.EquityGroup("g", List.of("A", "B"), List.of()),
                new MacroQuestion.State("A"));
        for (MacroInput question : questions) {
            assertThat(question.until(BEFORE)).contains(question);
            assertThat(question.evidence()).isEmpty();
        }
        assertThatThrownBy(() -> new MacroQuestion.AssetBasket("b", List.of("A")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MacroQuestion.EquityGroup("g", List.of("A"), List.of("X", "Y")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void evidenceIsThatOfAllThatItRestsOn() {
        Evidence early = new Evidence(List.of(Source.observed("a"), Source.observed("b")), DAY);
        Evidence late = new Evidence(List.of(Source.observed("b"), Source.observed("c")), DAY.plusDays(2));
        Evidence both = early.and(late);
        assertThat(both.sources()).containsExactly(Source.observed("a"), Source.observed("b"), Source.observed("c"));
        assertThat(both.knownOn()).isEqualTo(DAY.plusDays(2));
        assertThat(late.and(early).knownOn()).isEqualTo(DAY.plusDays(2));
        Map<String, Evidence> inputs = Map.of("x", early, "y", late);
        assertThat(Evidence.of(inputs, List.of("y", "none"))).isEqualTo(late);
        assertThat(Evidence.of(inputs, List.of("x", "y"))).isEqualTo(both);
        assertThatThrownBy(() -> Evidence.of(inputs, List.of("none"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Evidence(List.of(), DAY)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Evidence.copyOf(inputs).keySet()).containsExactly("x", "y");
        assertThat(both).asString().contains("2025-07-24", "a", "b", "c");
        PublishedSeries one = series("one", Unit.PERCENT, "a");
        PublishedSeries other = series("one", Unit.PERCENT, "b");
        assertThat(Evidence.of(one, other).get("one").sources())
                .containsExactly(Source.observed("a"), Source.observed("b"));
        assertThat(Evidence.together("all", one, series("two", Unit.PERCENT, "c")))
                .containsOnlyKeys("all")
                .allSatisfy((name, each) ->
                        assertThat(each.sources()).containsExactly(Source.observed("a"), Source.observed("c")));
    }

    @Test
    void aNameStandsOnceAmongTheInputs() {
        PublishedSeries price = series("p", Unit.PRICE);
        PublishedSeries rate = series("r", Unit.PERCENT);
        MacroInputs inputs =
                MacroInputs.of(new MarketInput.Asset(price), new MarketInput.Sector(price), new RatesInput.Yield(rate));
        assertThat(inputs.all(MarketInput.Asset.class)).containsExactly(new MarketInput.Asset(price));
        assertThat(inputs.all(MarketInput.class)).hasSize(2);
        assertThat(inputs.with(new MacroQuestion.State("p")).items()).hasSize(4);
        assertThat(inputs.until(BEFORE)
                        .all(RatesInput.Yield.class)
                        .get(0)
                        .levels()
                        .series()
                        .size())
                .isOne();
        MacroQuestion.EquityGroup group = new MacroQuestion.EquityGroup("g", List.of("A", "B"), List.of());
        for (MacroInput twice :
                List.of(new MarketInput.Asset(price), new MarketInput.Sector(price), new RatesInput.Yield(rate))) {
            assertThatThrownBy(() -> inputs.with(twice)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> MacroInputs.of(group, group)).isInstanceOf(IllegalArgumentException.class);
        assertThat(inputs.with(group)).asString().contains("Asset: 1", "EquityGroup: 1", "Yield: 1");
        MarketInput.Straddle straddle = new MarketInput.Straddle("CPI", "A", DAY, 5, 250, SOURCE);
        assertThat(MacroInputs.of(straddle).until(BEFORE).items()).isEmpty();
        assertThat(MacroInputs.NONE.items()).isEmpty();
    }

    @Test
    void unitsAndCountsThatDoNotFitAreRefused() {
        PublishedSeries price = series("p", Unit.PRICE);
        PublishedSeries rate = series("r", Unit.PERCENT);
        PublishedSeries money = series("m", Unit.MILLIONS_OF_DOLLARS);
        List<ThrowingCallable> wrong = List.of(
                () -> new MarketInput.Asset(rate),
                () -> new MarketInput.Sector(rate),
                () -> new MarketInput.Opens(rate),
                () -> new RatesInput.Yield(price),
                () -> new RatesInput.Overnight(price),
                () -> new RatesInput.RealYield("y", price, rate),
                () -> new RatesInput.RealYield("y", rate, price),
                () -> new RatesInput.Funding(rate, rate, rate, List.of(rate, rate)),
                () -> new MoneyParts(money, price, money),
                () -> new MoneyParts(rate, money, money),
                () -> new MoneyParts(money, money, rate),
                () -> new MacroQuestion.Axes("a", price, rate),
                () -> new MacroQuestion.Axes("a", rate, price),
                () -> new MacroQuestion.ImpliedVolatility("a", price, 21),
                () -> new Conditions("c", List.of(), FinancialConditions.Weights.EQUAL, 2),
                () -> new Conditions(
                        "c",
                        List.of(new Conditions.Part(rate, FinancialConditions.Input.Tightening.HIGHER)),
                        FinancialConditions.Weights.EQUAL,
                        1),
                () -> new MarketInput.Straddle("k", "A", DAY, Double.NaN, 1, SOURCE),
                () -> new MarketInput.Straddle("k", "A", DAY, 1, Double.NaN, SOURCE));
        for (int i = 0; i < wrong.size(); i++) {
            assertThatThrownBy(wrong.get(i)).as("%d", i).isInstanceOf(IllegalArgumentException.class);
        }
        PublishedSeries zero =
                PublishedSeries.daily("zero", TimeSeries.of(DateIndex.of(DAY), new double[] {0}, Unit.PRICE), SOURCE);
        assertThatThrownBy(() -> new MarketInput.Asset(zero)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MarketInput.Sector(zero)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MarketInput.Opens(zero)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHistoryIsComputedOnceOverTheLongestPast() {
        Histories histories = Histories.shared();
        List<Integer> computed = new ArrayList<>();
        TimeSeries all = series("s", Unit.PERCENT).series();
        TimeSeries two = all.slice(0, 2);
        assertThat(length(histories, two, computed)).isEqualTo(2);
        assertThat(length(histories, all, computed)).isEqualTo(3);
        // A shorter past, and none at all, read the rows of the longer one.
        assertThat(length(histories, two, computed)).isEqualTo(3);
        assertThat(length(histories, all, computed)).isEqualTo(3);
        assertThat(length(histories, all.slice(0, 0), computed)).isEqualTo(3);
        assertThat(computed).containsExactly(2, 3);
        // A revised number or another day is another past.
        TimeSeries revised = TimeSeries.of(two.dates(), new double[] {1, 2.5}, Unit.PERCENT);
        assertThat(length(histories, revised, computed)).isEqualTo(2);
        TimeSeries shifted =
                TimeSeries.of(DateIndex.of(DAY.minusDays(1), DAY.plusDays(1)), new double[] {1, 2.5}, Unit.PERCENT);
        assertThat(length(histories, shifted, computed)).isEqualTo(2);
        assertThat(computed).containsExactly(2, 3, 2, 2);
        String other = histories.<String, String>of("other", "past", past -> past + "!");
        assertThat(other).isEqualTo("past!");
        assertThat(histories.<String, String>of("other", "past", past -> past + "?"))
                .isEqualTo("past!");
        assertThat(histories.<String, String>of("other", "another", past -> past + "?"))
                .isEqualTo("another?");
        assertThat(histories).hasToString("2 histories");
    }

    private static int length(Histories histories, TimeSeries past, List<Integer> computed) {
        return histories.<TimeSeries, Integer>of("length", past, each -> {
            computed.add(each.size());
            return each.size();
        });
    }

    @Test
    void optionsChangeOnlyWhatIsNamed() {
        MacroOptions options = MacroOptions.withDefaults();
        MacroOptions.States states = new MacroOptions.States(options.states().model(), 500, 20);
        assertThat(options.withHorizon(5).windows().horizon()).isEqualTo(5);
        assertThat(options.withHorizon(5).withHorizon(options.windows().horizon()))
                .isEqualTo(options);
        assertThat(options.withHour(options.hour().minusHours(2)).hour())
                .isEqualTo(options.hour().minusHours(2));
        assertThat(options.withHour(options.hour().minusHours(2)).withHour(options.hour()))
                .isEqualTo(options);
        assertThat(options.withStates(states).states()).isEqualTo(states);
        assertThat(options.withStates(states).withStates(options.states())).isEqualTo(options);
        assertThat(options.withCurve(options.curve().withDays(3)).curve().days())
                .isEqualTo(3);
        assertThat(options.withCurve(options.curve().withDays(3)).withCurve(options.curve()))
                .isEqualTo(options);
        assertThatThrownBy(() -> options.withHorizon(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MacroOptions.States(states.model(), 1, 20))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MacroOptions.States(states.model(), 500, 0))
                .isInstanceOf(IllegalArgumentException.class);
        for (double band : new double[] {-0.01, 1.01, Double.NaN}) {
            assertThatThrownBy(() -> new MacroOptions.Lockstep(63, band)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new MacroOptions.Lockstep(63, 0).lowCorrelation()).isZero();
        assertThat(new MacroOptions.Lockstep(63, 1).lowCorrelation()).isOne();
    }
}
