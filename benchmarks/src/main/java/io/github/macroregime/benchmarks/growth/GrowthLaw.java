package io.github.macroregime.benchmarks.growth;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The law that no cost grows with the window: every statistic and every function from series to series, found by
 * reflection, is timed at two windows and two lengths.
 *
 * <p>Times are of the thread, the least of several rounds that take turns, and only ratios inside one run are judged. The
 * shorter length is as many different series as are as long together as the longer one, one after the other: a processor
 * learns the branches of a series by heart that is read alone again and again. What stands above its limit is timed again,
 * because a busy machine only ever adds.
 *
 * <pre>java -cp ... io.github.macroregime.benchmarks.growth.GrowthLaw [regular expression]</pre>
 */
public final class GrowthLaw {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int[] LENGTHS = {20_000, 5000, 2000, 250};
    private static final long AFFORDABLE = 8_000_000;
    private static final long WARM = 30_000_000;
    private static final int ROUNDS = 4;
    private static final int AGAIN = 3;

    private static volatile Object last = "nothing";

    private GrowthLaw() {}

    /**
     * Prints the table and fails where a growth is beyond doubt.
     *
     * @param arguments at most one, a regular expression that must be found in a name
     * @throws IllegalStateException if a cost grew by at least four times what is allowed
     */
    public static void main(String[] arguments) {
        Pattern include = Pattern.compile(arguments.length == 0 ? "" : arguments[0]);
        List<Growth> table = new ArrayList<>();
        print(
                "Growth of cost with the window (%d to %d) and the length (times %d)%n%n",
                Growth.WINDOW, Growth.LONGER_WINDOW, Growth.TIMES_LONGER);
        print("| what | ns | in window | allowed | in length | allowed | because of"
                + " |%n|---|---|---|---|---|---|---|%n");
        for (Subject subject : Subjects.all()) {
            if (include.matcher(subject.name()).find()) {
                Growth growth = timed(subject);
                table.add(growth);
                print("%s%n", growth.row());
            }
        }
        print(
                "%n%d timed, %d above their limit%n",
                table.size(), table.stream().filter(Growth::isAboveItsLimit).count());
        List<String> beyond =
                table.stream().filter(Growth::isBeyondDoubt).map(Growth::name).toList();
        if (!beyond.isEmpty()) {
            throw new IllegalStateException("cost grows beyond doubt: " + String.join("; ", beyond));
        }
    }

    private static void print(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format, arguments);
    }

    private static Growth timed(Subject subject) {
        Growth growth = once(subject);
        for (int i = 0; i < AGAIN && growth.isAboveItsLimit(); i++) {
            growth = growth.orLess(once(subject));
        }
        return growth;
    }

    private static Growth once(Subject subject) {
        int length = affordable(subject);
        int window = length > Growth.LONGER_WINDOW ? Growth.LONGER_WINDOW : Growth.WINDOW;
        List<Sample> shorter = IntStream.range(0, Growth.TIMES_LONGER)
                .mapToObj(number -> sample(subject, length, number))
                .toList();
        List<Sample> longer = List.of(sample(subject, length * Growth.TIMES_LONGER, 0));
        Function<Sample, Object> narrow = subject.at().apply(Growth.WINDOW);
        Function<Sample, Object> wide = subject.at().apply(window);
        long[] least = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
        for (int round = 0; round < ROUNDS; round++) {
            least[0] = Math.min(least[0], least(narrow, shorter));
            least[1] = subject.hasWindow() ? Math.min(least[1], least(wide, shorter)) : least[0];
            least[2] = Math.min(least[2], least(narrow, longer));
        }
        return new Growth(
                subject.name() + (subject.running() ? ", running" : ""),
                (double) least[0] / Growth.TIMES_LONGER / length,
                subject.hasWindow() && window > Growth.WINDOW ? (double) least[1] / least[0] : Double.NaN,
                (double) Growth.TIMES_LONGER * least[2] / least[0],
                subject.limit());
    }

    /** A length at which a call ends soon, even where its cost grows with the square of the length. */
    private static int affordable(Subject subject) {
        Function<Sample, Object> call = subject.at().apply(Growth.WINDOW);
        for (int length : LENGTHS) {
            if (least(call, List.of(sample(subject, length, 0))) < AFFORDABLE) {
                return length;
            }
        }
        return LENGTHS[LENGTHS.length - 1];
    }

    /** Prices, or returns for what refuses them. */
    private static Sample sample(Subject subject, int length, int number) {
        try {
            Sample prices = Sample.prices(length, number);
            last = subject.at().apply(Growth.WINDOW).apply(Sample.prices(Math.min(length, 250), number));
            return prices;
        } catch (IllegalArgumentException refused) {
            return Sample.returns(length, number);
        }
    }

    private static long least(Function<Sample, Object> call, List<Sample> samples) {
        long least = Long.MAX_VALUE;
        long spent = 0;
        for (int i = 0; i < 3 || spent < WARM; i++) {
            long time = time(call, samples);
            spent += Math.max(1000, time);
            least = Math.min(least, time);
        }
        return least;
    }

    private static long time(Function<Sample, Object> call, List<Sample> samples) {
        long before = THREADS.getCurrentThreadCpuTime();
        for (Sample sample : samples) {
            last = call.apply(sample);
        }
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    /** Every subject once on a short series, so that one that cannot be called is found without timing. */
    static List<String> called() {
        return Subjects.all().stream()
                .map(subject -> {
                    last = subject.at().apply(Growth.WINDOW).apply(sample(subject, 250, 0));
                    return subject.name();
                })
                .toList();
    }
}
