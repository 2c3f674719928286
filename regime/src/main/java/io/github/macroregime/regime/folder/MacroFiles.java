package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.SeriesCatalog;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.regime.folder.TrackerInput.SeriesRole;
import io.github.macroregime.regime.folder.TrackerInput.SourcedSeries;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.EconomyInput.Conditions;
import io.github.macroregime.regime.input.EconomyInput.MoneyParts;
import io.github.macroregime.regime.input.EconomyInput.PublishedIndex;
import io.github.macroregime.regime.input.EconomyInput.QuadrantSource;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MacroQuestion.AssetBasket;
import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.input.RatesInput.RealYield;
import io.github.macroregime.regime.macro.FinancialConditions;
import io.github.macroregime.regime.macro.FinancialConditions.Input.Tightening;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.macro.QuadrantOptions;
import io.github.macroregime.regime.outlook.EquityPremium;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the inputs of the macro report from what a folder holds. */
final class MacroFiles {

    /** One asset class for each quadrant, as funds that read regimes from relative performance publish it. */
    private static final Map<String, Set<Quadrant>> QUADRANTS = Map.of(
            "equities", Set.of(Quadrant.GOLDILOCKS),
            "small companies", Set.of(Quadrant.GOLDILOCKS),
            "credit", Set.of(Quadrant.GOLDILOCKS),
            "commodities", Set.of(Quadrant.REFLATION),
            "treasuries", Set.of(Quadrant.DEFLATION),
            "gold", Set.of(Quadrant.STAGFLATION),
            "inflation-linked", Set.of(Quadrant.STAGFLATION));

    private static final Set<String> EQUITY_CLASSES = Set.of("equities", "small companies");
    private static final Set<String> EQUITIES = Set.of("RSP", "IWM", "ITB");
    private static final List<String> SEVEN = List.of("AAPL", "MSFT", "GOOGL", "AMZN", "NVDA", "META", "TSLA");
    private static final Map<String, String> YIELDS = yields();

    /** The names of the baskets that need no file. */
    static final List<String> BASKETS =
            List.of("asset classes", "sectors", "crypto, equities and small companies", "crypto and equities");

    private static final int RELEASE_AGE_DAYS = 75;
    private static final int CONDITIONS_LEAST = 252;
    private static final int YEAR_OF_MONTHS = 12;

    private final MacroSeries macro;
    private final List<SourcedSeries> series;
    private final Map<String, CreditFiles.Subject> credit;
    private final List<MacroInput> items = new ArrayList<>();

    private MacroFiles(MacroSeries macro, List<SourcedSeries> series, Map<String, CreditFiles.Subject> credit) {
        this.macro = macro;
        this.series = series;
        this.credit = credit;
    }

    private static Map<String, String> yields() {
        Map<String, String> yields = new LinkedHashMap<>();
        yields.put("3m", "DGS3MO");
        yields.put("1y", "DGS1");
        yields.put("2y", "DGS2");
        yields.put("5y", "DGS5");
        yields.put("10y", "DGS10");
        yields.put("30y", "DGS30");
        return yields;
    }

    static MacroInputs read(FolderDay folder, List<SourcedSeries> series) {
        FolderFiles files = folder.files();
        LocalDate date = folder.date();
        MacroFiles macro = new MacroFiles(
                MacroSeries.read(files, date), series, CreditFiles.subjects(files, folder.limits(), date));
        VintageFiles vintages = VintageFiles.read(files, date);
        macro.addGrowth(vintages);
        macro.addLiquidity();
        macro.addRates();
        macro.addLevels(files, date);
        macro.addCredit();
        macro.addAssets(AssetFiles.quadrants(files, series, QUADRANTS));
        macro.addEquities();
        macro.asset("equities")
                .flatMap(index -> OpensFile.read(files, date, index))
                .ifPresent(macro.items::add);
        macro.addDrivers();
        macro.items.addAll(new ImpliedVolatilities(macro.macro, series).questions());
        macro.addDriverGroups(folder, vintages);
        macro.addPremium();
        macro.addReleases();
        macro.items.addAll(PositionFiles.read(files, date));
        macro.states().ifPresent(asset -> {
            macro.items.add(new MacroQuestion.State(asset));
            macro.items.add(EventFiles.read(files, asset));
        });
        return new MacroInputs(macro.items);
    }

