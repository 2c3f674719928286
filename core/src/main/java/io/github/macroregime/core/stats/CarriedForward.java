package io.github.macroregime.core.stats;

/** The last observation, repeated until it is too old. */
final class CarriedForward {

    private final int maxAge;
    private double last = Double.NaN;
    private int age;

    CarriedForward(Missing missing) {
        this.maxAge = missing instanceof Missing.Carry carry ? carry.maxAge() : 0;
    }

    CarriedForward(CarriedForward source) {
        this.maxAge = source.maxAge;
        this.last = source.last;
        this.age = source.age;
    }

    double next(double x) {
        if (!Double.isNaN(x)) {
            last = x;
            age = 0;
            return x;
        }
        if (age < maxAge) {
            age++;
            return last;
        }
        return Double.NaN;
    }
}
