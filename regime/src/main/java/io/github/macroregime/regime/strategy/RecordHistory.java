package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.TimeSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The record of a model as it was seen on any day, of which those in a row share most. */
final class RecordHistory implements Function<LocalDate, Optional<ModelRecord>> {

    private final Evaluation options;
    private final String model;
    private final String asset;
    private final TimeSeries observed;
    private final double[] scores;
    private final int first;
    private int year;
    private @Nullable ModelTrial trial;
    private Optional<ModelRecord> last = Optional.empty();
    private int lastCloses;

    RecordHistory(Evaluation options, String model, String asset, TimeSeries observed, double[] scores) {
        this.options = options;
        this.model = model;
        this.asset = asset;
        this.observed = observed;
        this.scores = scores;
        this.first = (int) Arrays.stream(scores).takeWhile(Double::isNaN).count();
    }

    @Override
    public synchronized Optional<ModelRecord> apply(LocalDate day) {
        int closes = observed.dates().insertionAfter(day);
        if (closes != lastCloses) {
            last = record(closes);
            lastCloses = closes;
        }
        return last;
    }

    private Optional<ModelRecord> record(int closes) {
        if (!ModelTrial.isEnough(closes - first, options.horizon())) {
            return Optional.empty();
        }
        OptionalDouble periods =
                ReturnCalendar.of(observed.dates().slice(0, closes)).known();
        return periods.isEmpty()
                ? Optional.empty()
                : Optional.of(trial((int) periods.getAsDouble()).record(model, asset, closes));
    }

    /** The trial with twelve months of so many closes, which few assets change. */
    private ModelTrial trial(int closesOfYear) {
        ModelTrial known = trial;
        if (known == null || year != closesOfYear) {
            known = options.trial(observed, scores, closesOfYear);
            trial = known;
            year = closesOfYear;
        }
        return known;
    }
}
