package io.github.macroregime.spark;

import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.strength.Strength;
import io.github.macroregime.regime.strength.StrengthModel;
import io.github.macroregime.regime.strength.StrengthState;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The strength after the last close of an asset with its parts, as one row. */
final class LatestStrength {

    private LatestStrength() {}

    static ResultColumns columns() {
        return ResultColumns.none()
                .count("observations")
                .number("strength", Unit.SCORE)
                .text("label")
                .number("momentum", Unit.SCORE)
                .number("reversion", Unit.SCORE)
                .number("momentum_weight", Unit.FRACTION)
                .number("agreement", Unit.FRACTION)
                .number("extension", Unit.SCORE)
                .text("tail");
    }

    static Row of(DatedValues closes, StrengthModel model) {
        StrengthState state = model.start();
        int day = 0;
        while (closes.hasNext()) {
            closes.next();
            int before = state.count();
            closes.to(state::push);
            day = before == 0 || state.count() > before ? closes.day() : day;
        }
        return ResultColumns.row(
                closes.asset(),
                day,
                state.strength().map(strength -> parts(state, strength)).orElseGet(() ->
                        new @Nullable Object[] {state.count(), null, null, null, null, null, null, null, null}));
    }

    private static @Nullable Object[] parts(StrengthState state, Strength strength) {
        return new Object[] {
            state.count(),
            strength.value(),
            strength.label().toString(),
            strength.momentum(),
            strength.reversion(),
            strength.momentumWeight(),
            strength.agreement(),
            strength.extension(),
            strength.tail().toString()
        };
    }
}
