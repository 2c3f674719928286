package io.github.macroregime.regime.edition;

import io.github.macroregime.core.io.JsonWriter;
import io.github.macroregime.credit.SpreadFinding;
import io.github.macroregime.credit.SpreadPercentile;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bound;
import io.github.macroregime.regime.report.CreditPart.Spread;
import java.util.Map;
import java.util.Optional;

/** One entry of the field {@code credit} of the JSON. */
final class CreditJson {

    private CreditJson() {}

    static Map<String, Object> of(Spread spread) {
        var standing = spread.standing();
        Map<String, Object> credit = JsonWriter.object(
                "instrument", standing.instrument().name(),
                "instrument_kind", standing.instrument().getClass().getSimpleName(),
                "date", standing.date().toString(),
                "level_bp", standing.level().basisPoints());
        credit.put(
                "landmarks",
                standing.distances().stream()
                        .map(distance -> JsonWriter.object(
                                "name", distance.landmark().name(),
                                "level_bp", distance.landmark().level().basisPoints(),
                                "from",
                                        distance.landmark()
                                                .span()
                                                .fromInclusive()
                                                .toString(),
                                "before",
                                        distance.landmark().span().toExclusive().toString(),
                                "difference_bp", distance.difference().basisPoints()))
                        .toList());
        credit.put("band", band(standing.place().band()));
        credit.put(
                "bands", spread.bands().bands().stream().map(CreditJson::band).toList());
        credit.put(
                "percentiles",
                spread.percentiles().stream().map(CreditJson::percentile).toList());
        spread.history()
                .ifPresent(history -> credit.put(
                        "history",
                        JsonWriter.object(
                                "source", history.source().name(),
                                "synthetic", spread.isSynthetic(),
                                "dates", history.series().size())));
        credit.put(
                "findings",
                standing.findings().stream().map(SpreadFinding::message).toList());
        return credit;
    }

    private static Map<String, Object> band(Band band) {
        Map<String, Object> object = JsonWriter.object(
                "name",
                band.isUnnamed() ? "" : band.name(),
                "named",
                !band.isUnnamed(),
                "severity",
                band.severity().name(),
                "range",
                band.interval());
        edge(band.lower()).ifPresent(level -> object.put("from_bp", level));
        edge(band.upper()).ifPresent(level -> object.put("to_bp", level));
        return object;
    }

    private static Optional<Double> edge(Bound bound) {
        return bound instanceof Bound.Edge edge ? Optional.of(edge.level().basisPoints()) : Optional.empty();
    }

    private static Map<String, Object> percentile(SpreadPercentile rank) {
        return JsonWriter.object(
                "lookback", rank.lookback().toString(),
                "percentile_fraction", rank.fraction(),
                "definition", rank.definition().name(),
                "current_included", rank.isCurrentIncluded(),
                "from", rank.from().toString(),
                "n", rank.count(),
                "effective_n", rank.effectiveCount(),
                "ties", rank.ties(),
                "standard_error_fraction", rank.standardError());
    }
}
