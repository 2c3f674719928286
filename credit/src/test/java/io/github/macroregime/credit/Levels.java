package io.github.macroregime.credit;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Short series on days next to each other. */
final class Levels {

    static final LocalDate START = LocalDate.of(2025, 1, 1);

    private Levels() {}

    static TimeSeries basisPoints(double... quoted) {
        return quoted(Unit.BASIS_POINTS, quoted);
    }

    static TimeSeries basisPoints(List<Double> quoted) {
        return basisPoints(quoted.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static TimeSeries quoted(Unit unit, double... quoted) {
        DateIndex dates = DateIndex.copyOf(
                IntStream.range(0, quoted.length).mapToObj(START::plusDays).toList());
        return TimeSeries.of(dates, Arrays.stream(quoted).map(unit::inside).toArray(), unit);
    }

    static SpreadHistory<Instrument.Cdx> cdx(double... quoted) {
        return new SpreadHistory<>(new Instrument.Cdx("CDX IG 5Y"), basisPoints(quoted));
    }
}
