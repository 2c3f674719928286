package io.github.macroregime.strata;

import com.opengamma.strata.basics.date.DayCount;
import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.basics.index.OvernightIndices;
import com.opengamma.strata.collect.array.DoubleArray;
import com.opengamma.strata.collect.timeseries.LocalDateDoubleTimeSeries;
import com.opengamma.strata.collect.timeseries.LocalDateDoubleTimeSeriesBuilder;
import com.opengamma.strata.market.curve.CurveName;
import com.opengamma.strata.market.curve.Curves;
import com.opengamma.strata.market.curve.InterpolatedNodalCurve;
import com.opengamma.strata.market.curve.interpolator.CurveExtrapolators;
import com.opengamma.strata.market.curve.interpolator.CurveInterpolators;
import com.opengamma.strata.market.param.LabelDateParameterMetadata;
import com.opengamma.strata.pricer.DiscountFactors;
import com.opengamma.strata.pricer.rate.ImmutableRatesProvider;
import com.opengamma.strata.pricer.rate.ImmutableRatesProviderBuilder;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.rates.instrument.Adjustments.IndexBasis;
import io.github.macroregime.rates.instrument.Adjustments.Turn;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import io.github.macroregime.rates.path.PolicyPath;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A policy path as curves of the Strata library.
 *
 * <p>Each curve holds discount factors by actual/365 time, straight in their logarithm between the nodes. Under
 * {@link Interpolation#LOG_LINEAR_DISCOUNT} the nodes are the effective dates and the ends of the turns, which
 * reproduces the path on every day with few parameters. Under {@link Interpolation#CONSTANT_OVERNIGHT_RATE} a
 * weekend accrues three days of simple interest, which no straight line meets; every calendar day is a node, so that
 * the path is reproduced on every day too, with as many parameters as days.
 *
 * <p><b>Unit</b>: discount factors; years of 365 days.
 *
 * <p><b>Missing</b>: beyond {@code until} the curve goes on as on its last day; choose it on or behind the last
 * payment.
 *
 * <p><b>Cost</b>: linear in the nodes for the first reading, quadratic in the days for the second.
 *
 * @param path the path, which discounts with its own index
 * @param until the last date on which the curves are to reproduce the path, after the as-of date
 */
public record PathCurves(PolicyPath path, LocalDate until) implements Serializable {

    private static final DayCount YEARS = DayCounts.ACT_365F;
    private static final Map<String, com.opengamma.strata.basics.index.OvernightIndex> INDICES = indices();

    public PathCurves {
        if (!until.isAfter(path.asOf())) {
            throw new IllegalArgumentException("until must lie after " + path.asOf() + " but was " + until);
        }
        if (path.discountFactor(until).isEmpty()) {
            throw new IllegalArgumentException(
                    "path must be identified up to " + until + " but leaves open " + path.unidentifiedPeriods());
        }
    }

    /**
     * The curves of a path.
     *
     * @param path the path
     * @param until the last date on which the curves are to reproduce the path, after the as-of date
     * @return the curves
     * @throws IllegalArgumentException if the date is not after the as-of date, or a rate up to it is not identified
     */
    public static PathCurves of(PolicyPath path, LocalDate until) {
        return new PathCurves(path, until);
    }

    private static Map<String, com.opengamma.strata.basics.index.OvernightIndex> indices() {
        Map<String, com.opengamma.strata.basics.index.OvernightIndex> indices = new LinkedHashMap<>();
        indices.put("EFFR", OvernightIndices.USD_FED_FUND);
        indices.put("SOFR", OvernightIndices.USD_SOFR);
        indices.put("ESTR", OvernightIndices.EUR_ESTR);
        indices.put("SONIA", OvernightIndices.GBP_SONIA);
        indices.put("TONA", OvernightIndices.JPY_TONAR);
        indices.put("CORRA", OvernightIndices.CAD_CORRA);
        indices.put("AONIA", OvernightIndices.AUD_AONIA);
        indices.put("SARON", OvernightIndices.CHF_SARON);
        return indices;
    }

    /**
     * What Strata calls an overnight rate.
     *
     * @param index one of the eight that the library ships
     * @return for example {@code USD-FED-FUND} for {@code EFFR}
     * @throws IllegalArgumentException if the name is none of the eight
     */
    public static com.opengamma.strata.basics.index.OvernightIndex strataIndex(OvernightIndex index) {
        com.opengamma.strata.basics.index.OvernightIndex known = INDICES.get(index.name());
        if (known == null) {
            throw new IllegalArgumentException("index must be one of " + INDICES.keySet() + " but was " + index);
        }
        return known;
    }

    /**
     * The discount curve of the path's own index.
     *
     * @return nodes from the as-of date to {@code until}
     */
    public InterpolatedNodalCurve discountCurve() {
        return forwardCurve(path.frame().index());
    }

    /**
     * The curve from which Strata projects the fixings of an index: the path with the basis and the turns of the
     * frame.
     *
     * @param index the path's own index or another one
     * @return one over the growth that the index compounds to from the as-of date
     */
    public InterpolatedNodalCurve forwardCurve(OvernightIndex index) {
        List<LocalDate> nodes = nodes(index);
        double[] years = nodes.stream()
                .mapToDouble(date -> YEARS.relativeYearFraction(path.asOf(), date))
                .toArray();
        double[] factors =
                nodes.stream().mapToDouble(date -> factor(index, date)).toArray();
        List<LabelDateParameterMetadata> labels = nodes.stream()
                .map(date -> LabelDateParameterMetadata.of(date, date.toString()))
                .toList();
        return InterpolatedNodalCurve.of(
                Curves.discountFactors(CurveName.of(index.name() + " path"), YEARS, labels),
                DoubleArray.ofUnsafe(years),
                DoubleArray.ofUnsafe(factors),
                CurveInterpolators.LOG_LINEAR,
                CurveExtrapolators.INTERPOLATOR,
                CurveExtrapolators.LOG_LINEAR);
    }

    private List<LocalDate> nodes(OvernightIndex index) {
        if (path.frame().interpolation() == Interpolation.CONSTANT_OVERNIGHT_RATE) {
            return path.asOf().datesUntil(until.plusDays(1)).toList();
        }
        Stream<LocalDate> turns = path.frame().adjustments().turns().stream()
                .map(Turn::fixingDay)
                .flatMap(day -> Stream.of(day, index.fixingDays().next(day)));
        Stream<LocalDate> bends = Stream.concat(path.meetings().stream().map(Meeting::effective), turns);
        return Stream.concat(
                        Stream.of(path.asOf(), until),
                        bends.filter(date -> date.isAfter(path.asOf()) && date.isBefore(until)))
                .sorted()
                .distinct()
                .toList();
    }

    private double factor(OvernightIndex index, LocalDate date) {
        if (index.equals(path.frame().index())) {
            return path.discountFactor(date).orElseThrow();
        }
        if (date.equals(path.asOf())) {
            return 1;
        }
        double years = (double) ChronoUnit.DAYS.between(path.asOf(), date) / index.daysInYear();
        return 1
                / (1
                        + path.parRate(new DatedOis(index, path.asOf(), date))
                                        .orElseThrow()
                                        .decimal()
                                * years);
    }

    /**
     * The discount factors in the currency of the path's index.
     *
     * @return valued on the as-of date
     * @throws IllegalArgumentException if Strata does not know the index
     */
    public DiscountFactors discountFactors() {
        return DiscountFactors.of(strataIndex(path.frame().index()).getCurrency(), path.asOf(), discountCurve());
    }

    /**
     * The fixings of an index that were out on the as-of date.
     *
     * @param index the overnight rate
     * @return as decimals, empty if the frame has none
     */
    public LocalDateDoubleTimeSeries fixings(OvernightIndex index) {
        LocalDateDoubleTimeSeriesBuilder builder = LocalDateDoubleTimeSeries.builder();
        for (PublishedFixings published : path.frame().fixings()) {
            if (published.index().name().equals(index.name())) {
                TimeSeries rates = published.publishedBy(path.asOf()).dropMissing();
                for (int i = 0; i < rates.size(); i++) {
                    builder.put(rates.date(i), rates.value(i));
                }
            }
        }
        return builder.build();
    }

    /**
     * Everything Strata's pricers need for swaps on this path: one discount curve, and for the path's own
     * index and for every index with a basis or with fixings a forward curve and the fixings that were out.
     *
     * <p>A swap that has begun needs all its past fixings in the frame; Strata refuses it otherwise. The convexity of
     * futures belongs to their quotes and is in no curve.
     *
     * @return valued on the as-of date
     * @throws IllegalArgumentException if Strata does not know an index
     */
    public ImmutableRatesProvider ratesProvider() {
        OvernightIndex own = path.frame().index();
        Map<String, OvernightIndex> projected = new LinkedHashMap<>();
        projected.put(own.name(), own);
        path.frame().adjustments().bases().stream()
                .map(IndexBasis::index)
                .forEach(index -> projected.putIfAbsent(index.name(), index));
        path.frame().fixings().stream()
                .map(PublishedFixings::index)
                .forEach(index -> projected.putIfAbsent(index.name(), index));
        ImmutableRatesProviderBuilder provider = ImmutableRatesProvider.builder(path.asOf())
                .discountCurve(strataIndex(own).getCurrency(), discountCurve());
        projected
                .values()
                .forEach(
                        index -> provider.overnightIndexCurve(strataIndex(index), forwardCurve(index), fixings(index)));
        return provider.build();
    }

    /** The index, the span, the count of nodes and the interpolation. */
    @Override
    public String toString() {
        return path.frame().index() + " curves from " + path.asOf() + " to " + until + ", "
                + nodes(path.frame().index()).size() + " nodes, log-linear between them";
    }
}
