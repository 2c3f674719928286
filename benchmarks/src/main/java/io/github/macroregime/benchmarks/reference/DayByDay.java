package io.github.macroregime.benchmarks.reference;

import java.util.List;

/**
 * The textbook way from meeting-dated swaps to rates: compound day by day and bisect for the rate of each regime.
 *
 * @param accruals for each swap the calendar days of each of its fixings; each swap spans one regime
 */
public record DayByDay(List<int[]> accruals) {

    private static final int BISECTIONS = 50;
    private static final double DAYS_IN_YEAR = 360;

    /**
     * The rate of each regime.
     *
     * @param quoted the rate of each swap as a decimal
     * @return as many rates
     */
    public double[] solve(double[] quoted) {
        double[] rates = new double[quoted.length];
        for (int i = 0; i < rates.length; i++) {
            double low = -1;
            double high = 1;
            for (int step = 0; step < BISECTIONS; step++) {
                double middle = (low + high) / 2;
                if (parRate(accruals.get(i), middle) < quoted[i]) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            rates[i] = (low + high) / 2;
        }
        return rates;
    }

    private static double parRate(int[] accruals, double rate) {
        double growth = 1;
        int days = 0;
        for (int accrual : accruals) {
            growth *= 1 + rate * accrual / DAYS_IN_YEAR;
            days += accrual;
        }
        return (growth - 1) * DAYS_IN_YEAR / days;
    }
}
