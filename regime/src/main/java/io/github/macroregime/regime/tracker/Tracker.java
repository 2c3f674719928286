package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.Landmark;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.credit.SpreadHistory;
import io.github.macroregime.credit.SpreadPercentiles;
import io.github.macroregime.credit.SpreadStanding;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.equities.print.PrintedDay;
import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.folder.TrackerInput.CreditFigures;
import io.github.macroregime.regime.folder.TrackerInput.SeriesRole;
import io.github.macroregime.regime.folder.TrackerInput.SourcedSeries;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthBoardOptions;
import io.github.macroregime.regime.tracker.TrackerReport.BoardBlock;
import io.github.macroregime.regime.tracker.TrackerReport.CreditBlock;
import io.github.macroregime.regime.tracker.TrackerReport.EquitiesBlock;
import io.github.macroregime.regime.tracker.TrackerReport.PolicyBlock;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Assembles the tracker of a day from what a folder holds.
 *
 * <p>Each block is computed by the module whose subject it is; what the folder lacks becomes a {@link Gap}.
 */
public final class Tracker {

    private static final int PRINTED_PLACES = 2;
    private static final int YEARS = 5;
    private static final int LONGEST_PAUSE_DAYS = 7;

    private final TrackerInput input;
    private final LocalDate date;
    private final List<Gap> gaps = new ArrayList<>();

    private Tracker(TrackerInput input) {
        this.input = input;
        this.date = input.figures().date();
        gaps.addAll(input.gaps());
    }

    /**
     * The report of the day.
     *
     * <p><b>Missing</b>: an absent file or series leaves its part out and is named among the gaps.
     *
     * @param input what the folder holds
     * @return the report
     */
    public static TrackerReport report(TrackerInput input) {
        return new Tracker(input).report();
    }

    private TrackerReport report() {
        Optional<PrintedDay> printed = printedDay();
        Optional<EquitiesBlock> equities = orGap("equities", Optional.empty(), () -> equities(printed));
        List<CreditBlock> credit = orGap("credit", List.of(), this::credit);
        Optional<PolicyBlock> policy =
                orGap("a policy path", Optional.empty(), () -> new PolicyAssembly(input, gaps).block());
        Optional<BoardBlock> board = orGap("a strength board", Optional.empty(), this::board);
        List<Finding> statements = new StatementCheck(
                        input, printed, policy.map(block -> block.calibrated().path()))
                .check();
        if (input.statements().isEmpty()) {
            gaps.add(new Gap("statements.csv", "no printed sentence is checked"));
        }
        return new TrackerReport(
                date,
                input.figures().title(),
                equities,
                credit,
                policy,
                board,
                statements,
                macro(equities, policy),
                gaps);
    }

    /** A block; figures that it cannot be made of, or that no calendar reaches, leave it out and not the report. */
    private <T> T orGap(String name, T none, Supplier<T> block) {
        try {
            return block.get();
        } catch (IllegalArgumentException e) {
            gaps.add(new Gap(name + " that can be found", String.valueOf(e.getMessage())));
            return none;
        }
    }

    private MacroReport macro(Optional<EquitiesBlock> equities, Optional<PolicyBlock> policy) {
        List<MacroInput> computed = new ArrayList<>();
        policy.ifPresent(block -> computed.add(new RatesInput.Path(
                block.calibrated(),
                block.sources().stream().map(Source::observed).toList())));
        equities.ifPresent(block -> {
            if (block instanceof EquitiesBlock.Contributed contributed) {
                computed.add(new MarketInput.Contributions(
                        contributed.index(), contributed.report(), Source.observed("printed")));
            } else if (block instanceof EquitiesBlock.Members members) {
                computed.add(new MarketInput.Contributions(
                        members.computed().index(), members.computed().sectors(), Source.observed("weights.csv")));
            }
        });
        return MacroReport.of(input.macro().with(computed.toArray(MacroInput[]::new)), date);
    }

    private Optional<PrintedDay> printedDay() {
        if (input.sectors().isEmpty() && input.members().isPresent()) {
            return Optional.empty();
        }
        if (input.sectors().isEmpty()) {
            gaps.add(new Gap("sectors.csv", "contributions, implied weights and their residual are left out"));
            return Optional.empty();
        }
        if (input.figures().indexReturn().isEmpty()) {
            gaps.add(new Gap("the item index_return of edition.csv", "contributions cannot be reconciled"));
            return Optional.empty();
        }
        return Optional.of(new PrintedDay(
                date, input.sectors(), input.figures().indexReturn().get(), PRINTED_PLACES));
    }

    private Optional<EquitiesBlock> equities(Optional<PrintedDay> printed) {
        if (printed.isPresent()) {
            input.members()
                    .ifPresent(members -> gaps.add(
                            new Gap("a use for weights.csv", "the printed contributions of sectors.csv are shown")));
            return Optional.of(EquitiesBlock.Contributed.of(input.figures().index(), printed.get()));
        }
        if (input.members().isPresent()) {
            return Optional.of(new EquitiesBlock.Members(input.members().get()));
        }
        List<SourcedSeries> sectors = input.seriesIn(SeriesRole.SECTOR);
        List<EquitiesBlock.SectorReturn> returns =
                sectors.stream().flatMap(sector -> dayReturn(sector).stream()).toList();
        LocalDate session = session(date);
        if (!returns.isEmpty() && session.isBefore(date)) {
            gaps.add(new Gap("a session on " + named(date), "sector returns are those of " + named(session)));
        }
        if (returns.isEmpty()) {
            gaps.add(new Gap("every sector price on " + session, "sector returns and breadth are left out"));
            return Optional.empty();
        }
        return Optional.of(new EquitiesBlock.PricesOnly(returns, sources(sectors)));
    }

