package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.report.Text.Cells;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.strength.FlipPrices;
import io.github.macroregime.regime.strength.FlipPrices.Flip;
import io.github.macroregime.regime.strength.Strength;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthBoardOptions;
import io.github.macroregime.regime.strength.StrengthRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How strongly the models say up or down for each asset.
 *
 * @param board the board
 * @param assets the closes that were scored
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record StrengthPart(StrengthBoard board, List<PublishedSeries> assets, Map<String, Evidence> inputs)
        implements MacroPart {

    public StrengthPart {
        Require.components(StrengthPart.class, board, assets, inputs);
        assets = List.copyOf(assets);
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
        StrengthBoard board = StrengthBoard.of(closes, at.date(), options);
        board.unscored().forEach(lacking -> at.lacks("a score of " + lacking, "it is not on the board"));
        return Optional.of(new StrengthPart(board, assets, at.evidence()));
    }

    /**
     * The closes after the last one that would change the state of a scored asset; computed when asked.
     *
     * @param asset the name of an asset on the board
     * @return its flip prices, empty if it was not scored
     */
    public Optional<FlipPrices> flips(String asset) {
        return assets.stream()
                .filter(each -> each.name().equals(asset))
                .filter(each -> board.row(asset).isPresent())
                .findFirst()
                .flatMap(each -> FlipPrices.of(
                        each.series(), board.asOf(), board.options().model()));
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
        Table table = new Table(
                Table.columns(
                        "Asset",
                        "~Last close",
                        "~#n",
                        "=Strength",
                        "Label",
                        "#Momentum",
                        "#Reversion",
                        "~#Momentum weight",
                        "Tail"),
                board.rows().stream().map(StrengthPart::cells).toList());
        Chart chart = new Chart(
                "Directional strength, -1 to 1" + (isSynthetic() ? " (SYNTHETIC prices)" : ""),
                Chart.Form.BARS,
                board.rows().stream().map(StrengthRow::asset).toList(),
                board.rows().stream().map(row -> row.strength().value()).toList(),
                List.of());
        List<String> notes = new ArrayList<>();
        notes.add("Strength = weight x momentum + (1 - weight) x reversion, each in [-1, 1]; the weight comes from a"
                + " variance-ratio test; n counts the closes.");
        notes.add(
                "A flip price is the nearest close tomorrow at which the tail would be another one; the search ends at"
                        + " six daily deviations.");
        board.unscored().forEach(lacking -> notes.add("Not scored: " + lacking + "."));
        return new Section(
                topic().id(),
                topic().title(),
                isSynthetic() ? List.of("Prices are SYNTHETIC.") : List.of(),
                List.of(table, flipTable()),
                List.of(chart),
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

    private static List<String> cells(StrengthRow row) {
        Strength strength = row.strength();
        return List.of(
                row.asset(),
                row.observed().toString(),
                Integer.toString(strength.observations()),
                Cells.score(strength.value()),
                strength.directed(),
                Cells.score(strength.momentum()),
                Cells.score(strength.reversion()),
                String.format(Locale.ROOT, "%.2f", strength.momentumWeight()),
                Text.lower(strength.tail()));
    }
}