    private void addGrowth(VintageFiles vintages) {
        items.addAll(vintages.quarterly());
        addMonthly(vintages, "industrial production and CPI", "INDPRO");
        addMonthly(vintages, "payrolls and CPI", "PAYEMS");
    }

    /** As known on each day where the folder holds vintages, else from final data. */
    private void addMonthly(VintageFiles vintages, String name, String growth) {
        vintages.monthly(name, growth).ifPresentOrElse(items::add, () -> addFinal(name, growth));
    }

    private void addFinal(String name, String growth) {
        Optional<PublishedSeries> output = macro.published(growth);
        Optional<PublishedSeries> prices = macro.published("CPIAUCSL");
        if (output.isPresent() && prices.isPresent()) {
            items.add(new QuadrantSource.Final(
                    name, output.get(), prices.get(), QuadrantOptions.withDefaults(), RELEASE_AGE_DAYS));
        }
    }

    private void addLiquidity() {
        Optional<PublishedSeries> assets = macro.published("WALCL");
        Optional<PublishedSeries> account = macro.published("WTREGEN");
        Optional<PublishedSeries> repo = macro.published("RRPONTSYD");
        if (assets.isPresent() && account.isPresent() && repo.isPresent()) {
            items.add(new MoneyParts(assets.get(), account.get(), repo.get()));
        }
        for (String index : List.of("NFCI", "ANFCI", "STLFSI4")) {
            macro.published(index).ifPresent(values -> items.add(new PublishedIndex(values)));
        }
        List<Conditions.Part> parts = new ArrayList<>();
        in(SeriesRole.SPREAD)
                .filter(spread -> !spread.isSynthetic())
                .forEach(spread -> parts.add(new Conditions.Part(spread.published(), Tightening.HIGHER)));
        macro.named("VIXCLS", "VIX").ifPresent(vix -> parts.add(new Conditions.Part(vix, Tightening.HIGHER)));
        macro.named("DFII10", "10y real yield")
                .ifPresent(real -> parts.add(new Conditions.Part(real, Tightening.HIGHER)));
        if (parts.size() > 1) {
            items.add(new Conditions("equal-weight index", parts, FinancialConditions.Weights.EQUAL, CONDITIONS_LEAST));
        }
    }

    private void addRates() {
        YIELDS.forEach((name, id) -> macro.named(id, name).ifPresent(yield -> items.add(new RatesInput.Yield(yield))));
        Optional<PublishedSeries> real = macro.named("DFII10", "10y real yield");
        Optional<PublishedSeries> breakeven = macro.named("T10YIE", "10y break-even");
        if (real.isPresent() && breakeven.isPresent()) {
            items.add(new RealYield("10y", real.get(), breakeven.get()));
        }
        macro.named("DFF", "EFFR").ifPresent(rates -> items.add(new RatesInput.Overnight(rates)));
    }

