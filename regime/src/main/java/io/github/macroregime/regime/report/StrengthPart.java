package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.strength.Strength;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthBoardOptions;
import io.github.macroregime.regime.strength.StrengthRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How strongly the models say up or down for each asset.
 *
 * @param board the board
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record StrengthPart(StrengthBoard board, Map<String, Evidence> inputs) implements MacroPart {

    public StrengthPart {
        Require.components(StrengthPart.class, board, inputs);
        inputs = Evidence.copyOf(inputs);
    }

    static Optional<StrengthPart> read(DayInputs at) {
        Map<String, TimeSeries> closes = new LinkedHashMap<>();
        StrengthBoardOptions options = at.options().strength();
        for (MarketInput.Asset asset :
                at.allOrGap(MarketInput.Asset.class, "closes of assets", "the strength board is left out")) {
            closes.put(asset.name(), asset.closes().series());
            options = options.withMaxAge(asset.name(), asset.closes().maxAge());
        }
        if (closes.isEmpty()) {
            return Optional.empty();
        }
        StrengthBoard board = StrengthBoard.of(closes, at.date(), options);
        board.unscored().forEach(lacking -> at.lacks("a score of " + lacking, "it is not on the board"));
        return board.rows().isEmpty() ? Optional.empty() : Optional.of(new StrengthPart(board, at.evidence()));
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
}
