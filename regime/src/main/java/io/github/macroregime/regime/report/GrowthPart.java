package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.EconomyInput.QuadrantSource;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.macro.MarketQuadrants;
import io.github.macroregime.regime.macro.NetLiquidity;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.macro.QuadrantHistory;
import io.github.macroregime.regime.macro.QuadrantOptions;
import io.github.macroregime.regime.macro.QuadrantProbabilities;
import io.github.macroregime.regime.macro.QuadrantReading;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import io.github.macroregime.regime.signal.HorizonScore;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Growth and inflation: by published data, by the market, and how far the two are apart.
 *
 * @param data one reading for each source of data
 * @param market the market's view, or nothing
 * @param liquidity net liquidity, the third axis, or nothing
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record GrowthPart(
        List<SourcedQuadrant> data,
        List<MarketView> market,
        List<NetLiquidity.Reading> liquidity,
        Map<String, Evidence> inputs)
        implements MacroPart {

    private static final String BY_MARKET = "Quadrant by market";
    private static final int YEAR_OF_MONTHS = 12;
    private static final int PATH = 25;
    private static final List<Integer> HORIZONS = List.of(21, 63, 126, 252);

    /**
     * A reading and where it comes from.
     *
     * @param source what was read
     * @param provenance whether revisions are known
     * @param publication when it became known, and whether that is a lag that was assumed
     * @param reading the reading
     * @param path the readings of the last two years or so, the oldest first and this one last
     */
    public record SourcedQuadrant(
            String source, String provenance, String publication, QuadrantReading reading, List<QuadrantReading> path)
            implements Serializable {
        public SourcedQuadrant {
            Require.components(SourcedQuadrant.class, source, provenance, publication, reading, path);
            path = List.copyOf(path);
        }
    }

    /**
     * The market's view and when it was seen.
     *
     * @param observed the last close behind it
     * @param assets the assets that speak
     * @param reading the view
     */
    public record MarketView(LocalDate observed, List<String> assets, MarketQuadrants.Reading reading)
            implements Serializable {

        public MarketView {
            Require.components(MarketView.class, observed, assets, reading);
            assets = List.copyOf(assets);
        }
    }

    public GrowthPart {
        Require.components(GrowthPart.class, data, market, liquidity, inputs);
        inputs = Evidence.copyOf(inputs);
        data = List.copyOf(data);
        market = List.copyOf(market);
        liquidity = List.copyOf(liquidity);
    }

    static Optional<GrowthPart> read(DayInputs at, Optional<LiquidityPart> liquidity) {
        List<SourcedQuadrant> data = new ArrayList<>();
        for (QuadrantSource source : at.allOrGap(QuadrantSource.class, "growth and prices", "no quadrant by data")) {
            QuadrantHistory history = history(at, source);
            Optional<QuadrantReading> reading = history.asOf(at.date());
            if (reading.isEmpty()) {
                at.lacks("enough history of " + source.name(), "no quadrant from it");
            } else if (reading.get().released().isBefore(at.date().minusDays(source.maxAgeDays()))) {
                at.lacks(
                        "a release of " + source.name() + " after "
                                + reading.get().released() + " (" + source.provenance() + ")",
                        "its quadrant is too old to stand for the present");
            } else {
                List<QuadrantReading> known = history.readings().stream()
                        .filter(each -> !each.released().isAfter(at.date()))
                        .toList();
                data.add(new SourcedQuadrant(
                        source.name(),
                        source.provenance(),
                        source.publication(reading.get()),
                        reading.get(),
                        known.subList(Math.max(0, known.size() - PATH), known.size())));
            }
        }
        List<MarketView> market = market(at).stream().toList();
        return data.isEmpty() && market.isEmpty()
                ? Optional.empty()
                : Optional.of(new GrowthPart(
                        data, market, liquidity.map(LiquidityPart::net).orElse(List.of()), at.evidence()));
    }

    static QuadrantHistory history(DayInputs at, QuadrantSource source) {
        return at.options().hour().isBefore(PublicationLag.EVENING)
                ? source.history()
                : source.history(at.date(), at.histories());
    }

    private static Optional<MarketView> market(DayInputs at) {
        LocalDate observed = LocalDate.MIN;
        List<MarketQuadrants.Asset> assets = new ArrayList<>();
        for (AssetClass each : at.all(AssetClass.class)) {
            if (!each.quadrants().isEmpty()) {
                Optional<NamedSeries> closes = at.closes(each.asset(), "it does not speak in the market's quadrant");
                Optional<Double> score = closes.flatMap(known -> score(at, known));
                if (closes.isPresent() && score.isPresent()) {
                    assets.add(new MarketQuadrants.Asset(each.asset(), score.get(), each.quadrants()));
                    LocalDate last = closes.get().series().dates().last();
                    at.nameIfStale(each.asset(), last, "its voice in the market's quadrant is");
                    observed = last.isAfter(observed) ? last : observed;
                }
            }
        }
        for (Quadrant quadrant : Quadrant.values()) {
            if (assets.stream().noneMatch(asset -> asset.quadrants().contains(quadrant))) {
                at.lacks("an asset that does well in " + quadrant, "no quadrant by market");
                return Optional.empty();
            }
        }
        return Optional.of(new MarketView(
                observed, assets.stream().map(MarketQuadrants.Asset::id).toList(), MarketQuadrants.reading(assets)));
    }

    /** The mean of the scores of four horizons, empty if there is too little history. */
    private static Optional<Double> score(DayInputs at, NamedSeries asset) {
        int last = asset.series().size() - 1;
        double sum = at.histories()
                .of(List.of(Topic.GROWTH_INFLATION, asset.name()), asset.series(), GrowthPart::scores)
                .get(last);
        return Double.isNaN(sum) ? Optional.empty() : Optional.of(sum / HORIZONS.size());
    }

    /** The sum of the scores on each close. */
    private static Doubles scores(TimeSeries closes) {
        double[] sums = new double[closes.size()];
        for (int horizon : HORIZONS) {
            double[] scores = HorizonScore.of(horizon).scores(closes.values().toArray());
            Arrays.setAll(sums, t -> sums[t] + scores[t]);
        }
        return Doubles.copyOf(sums);
    }

    @Override
    public Topic topic() {
        return Topic.GROWTH_INFLATION;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>();
        for (SourcedQuadrant each : data) {
            QuadrantReading reading = each.reading();
            QuadrantProbabilities probabilities = reading.probabilities();
            statements.add(byData(each));
            statements.add(axis("Growth", each, reading.growth(), reading.growthChange(), probabilities.growthUp()));
            statements.add(axis(
                    "Inflation", each, reading.inflation(), reading.inflationChange(), probabilities.inflationUp()));
            liquidity.forEach(money -> statements.add(withLiquidity(each, money)));
        }
        for (MarketView view : market) {
            statements.add(byMarket(view));
            data.forEach(each -> statements.add(disagreement(each, view)));
        }
        return statements;
    }

    private static String subject(SourcedQuadrant quadrant) {
        return "Quadrant by data, " + quadrant.source();
    }

    private MacroStatement byData(SourcedQuadrant quadrant) {
        QuadrantReading reading = quadrant.reading();
        return new MacroStatement(
                Topic.GROWTH_INFLATION,
                subject(quadrant),
                reading.label().toString(),
                Text.of(
                        "%s: growth %s (%s), inflation %s (%s); %s",
                        ranked(reading),
                        Text.signedPercent(reading.growth()),
                        Text.signedPoints(reading.growthChange()),
                        Text.signedPercent(reading.inflation()),
                        Text.signedPoints(reading.inflationChange()),
                        reading.probabilities()),
                Figure.percent(reading.probabilities().of(reading.label())),
                Text.of(
                                "probability of the quadrant, Phi(change / expanding deviation) for growth and"
                                        + " inflation, year on year; the most probable, or the one before while it is"
                                        + " the second and at most %.0f pp below it",
                                100 * reading.options().margin())
                        + published(quadrant),
                Sample.of(reading.n(), "changes"),
                reading.observed(),
                evidence(quadrant.source()));
    }

    private static String published(SourcedQuadrant quadrant) {
        return "; " + quadrant.publication() + "; " + quadrant.provenance();
    }

    private static String ranked(QuadrantReading reading) {
        QuadrantProbabilities probabilities = reading.probabilities();
        return ranked(
                probabilities,
                reading.label(),
                reading.nearTied(),
                each -> each == reading.label() ? each.toString() : likely(each, probabilities));
    }

    private static String ranked(MarketQuadrants.Reading view) {
        QuadrantProbabilities probabilities = view.probabilities();
        return ranked(
                probabilities,
                view.label(),
                view.nearTied(),
                each -> each == view.label() ? each.toString() : likely(each, probabilities));
    }

    private static String likely(Quadrant quadrant, QuadrantProbabilities probabilities) {
        return quadrant + " (" + Figure.percent(probabilities.of(quadrant)) + ")";
    }

    /** The most probable quadrant, the second if the two are near-tied, and that the second is the label where it is. */
    private static String ranked(
            QuadrantProbabilities probabilities,
            Quadrant label,
            List<Quadrant> others,
            Function<Quadrant, String> named) {
        if (others.isEmpty()) {
            return named.apply(label);
        }
        Quadrant other = others.get(0);
        return probabilities.of(other) > probabilities.of(label)
                ? named.apply(other) + ", near-tied with " + named.apply(label) + ", which is still the label"
                : named.apply(label) + ", near-tied with " + named.apply(other);
    }

    /**
     * What a line of the day says of a statement on a quadrant: where it comes from and the most probable one; of the first
     * source, which stands for the quadrant, also the second if the two are near-tied.
     */
    Optional<String> line(MacroStatement quadrant, String label) {
        return Stream.concat(
                        data.stream()
                                .filter(each -> subject(each).equals(quadrant.subject()))
                                .map(each -> line(each, label)),
                        market.stream()
                                .filter(view -> quadrant.subject().equals(BY_MARKET))
                                .map(MarketView::reading)
                                .map(view -> "by market: "
                                        + ranked(
                                                view.probabilities(),
                                                view.label(),
                                                view.nearTied(),
                                                each -> percent(each, view.probabilities(), view.label(), label))))
                .findFirst();
    }

    private String line(SourcedQuadrant each, String label) {
        QuadrantReading reading = each.reading();
        QuadrantProbabilities probabilities = reading.probabilities();
        String by = "by " + each.provenance().split("[,:;]", 2)[0] + ", " + each.source() + ": ";
        return by
                + (each.equals(data.get(0))
                        ? ranked(
                                probabilities,
                                reading.label(),
                                reading.nearTied(),
                                one -> percent(one, probabilities, reading.label(), label))
                        : percent(probabilities.mostLikely(), probabilities, reading.label(), label));
    }

    private static String percent(
            Quadrant quadrant, QuadrantProbabilities probabilities, Quadrant label, String toldLabel) {
        return (quadrant == label ? toldLabel : quadrant) + Text.of(" %.0f %%", 100 * probabilities.of(quadrant));
    }

    private MacroStatement axis(String axis, SourcedQuadrant quadrant, Rate rate, Rate change, double up) {
        QuadrantReading reading = quadrant.reading();
        return new MacroStatement(
                Topic.GROWTH_INFLATION,
                axis + ", " + quadrant.source(),
                rising(change),
                Text.of(
                        "%s year on year, %s over %s; rising with a probability of %.0f %%",
                        Text.signedPercent(rate), Text.signedPoints(change), horizon(reading.options()), 100 * up),
                new Figure(change.decimal(), Unit.PERCENTAGE_POINTS),
                "change of the year-on-year rate; probability Phi(change / expanding deviation)" + published(quadrant),
                Sample.of(reading.n(), "changes"),
                reading.observed(),
                evidence(quadrant.source()));
    }

    static String rising(Rate change) {
        return change.decimal() > 0 ? "rising" : "not rising";
    }

    /** Over which time the rate is said to rise, in months where those are whole. */
    private static String horizon(QuadrantOptions options) {
        int months = YEAR_OF_MONTHS * options.changeLag();
        return months % options.yearLag() == 0
                ? Text.count(months / options.yearLag(), "month")
                : Text.count(options.changeLag(), "observation");
    }

    private MacroStatement withLiquidity(SourcedQuadrant quadrant, NetLiquidity.Reading money) {
        Figure change = new Figure(money.change(), Unit.BILLIONS_OF_DOLLARS);
        String state = quadrant.reading().label() + ", liquidity " + (money.change() < 0 ? "draining" : "rising");
        return new MacroStatement(
                Topic.GROWTH_INFLATION,
                "Quadrant with liquidity, " + quadrant.source(),
                state,
                state + ": net liquidity " + change.signed() + " over " + Text.count(money.weeks(), "week"),
                change,
                "label of the quadrant by data and sign of the change of net liquidity, eight regimes"
                        + published(quadrant),
                Sample.of(money.weeks(), "weeks"),
                money.published(),
                evidence(quadrant.source(), EconomyInput.MoneyParts.NAME));
    }

    private MacroStatement byMarket(MarketView seen) {
        MarketQuadrants.Reading view = seen.reading();
        return new MacroStatement(
                Topic.GROWTH_INFLATION,
                BY_MARKET,
                view.label().toString(),
                ranked(view) + ": " + view.probabilities(),
                Figure.percent(view.probabilities().of(view.label())),
                Text.of(
                        "softmax at %.2f of the lead of each quadrant's assets in mean horizon score (21, 63, 126 and"
                                + " 252 closes); which asset does well where is the reader's table",
                        view.temperature()),
                Sample.of(view.n(), "assets"),
                seen.observed(),
                evidence(seen.assets()));
    }

    private MacroStatement disagreement(SourcedQuadrant quadrant, MarketView seen) {
        MarketQuadrants.Reading view = seen.reading();
        double apart = view.disagreement(quadrant.reading());
        return new MacroStatement(
                Topic.GROWTH_INFLATION,
                "Market against data, " + quadrant.source(),
                view.label() == quadrant.reading().label() ? "agree" : "disagree",
                "market says " + view.label() + ", data say "
                        + quadrant.reading().label() + ": " + Figure.percent(apart)
                        + " of the probability would have to move",
                Figure.percent(apart),
                "half the sum of |p - q| over the four quadrants, 0 for one view, 100 % for views that exclude each"
                        + " other",
                Sample.of(view.n(), "assets"),
                seen.observed(),
                evidence(Stream.concat(seen.assets().stream(), Stream.of(quadrant.source()))
                        .toList()));
    }
}
