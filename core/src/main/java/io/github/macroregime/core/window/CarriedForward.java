package io.github.macroregime.core.window;

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

    /** What {@link #next(double)} would give. */
    double peek(double x) {
        return Double.isNaN(x) && age < maxAge ? last : x;
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

    /** A series with what is carried forward filled in; the array itself if nothing is carried. */
    static double[] through(double[] x, Missing missing) {
        if (!(missing instanceof Missing.Carry)) {
            return x;
        }
        CarriedForward carried = new CarriedForward(missing);
        double[] filled = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            filled[t] = carried.next(x[t]);
        }
        return filled;
    }
}
