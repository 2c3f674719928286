package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.cycle.MomentumReading;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.ModelSheets;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.day.Text.Cells;
import io.github.macroregime.regime.day.Trial;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import io.github.macroregime.regime.section.Charts;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.sheet.ModelTable;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strength.FlipPrices;
import io.github.macroregime.regime.strength.FlipPrices.Flip;
import io.github.macroregime.regime.strength.Strength;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthBoardOptions;
import io.github.macroregime.regime.strength.StrengthHistory;
import io.github.macroregime.regime.strength.StrengthModel;
import io.github.macroregime.regime.strength.StrengthRow;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How strongly the models say up or down for each asset.
 *
 * @param board the board
 * @param assets the closes that were scored
 * @param flips the closes after the last one that would change the state of a scored asset, by its name
 * @param models the models of every scored asset, then of the two- and ten-year yield, on two axes with their records
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record StrengthPart(
        StrengthBoard board,
        List<PublishedSeries> assets,
        Map<String, FlipPrices> flips,
        ModelTable models,
        Map<String, Evidence> inputs)
        implements MacroPart {

    private static final List<String> YIELDS = List.of("2y", "10y");
    private static final String RECORD =
            "Where an asset stands, not where it goes: on fourteen real assets the strength had a negative Sharpe"
                    + " ratio in twelve, and neither it nor the momentum cycle has shown an edge (docs/models.md).";
    private static final List<String> NOTES = List.of(
            "Direction is the sign of the strength = weight x momentum + (1 - weight) x reversion, each in [-1, 1],"
                    + " neutral below 0.10; the weight comes from a variance-ratio test. Alignment is the size of the sum"
                    + " of the contributions over the sum of their sizes: near 0 where momentum and reversion cancel.",
            "Momentum cycle: bull where the close stands at or above those 252 and 21 closes before, correction above"
                    + " the first only, rebound above the second only, bear below both; the next close at these prices"
                    + " makes another state. Extension: deviations of the log price from its average.",
            "Sharpe ratios a year of following the sign of each model, decided at a close, traded at the next, at a"
                    + " cost of 0.05 %, over all closes in hand; in brackets 1.645 standard errors either way; held is"
                    + " buying and holding over the same days. Calls are judged 21 closes ahead; outcomes overlap, so that"
                    + " a 21st of them counts.",
            "A yield is scored by itself, in basis points: up is a rise of the yield, and the cycle turns at levels of"
                    + " it. Its record is that of a note of the par duration at the end of the month before, without"
                    + " carry, held where the model says down and sold where it says up; calls are those of the note.",
            "A flip price is the nearest close tomorrow at which the tail would be another one; the search ends at"
                    + " six daily deviations.");

    public StrengthPart {
        Require.components(StrengthPart.class, board, assets, flips, models, inputs);
        assets = List.copyOf(assets);
        flips = flips instanceof Searched ? flips : Require.entries(new TreeMap<>(flips), "flips");
        inputs = Evidence.copyOf(inputs);
    }

    static Optional<StrengthPart> read(DayInputs at) {
        List<PublishedSeries> assets =
                at.allOrGap(MarketInput.Asset.class, "closes of assets", "the strength board is left out").stream()
                        .map(MarketInput.Asset::closes)
                        .toList();
        if (assets.isEmpty()) {
            return Optional.empty();
        }
        Map<String, TimeSeries> closes = new LinkedHashMap<>();
        StrengthBoardOptions options = at.options().strength();
        for (PublishedSeries asset : assets) {
            closes.put(asset.name(), asset.series());
            options = options.withMaxAge(asset.name(), asset.maxAge());
        }
        Map<String, Supplier<Optional<FlipPrices>>> flips = new TreeMap<>();
        StrengthBoard board = StrengthBoard.of(closes, at.date(), options, (asset, seen) -> {
            StrengthHistory past = history(at, asset, seen);
            flips.put(asset, () -> past.flips(seen.size()));
            return past.at(seen.size() - 1);
        });
        board.unscored().forEach(lacking -> at.lacks("a score of " + lacking, "it is not on the board"));
        board.rows()
                .forEach(row -> at.nameIfStale(
                        row.asset(), row.observed(), "its strength, momentum cycle and flip prices are"));
        ModelTable models = new ModelTable(
                board.asOf(),
                Stream.concat(
                                board.rows().stream()
                                        .map(row -> row(row, Objects.requireNonNull(closes.get(row.asset())), at)),
                                YIELDS.stream().flatMap(name -> ofYield(name, at).stream()))
                        .toList());
        return Optional.of(new StrengthPart(board, assets, new Searched(flips), models, at.evidence()));
    }

    /** The same with its flip prices, which holds no history any more. */
    StrengthPart searched() {
        return new StrengthPart(board, assets, new TreeMap<>(flips), models, inputs);
    }

    private static ModelTable.Row row(StrengthRow standing, TimeSeries closes, DayInputs at) {
        TimeSeries seen = closes.until(at.date()).dropMissing();
        return row(standing, Unit.PERCENT, seen, seen, 1, at);
    }

    /** A yield by its index, which moves by a hundredth of a percent for each basis point, and the note that trades it. */
    private static Optional<ModelTable.Row> ofYield(String name, DayInputs at) {
        return at.yieldOf(name)
                .flatMap(yield -> at.recent(yield.levels(), name, "it is no row of the models"))
                .flatMap(levels -> {
                    TimeSeries index = at.histories()
                            .of(List.of(Topic.STRENGTH, "index", name), levels, StrengthPart::index)
                            .slice(0, levels.size());
                    int last = levels.size() - 1;
                    return history(at, name, index)
                            .at(last)
                            .map(strength -> row(
                                    new StrengthRow(name, levels.date(last), levels.value(last), strength),
                                    Unit.BASIS_POINTS,
                                    index,
                                    ModelSheets.note(levels.named(name), at),
                                    -1,
                                    at));
                });
    }

    private static ModelTable.Row row(
            StrengthRow standing, Unit unit, TimeSeries scored, TimeSeries held, int side, DayInputs at) {
        StrengthHistory history = history(at, standing.asset(), scored);
        return new ModelTable.Row(
                standing,
                unit,
                MomentumCycle.DAILY.asOf(scored, at.date()).stream().toList(),
                Stream.of(
                                trial(
                                        standing,
                                        "strength",
                                        scored,
                                        held,
                                        side,
                                        at,
                                        values ->
                                                history.strengths(values.length).toArray()),
                                trial(standing, "momentum cycle", scored, held, side, at, MomentumCycle.DAILY::scores))
                        .flatMap(trial -> at.tries(trial, scored.size()).stream())
                        .toList());
    }

    private static TimeSeries index(TimeSeries levels) {
        return levels.through(
                values -> Arrays.stream(values)
                        .map(y -> 100 * StrictMath.exp(y - values[0]))
                        .toArray(),
                Unit.PRICE);
    }

    /** What a model said over the longest past of its scores. */
    private static Trial trial(
            StrengthRow standing,
            String model,
            TimeSeries scored,
            TimeSeries held,
            int side,
            DayInputs at,
            UnaryOperator<double[]> scores) {
        return new Trial(
                model,
                standing.asset(),
                held,
                at.histories()
                        .of(
                                List.of(Topic.STRENGTH, "scores", model, standing.asset()),
                                scored,
                                all -> all.through(scores, Unit.SCORE).times(side)),
                Evaluation.withDefaults());
    }

    /** The strength on every close of an asset, which the board and what followed on days like today share. */
    static StrengthHistory history(DayInputs at, String asset, TimeSeries closes) {
        StrengthModel model = at.options().strength().model();
        return at.histories()
                .of(List.of(Topic.STRENGTH, asset, model), closes, longer -> StrengthHistory.of(longer, model));
    }

    /**
     * The closes after the last one that would change the state of a scored asset.
     *
     * @param asset the name of an asset on the board
     * @return its flip prices, empty if it was not scored
     */
    public Optional<FlipPrices> flips(String asset) {
        return Optional.ofNullable(flips.get(asset));
    }

    /**
     * Where a scored asset stands in its momentum cycle over 252 and 21 closes; computed when asked.
     *
     * @param asset the name of an asset on the board
     * @return the phase with its run and flip prices, empty if it was not scored or has too few closes
     */
    public Optional<MomentumReading> cycle(String asset) {
        return assets.stream()
                .filter(each -> each.name().equals(asset))
                .filter(each -> board.row(asset).isPresent())
                .findFirst()
                .flatMap(each -> MomentumCycle.DAILY.asOf(each.series(), board.asOf()));
    }

    /**
     * Whether any of the prices was invented.
     *
     * @return true if at least one series is synthetic
     */
    public boolean isSynthetic() {
        return assets.stream().anyMatch(each -> each.source().provenance() == Source.Provenance.SYNTHETIC);
    }

    @Override
    public Topic topic() {
        return Topic.STRENGTH;
    }

    @Override
    public List<MacroStatement> statements() {
        return board.rows().stream().map(this::row).toList();
    }

    private MacroStatement row(StrengthRow row) {
        Strength strength = row.strength();
        return new MacroStatement(
                Topic.STRENGTH,
                row.asset(),
                strength.directed() + ", " + strength.tail(),
                Text.of(
                        "%s; momentum %+.2f, reversion %+.2f, trend weight %.2f, agreement %.2f",
                        strength.directed(),
                        strength.momentum(),
                        strength.reversion(),
                        strength.momentumWeight(),
                        strength.agreement()),
                Figure.score(strength.value()),
                "weight x momentum + (1 - weight) x reversion, each in [-1, 1]; the weight by a variance-ratio test",
                Sample.of(strength.observations(), "closes"),
                row.observed(),
                evidence(row.asset()));
    }

    @Override
    public Section section() {
        List<String> lead = new ArrayList<>();
        if (isSynthetic()) {
            lead.add("Prices are SYNTHETIC.");
        }
        lead.add(RECORD);
        lead.addAll(models.verdicts());
        List<String> notes = new ArrayList<>(NOTES);
        board.unscored().forEach(lacking -> notes.add("Not scored: " + lacking + "."));
        return new Section(
                topic().id(),
                topic().title(),
                lead,
                List.of(models.table(), models.recordTable(), models.callTable(), flipTable()),
                List.of(isSynthetic() ? Charts.board(board).withSource("SYNTHETIC prices") : Charts.board(board)),
                notes);
    }

    private Table flipTable() {
        List<List<String>> rows = board.rows().stream()
                .flatMap(row -> flips(row.asset()).map(flips -> flips(row.asset(), flips)).stream())
                .toList();
        return new Table(
                Table.columns(
                        "Flip prices", "#Close", "Unchanged", "#Up", "#Up %", "Becomes", "#Down", "#Down %", "Becomes"),
                rows);
    }

    private static List<String> flips(String asset, FlipPrices flips) {
        List<String> cells = new ArrayList<>();
        cells.add(asset);
        cells.add(Cells.price(flips.close()));
        cells.add(Text.lower(flips.ifUnchanged()));
        cells.addAll(side(flips.up()));
        cells.addAll(side(flips.down()));
        return cells;
    }

    private static List<String> side(Flip flip) {
        if (flip instanceof Flip.At at) {
            return List.of(Cells.price(at.price()), Cells.signedPercent(at.move(), 2), Text.lower(at.becomes()));
        }
        Flip.NoneWithin none = (Flip.NoneWithin) flip;
        return List.of("none", "to " + Cells.signedPercent(none.searchedTo(), 2), "-");
    }

    /** Flip prices by asset, all searched when one is first asked for: statements need none. */
    private static final class Searched extends AbstractMap<String, FlipPrices> implements Serializable {

        private static final long serialVersionUID = 1L;

        private transient Map<String, Supplier<Optional<FlipPrices>>> searches;
        private transient @Nullable Map<String, FlipPrices> found;

        Searched(Map<String, Supplier<Optional<FlipPrices>>> searches) {
            this.searches = searches;
        }

        private synchronized Map<String, FlipPrices> found() {
            Map<String, FlipPrices> known = found == null ? new TreeMap<>() : found;
            searches.forEach((asset, search) -> search.get().ifPresent(each -> known.put(asset, each)));
            searches = Map.of();
            found = known;
            return known;
        }

        @Override
        public Set<Entry<String, FlipPrices>> entrySet() {
            return Collections.unmodifiableMap(found()).entrySet();
        }

        private Object writeReplace() {
            return new TreeMap<>(found());
        }
    }
}
