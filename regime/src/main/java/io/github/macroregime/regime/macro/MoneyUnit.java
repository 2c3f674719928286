package io.github.macroregime.regime.macro;

import io.github.macroregime.core.unit.Unit;

/** What amounts of dollars are quoted in; the file decides, nothing is guessed. */
public enum MoneyUnit {

    /** Millions, as total assets and the Treasury's account are published. */
    MILLIONS(Unit.MILLIONS_OF_DOLLARS),

    /** Billions, as reverse repurchases are published. */
    BILLIONS(Unit.BILLIONS_OF_DOLLARS),

    /** Single dollars. */
    DOLLARS(new Unit("$", 0));

    private final Unit unit;

    MoneyUnit(Unit unit) {
        this.unit = unit;
    }

    /**
     * The unit to read a file with.
     *
     * @return symbol and power of ten
     */
    public Unit unit() {
        return unit;
    }

    static boolean isMoney(Unit unit) {
        for (MoneyUnit money : values()) {
            if (money.unit.equals(unit)) {
                return true;
            }
        }
        return false;
    }
}
