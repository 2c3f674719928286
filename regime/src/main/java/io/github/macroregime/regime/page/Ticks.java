package io.github.macroregime.regime.page;

import io.github.macroregime.core.unit.NumberText;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round numbers and first days along an axis. */
final class Ticks {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240};
    private static final int[] DAYS = {1, 2, 7, 14};

    private Ticks() {}

    /** The smallest round step that gives no more ticks than asked for. */
    static double step(double low, double high, int most) {
        // A step of less would have no power of ten and no end of multiples.
        double raw = Math.max((high - low) / most, Double.MIN_NORMAL);
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(raw)));
        for (double round : ROUND) {
            if (round * power >= raw * (1 - 1e-9)) {
                return round * power;
            }
        }
        return 10 * power;
    }

    /** Multiples of a round step from low to high. */
    static List<Double> numbers(double low, double high, int most) {
        return multiples(step(low, high, most), low, high);
    }

    static List<Double> multiples(double step, double low, double high) {
        List<Double> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /** A number with the decimals that its axis needs, a real minus and commas between thousands. */
    static String text(double value, int places, boolean signed) {
        String text = NumberText.of((signed ? "%+,." : "%,.") + places + "f", value);
        boolean zero = text.chars().noneMatch(each -> each >= '1' && each <= '9');
        return zero ? text.replaceFirst("^[-+]", "") : text.replace('-', '\u2212');
    }

    /** Decimals that tell multiples of a step apart. */
    static int places(double step) {
        int places = 0;
        double scaled = step;
        while (places < 6 && Math.abs(scaled - Math.rint(scaled)) > 1e-6 * scaled) {
            scaled *= 10;
            places++;
        }
        return places;
    }

    /** Decimals that show three digits of the largest number, at most two. */
    static int placesFor(double largest) {
        return largest >= 1000 ? 0 : largest >= 100 ? 1 : 2;
    }

    /** First days of months or years, or days where the axis is short. */
    static List<LocalDate> days(LocalDate from, LocalDate to, int most) {
        long days = to.toEpochDay() - from.toEpochDay();
        for (int each : DAYS) {
            if (days / each <= most) {
                return every(from, to, each);
            }
        }
        for (int months : MONTHS) {
            List<LocalDate> ticks = firstDays(from, to, months);
            if (ticks.size() <= most) {
                return ticks;
            }
        }
        return List.of(from);
    }

    private static List<LocalDate> every(LocalDate from, LocalDate to, int step) {
        return from.datesUntil(to.plusDays(1), Period.ofDays(step)).toList();
    }

    private static List<LocalDate> firstDays(LocalDate from, LocalDate to, int months) {
        List<LocalDate> ticks = new ArrayList<>();
        int firstYear = from.getYear() - from.getYear() % Math.max(1, months / 12);
        for (LocalDate day = LocalDate.of(firstYear, 1, 1); !day.isAfter(to); day = day.plusMonths(months)) {
            if (!day.isBefore(from)) {
                ticks.add(day);
            }
        }
        return ticks;
    }

    /** A year in January, a month with its year at the first tick, else the month or the day. */
    static List<String> names(List<LocalDate> ticks) {
        boolean daily = ticks.size() > 1 && ticks.get(0).plusDays(27).isAfter(ticks.get(1));
        boolean yearly = ticks.size() > 1 && !ticks.get(0).plusDays(300).isAfter(ticks.get(1));
        List<String> names = new ArrayList<>();
        for (LocalDate tick : ticks) {
            if (daily) {
                names.add(name(tick, "d MMM"));
            } else if (yearly || tick.getMonthValue() == 1) {
                names.add(Integer.toString(tick.getYear()));
            } else {
                names.add(name(tick, names.isEmpty() ? "MMM yyyy" : "MMM"));
            }
        }
        return names;
    }

    static String name(LocalDate day, String pattern) {
        return day.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }
}