    /** The levels that the library knows by name; those that are not there are named together. */
    private void addLevels(FolderFiles files, LocalDate date) {
        List<String> missing = new ArrayList<>();
        for (CsvRow row : SeriesList.builtIn("known-levels.csv").rows()) {
            Change change = Change.valueOf(row.text("change").toUpperCase(Locale.ROOT));
            List<String> ids = List.of(row.text("ids").split(" ", -1));
            List<PublishedSeries> found = ids.stream()
                    .flatMap(id -> level(id, row.text("name")).stream())
                    .filter(each -> !each.series().dropMissing().isEmpty())
                    .toList();
            MacroInput.Kind kind = MacroInput.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT));
            found.forEach(each -> items.add(new MarketInput.Level(each, change, kind)));
            if (found.isEmpty() && ids.stream().anyMatch(id -> hasBegun(id, date))) {
                missing.add(row.text("name"));
            }
        }
        boolean isAnyThere = items.stream().anyMatch(MarketInput.Level.class::isInstance);
        if (isAnyThere && !missing.isEmpty()) {
            files.add(new Gap("the level of " + String.join(", ", missing), "not among the levels"));
        }
        Optional<PublishedSeries> rate = macro.published("SOFR");
        Optional<PublishedSeries> lower = macro.named("DFEDTARL", "lower limit of the target range");
        Optional<PublishedSeries> upper = macro.named("DFEDTARU", "upper limit of the target range");
        if (rate.isPresent() && lower.isPresent() && upper.isPresent()) {
            items.add(new RatesInput.Funding(
                    rate.get(),
                    lower.get(),
                    upper.get(),
                    macro.named("IORB", "interest on reserve balances").stream().toList()));
        }
    }

    /** Whether a series was published by a date, as far as the catalog knows. */
    private static boolean hasBegun(String id, LocalDate date) {
        return SeriesCatalog.builtIn()
                .find(id)
                .map(entry -> entry.ranges().isEmpty() || entry.range(date).isPresent())
                .orElse(true);
    }

    private Optional<PublishedSeries> level(String id, String name) {
        return macro.named(id, name)
                .or(() -> in(SeriesRole.ASSET)
                        .filter(each -> each.id().equals(id))
                        .map(SourcedSeries::published)
                        .findFirst());
    }

    private void addCredit() {
        in(SeriesRole.SPREAD)
                .filter(spread -> !spread.series().dropMissing().isEmpty())
                .forEach(spread -> {
                    Optional<CreditFiles.Subject> subject = Optional.ofNullable(credit.get(spread.id()));
                    items.add(new MarketInput.Credit(
                            instrument(spread, subject),
                            spread.published(),
                            CardSetup.withDefaults(Bands.withHolesUnnamed(
                                    subject.map(CreditFiles.Subject::bands).orElse(List.of())))));
                });
    }

    private static Instrument instrument(SourcedSeries spread, Optional<CreditFiles.Subject> subject) {
        if (subject.isEmpty()) {
            String name = spread.shown();
            return CreditFiles.known(spread.id(), name).orElseGet(() -> new Instrument.CashOas(name));
        }
        return spread.isSynthetic()
                ? new Instrument.Unstated(spread.shown())
                : subject.get().instrument();
    }

    private void addAssets(Map<String, Set<Quadrant>> quadrants) {
        in(SeriesRole.SECTOR).forEach(sector -> items.add(new MarketInput.Sector(sector.published())));
        List<SourcedSeries> assets = in(SeriesRole.ASSET, SeriesRole.SECTOR).toList();
        assets.forEach(asset -> items.add(new MarketInput.Asset(asset.published())));
        List<SourcedSeries> classes =
                assets.stream().filter(asset -> !asset.assetClass().isEmpty()).toList();
        classes.forEach(asset -> items.add(new AssetClass(
                asset.assetClass(), asset.shown(), quadrants.getOrDefault(asset.assetClass(), Set.of()))));
        addBasket(BASKETS.get(0), classes);
        addBasket(BASKETS.get(1), in(SeriesRole.SECTOR).toList());
        addBasket(
                BASKETS.get(2),
                classes.stream()
                        .filter(asset ->
                                Set.of("crypto", "equities", "small companies").contains(asset.assetClass()))
                        .toList());
        addBasket(
                BASKETS.get(3),
                classes.stream()
                        .filter(asset -> Set.of("crypto", "equities").contains(asset.assetClass()))
                        .toList());
    }

    private void addBasket(String name, List<SourcedSeries> members) {
        if (members.size() > 1) {
            items.add(new AssetBasket(
                    name, members.stream().map(SourcedSeries::shown).toList()));
        }
    }

    private void addEquities() {
        addGroup(
                "Equities",
                series.stream()
                        .filter(each -> each.role() == SeriesRole.SECTOR
                                || EQUITY_CLASSES.contains(each.assetClass())
                                || EQUITIES.contains(each.id()))
                        .toList(),
                List.of());
        addGroup(
                "Magnificent Seven",
                series.stream().filter(each -> SEVEN.contains(each.id())).toList(),
                SEVEN);
    }

    private void addGroup(String name, List<SourcedSeries> members, List<String> symbols) {
        List<String> shown =
                members.stream().map(SourcedSeries::shown).distinct().toList();
        if (shown.size() > 1) {
            items.add(new MacroQuestion.EquityGroup(name, shown, symbols));
        }
    }

    private void addDrivers() {
        Optional<PublishedSeries> ten = macro.named("DGS10", "10y yield");
        Optional<PublishedSeries> thirty = macro.named("DGS30", "30y yield");
        Optional<PublishedSeries> real = macro.named("DFII10", "10y real yield");
        Optional<PublishedSeries> wide = spread("BAMLH0A0HYM2");
        Optional<PublishedSeries> narrow = spread("BAMLC0A0CM");
        addDriver("equities", ten);
        addDriver("equities", wide);
        addDriver("treasuries", thirty);
        addDriver("gold", real);
        addDriver("crypto", real);
        addDriver("credit", wide);
        addAxes(asset("credit"), ten, wide);
        addAxes(asset("equities"), ten, wide);
        addAxes(in(SeriesRole.ASSET).filter(each -> each.id().equals("LQD")).findFirst(), ten, narrow);
    }

    private void addDriverGroups(FolderDay folder, VintageFiles vintages) {
        Map<String, String> ids = new LinkedHashMap<>();
        YIELDS.forEach((name, id) -> ids.put(id, name));
        items.addAll(DriverGroupFile.read(folder, macro, vintages, series, ids));
    }

    private void addDriver(String assetClass, Optional<PublishedSeries> driver) {
        Optional<SourcedSeries> asset = asset(assetClass);
        if (asset.isPresent() && driver.isPresent()) {
            items.add(new MacroQuestion.Driver(asset.get().shown(), driver.get(), Change.DIFFERENCE));
        }
    }

    private void addAxes(
            Optional<SourcedSeries> asset, Optional<PublishedSeries> yield, Optional<PublishedSeries> spread) {
        if (asset.isPresent() && yield.isPresent() && spread.isPresent()) {
            items.add(new MacroQuestion.Axes(asset.get().shown(), yield.get(), spread.get()));
        }
    }

    private void addReleases() {
        addRelease("CPIAUCSL", "CPI", Change.RELATIVE);
        addRelease("PAYEMS", "Payrolls", Change.DIFFERENCE);
        addRelease("INDPRO", "Industrial production", Change.RELATIVE);
    }

    private void addRelease(String id, String name, Change change) {
        macro.named(id, name).ifPresent(levels -> items.add(new EconomyInput.Release(levels, change)));
    }

    private void addPremium() {
        macro.named("DFII10", "10y real yield").ifPresent(real -> {
            macro.published("CAPE")
                    .ifPresent(ratio -> items.add(premium(EquityPremium.Definition.CAPE_LESS_REAL, ratio, real)));
            macro.published("PE")
                    .ifPresent(ratio -> items.add(premium(EquityPremium.Definition.TRAILING_LESS_REAL, ratio, real)));
        });
    }

    private static EconomyInput.Premium premium(
            EquityPremium.Definition definition, PublishedSeries ratio, PublishedSeries real) {
        TimeSeries values = ratio.series();
        TimeSeries since = real.series().isEmpty()
                ? values
                : values.slice(values.dates().insertion(real.series().dates().first()), values.size());
        return new EconomyInput.Premium(definition, ratio.with(since), real, YEAR_OF_MONTHS);
    }

    private Optional<String> states() {
        return asset("equities").or(() -> in(SeriesRole.ASSET).findFirst()).map(SourcedSeries::shown);
    }

    private Stream<SourcedSeries> in(SeriesRole... roles) {
        List<SeriesRole> wanted = List.of(roles);
        return series.stream().filter(each -> wanted.contains(each.role()));
    }

    private Optional<SourcedSeries> asset(String assetClass) {
        return in(SeriesRole.ASSET)
                .filter(each -> each.assetClass().equals(assetClass))
                .findFirst();
    }

    private Optional<PublishedSeries> spread(String id) {
        return in(SeriesRole.SPREAD)
                .filter(each -> each.id().equals(id))
                .map(SourcedSeries::published)
                .findFirst();
    }
}
