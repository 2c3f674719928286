package io.github.macroregime.regime.changepoint;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A CUSUM chart over time.
 *
 * @param up the upper sum at each observation, before it is set back after an alarm; NaN where not observed
 * @param down the lower sum likewise
 * @param signals what the chart said at each observation
 */
public record CusumHistory(Doubles up, Doubles down, List<Cusum.Signal> signals) implements Serializable {

    public CusumHistory {
        Require.components(CusumHistory.class, up, down, signals);
        signals = List.copyOf(signals);
        if (up.size() != down.size() || up.size() != signals.size()) {
            throw new IllegalArgumentException("up, down and signals must have one length but had " + up.size() + ", "
                    + down.size() + " and " + signals.size());
        }
    }

    /**
     * At which observations the chart gave an alarm.
     *
     * @return their positions, from 0, in a new array
     */
    public int[] alarms() {
        return IntStream.range(0, signals.size())
                .filter(t -> signals.get(t) != Cusum.Signal.IN_CONTROL)
                .toArray();
    }

    /** The count of observations and the alarms. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("CUSUM of " + signals.size() + " observations, " + alarms().length + " alarms");
        for (int t : alarms()) {
            text.append('\n').append(t).append("  ").append(signals.get(t));
        }
        return text.toString();
    }
}