    /** The last day up to a date on which the exchange was open. */
    static LocalDate session(LocalDate date) {
        BusinessDays days = BusinessDays.newYorkStockExchange();
        if (days.covers(date)) {
            return days.previousOrSame(date);
        }
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.minusDays(1);
            case SUNDAY -> date.minusDays(2);
            default -> date;
        };
    }

    private static String named(LocalDate date) {
        return date + ", a " + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** The simple return from the observation before the session to that of the last session up to the day. */
    private Optional<EquitiesBlock.SectorReturn> dayReturn(SourcedSeries sector) {
        LocalDate session = session(date);
        TimeSeries prices = sector.series().until(session).dropMissing();
        int last = prices.size() - 1;
        if (last < 1 || !prices.date(last).equals(session)) {
            gaps.add(new Gap("the price of " + sector.name() + " on " + session, "its return is left out"));
            return Optional.empty();
        }
        return Optional.of(new EquitiesBlock.SectorReturn(
                sector.name(), Rate.ofDecimal(prices.value(last) / prices.value(last - 1) - 1)));
    }

    private List<CreditBlock> credit() {
        List<CreditBlock> blocks = new ArrayList<>();
        input.credit().forEach(figures -> blocks.add(stated(figures)));
        List<String> covered =
                input.credit().stream().map(CreditFigures::seriesId).toList();
        input.seriesIn(SeriesRole.SPREAD).stream()
                .filter(spread -> !covered.contains(spread.id()))
                .flatMap(spread -> observed(spread).stream())
                .forEach(blocks::add);
        if (blocks.isEmpty()) {
            gaps.add(new Gap("credit.csv and every spread series", "credit is left out"));
        }
        return blocks;
    }

    private CreditBlock stated(CreditFigures figures) {
        if (figures.bands().isEmpty()) {
            gaps.add(new Gap("bands for " + figures.instrument().name(), "its level has no named band"));
        }
        Optional<SourcedSeries> history = input.seriesIn(SeriesRole.SPREAD).stream()
                .filter(spread -> spread.id().equals(figures.seriesId()))
                .findFirst();
        if (history.isEmpty()) {
            gaps.add(new Gap("the history of " + figures.instrument().name(), "its percentile is left out"));
        }
        return new CreditBlock(
                SpreadStanding.ofPrinted(
                        figures.instrument(),
                        figures.date(),
                        figures.level(),
                        figures.bands(),
                        figures.landmarks(),
                        List.of()),
                Bands.withHolesUnnamed(figures.bands()),
                history.map(spread -> SpreadPercentiles.fan(spread.series(), date))
                        .orElse(List.of()),
                history.map(spread -> card(figures.instrument(), spread, Bands.withHolesUnnamed(figures.bands()))),
                history);
    }

    private SpreadCard card(Instrument instrument, SourcedSeries spread, Bands bands) {
        return SpreadCard.of(new SpreadHistory<>(instrument, spread.series()), date, CardSetup.withDefaults(bands));
    }

    /** A spread of which only the history is known: its level and landmarks are read from it. */
    private Optional<CreditBlock> observed(SourcedSeries spread) {
        var latest = spread.series().asOf(date, LONGEST_PAUSE_DAYS);
        if (latest.isEmpty()) {
            gaps.add(new Gap("a recent level of " + spread.name(), "it is left out"));
            return Optional.empty();
        }
        Optional<MarketInput.Credit> known = input.macro().all(MarketInput.Credit.class).stream()
                .filter(each -> each.history().levels().equals(spread.series()))
                .findFirst();
        Instrument instrument = known.filter(each -> !spread.isSynthetic())
                .<Instrument>map(each -> each.history().instrument())
                .orElseGet(() -> new Instrument.CashOas(spread.name()));
        List<Band> named = known.stream()
                .flatMap(each -> each.setup().bands().bands().stream())
                .filter(band -> !band.isUnnamed())
                .toList();
        Bands bands = Bands.withHolesUnnamed(named);
        if (named.isEmpty()) {
            gaps.add(new Gap("bands for " + spread.name(), "its level has no named band"));
        }
        List<Landmark> landmarks = Landmark.ofYears(YEARS, spread.series(), date).stream()
                .filter(landmark -> landmark.kind() != Landmark.Kind.LOW)
                .toList();
        if (landmarks.isEmpty()) {
            gaps.add(new Gap(YEARS + " years of " + spread.name(), "their average and high are left out"));
        }
        return Optional.of(new CreditBlock(
                SpreadStanding.ofPrinted(
                        instrument,
                        latest.get().date(),
                        Rate.ofDecimal(latest.get().value()),
                        named,
                        landmarks,
                        List.of()),
                bands,
                SpreadPercentiles.fan(spread.series(), date),
                Optional.of(card(instrument, spread, bands)),
                Optional.of(spread)));
    }

    private Optional<BoardBlock> board() {
        List<SourcedSeries> assets = input.seriesIn(SeriesRole.ASSET, SeriesRole.SECTOR);
        if (assets.isEmpty()) {
            gaps.add(new Gap("every price series", "the strength board is left out"));
            return Optional.empty();
        }
        Map<String, TimeSeries> closes = new LinkedHashMap<>();
        StrengthBoardOptions options = StrengthBoardOptions.withDefaults();
        for (SourcedSeries asset : assets) {
            closes.put(asset.name(), asset.series());
            options = options.withMaxAge(asset.name(), asset.published().maxAge());
        }
        return Optional.of(new BoardBlock(StrengthBoard.of(closes, date, options), assets));
    }

    private static String sources(List<SourcedSeries> series) {
        return String.join(
                ", ", series.stream().map(SourcedSeries::source).distinct().toList());
    }
}
