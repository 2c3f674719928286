package io.github.macroregime.regime.signal;

/** Checks of arrays whose messages name the argument, the place and the value. */
final class Require {

    private Require() {}

    static void finite(double[] values, String name) {
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(name + "[" + i + "] must be finite but was " + values[i]);
            }
        }
    }
}
