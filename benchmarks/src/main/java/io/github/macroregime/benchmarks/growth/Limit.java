package io.github.macroregime.benchmarks.growth;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How much a cost may grow.
 *
 * @param names what it holds for, a regular expression that must be found in the name
 * @param window the largest exponent in the window
 * @param length the largest exponent in the length
 * @param reason why it is not the usual one, or nothing
 */
record Limit(Pattern names, double window, double length, String reason) {

    private static final List<Limit> LIMITS = List.of(
            limit(
                    "commodityChannelIndex|meanAbsoluteDeviation|Decay.percentileRank",
                    0.35,
                    1.1,
                    "a tree of the window"),
            limit(
                    "Expanding.(median|quantile|percentileRank).*running",
                    0.1,
                    1.3,
                    "a shift in a block and a tree of blocks"),
            limit("CalendarWindow.(min|max|median|quantile|percentileRank)", 0.35, 1.1, "a shift in a sorted window"),
            limit("medianAbsoluteDeviation|robustZScore", 0.35, 1.1, "a shift in a sorted window"),
            limit(
                    "Window.(median|quantile|percentileRank|positionInRange).*running",
                    0.35,
                    1.1,
                    "a shift in a sorted window"),
            limit("median|quantile|percentileRank|Ranks|rankScores", 0.1, 1.3, "an ordering of the whole series"),
            limit("Autocorrelation.function", 1.1, 1.1, "a result for each lag"),
            limit("", 0.1, 1.1, ""));

    private static Limit limit(String names, double window, double length, String reason) {
        return new Limit(Pattern.compile(names), window, length, reason);
    }

    /** The first that fits a name. */
    static Limit of(String name) {
        return LIMITS.stream()
                .filter(limit -> limit.names.matcher(name).find())
                .findFirst()
                .orElseThrow();
    }
}
