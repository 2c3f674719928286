package io.github.macroregime.equities.contribution;

/** Checks of index levels, prices and market values. */
final class Levels {

    private Levels() {}

    static void check(String name, double level) {
        if (!(level > 0 && level <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be positive and finite but was " + level);
        }
    }
}
