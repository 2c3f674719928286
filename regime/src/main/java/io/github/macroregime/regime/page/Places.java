package io.github.macroregime.regime.page;

import io.github.macroregime.core.series.Doubles;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where labels stand along an axis: days at their true distances, other texts one after the other. */
final class Places {

    private static final double ROOM = 16;
    private static final String DAY = "0000-00-00";

    private final List<String> labels;
    private final Optional<List<LocalDate>> days;
    private final Doubles epochDays;

    Places(List<String> labels) {
        this.labels = labels;
        this.days = days(labels);
        this.epochDays = Doubles.copyOf(days.stream()
                .flatMap(List::stream)
                .mapToDouble(LocalDate::toEpochDay)
                .toArray());
    }

    private static Optional<List<LocalDate>> days(List<String> labels) {
        if (labels.size() < 2 || !labels.stream().allMatch(Places::isDay)) {
            return Optional.empty();
        }
        try {
            List<LocalDate> days = labels.stream().map(Places::day).toList();
            boolean rising = true;
            for (int i = 1; i < days.size(); i++) {
                rising &= days.get(i - 1).isBefore(days.get(i));
            }
            return rising ? Optional.of(days) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a label is written as a day: {@code 2025-07-22}. */
    private static boolean isDay(String label) {
        boolean day = label.length() == DAY.length();
        for (int i = 0; day && i < DAY.length(); i++) {
            char c = label.charAt(i);
            day = DAY.charAt(i) == '-' ? c == '-' : c >= '0' && c <= '9';
        }
        return day;
    }

    private static LocalDate day(String label) {
        return LocalDate.of(number(label, 0, 4), number(label, 5, 7), number(label, 8, 10));
    }

    private static int number(String label, int from, int to) {
        return Integer.parseInt(label, from, to, 10);
    }

    Optional<List<LocalDate>> days() {
        return days;
    }

    double value(int place) {
        return days.isPresent() ? epochDays.get(place) : place;
    }

    /** The axis from the first label to the last, and a little further where the last one lasts. */
    Scale scale(double from, double to, boolean lasting) {
        int last = Math.max(0, labels.size() - 1);
        double end = value(last);
        double length = Math.max(1e-9, end - value(0));
        double more = lasting && last > 0 ? length / last : 0;
        return new Scale(value(0), value(0) + length + more, from, to);
    }

    /** The ticks that fit below the axis, no two of which touch. */
    List<Tick> ticks(Scale scale) {
        int most = (int) Math.max(2, (scale.to() - scale.from()) / 64);
        List<Tick> ticks = new ArrayList<>();
        if (days.isPresent()) {
            List<LocalDate> at = Ticks.days(
                    LocalDate.ofEpochDay((long) scale.low()), LocalDate.ofEpochDay((long) scale.high()), most);
            List<String> names = Ticks.names(at);
            for (int i = 0; i < at.size(); i++) {
                add(ticks, scale.at((double) at.get(i).toEpochDay()), names.get(i), scale);
            }
        } else {
            int step = Math.max(1, (labels.size() + most - 1) / most);
            double room = (scale.to() - scale.from()) / Math.max(1, Math.min(most, labels.size()));
            for (int i = 0; i < labels.size(); i += step) {
                add(ticks, scale.at(i), TextSize.fitted(labels.get(i), TextSize.AXIS, room), scale);
            }
        }
        return ticks;
    }

    /** Texts are centred and moved inside where they would leave the axis; one that would touch the last is left out. */
    private static void add(List<Tick> ticks, double at, String name, Scale scale) {
        double half = TextSize.width(name, TextSize.AXIS) / 2;
        double centre = Math.max(scale.from() + half - ROOM, Math.min(scale.to() - half + ROOM, at));
        double free = ticks.isEmpty()
                ? Double.NEGATIVE_INFINITY
                : ticks.get(ticks.size() - 1).right();
        boolean fits = centre - half > free + 4;
        ticks.add(new Tick(at, centre, fits ? name : "", fits ? centre + half : free));
    }

    /** A tick with its text, which is empty where there is no room for it. */
    record Tick(double at, double centre, String name, double right) {}
}
