package io.github.macroregime.benchmarks;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.StandardId;
import com.opengamma.strata.basics.currency.Currency;
import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.basics.date.DaysAdjustment;
import com.opengamma.strata.basics.date.Tenor;
import com.opengamma.strata.basics.index.OvernightIndices;
import com.opengamma.strata.data.ImmutableMarketData;
import com.opengamma.strata.market.ValueType;
import com.opengamma.strata.market.curve.CurveGroupName;
import com.opengamma.strata.market.curve.CurveName;
import com.opengamma.strata.market.curve.CurveNode;
import com.opengamma.strata.market.curve.InterpolatedNodalCurveDefinition;
import com.opengamma.strata.market.curve.RatesCurveGroupDefinition;
import com.opengamma.strata.market.curve.interpolator.CurveExtrapolators;
import com.opengamma.strata.market.curve.interpolator.CurveInterpolators;
import com.opengamma.strata.market.curve.node.FixedOvernightSwapCurveNode;
import com.opengamma.strata.market.observable.QuoteId;
import com.opengamma.strata.pricer.curve.RatesCurveCalibrator;
import com.opengamma.strata.pricer.rate.ImmutableRatesProvider;
import com.opengamma.strata.product.swap.type.FixedOvernightSwapConvention;
import com.opengamma.strata.product.swap.type.FixedOvernightSwapTemplate;
import com.opengamma.strata.product.swap.type.ImmutableFixedOvernightSwapConvention;
import io.github.macroregime.core.series.Doubles;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calibrator of Strata on overnight swaps between given dates, with the Jacobian that it makes by itself. */
final class StrataStrip {

    private final RatesCurveCalibrator calibrator = RatesCurveCalibrator.of(1e-9, 1e-9, 1000);
    private final RatesCurveGroupDefinition group;
    private final List<QuoteId> ids = new ArrayList<>();

    /** Swaps of a convention, their spot lag taken away, from each start to its end. */
    StrataStrip(FixedOvernightSwapConvention convention, List<LocalDate> starts, List<LocalDate> ends) {
        FixedOvernightSwapConvention unlagged = ((ImmutableFixedOvernightSwapConvention) convention)
                .toBuilder().spotDateOffset(DaysAdjustment.NONE).build();
        List<CurveNode> nodes = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            QuoteId id = QuoteId.of(StandardId.of("quote", "" + i));
            Period toStart = Period.ofDays((int) ChronoUnit.DAYS.between(PolicyStrip.AS_OF, starts.get(i)));
            Tenor tenor = Tenor.ofDays((int) ChronoUnit.DAYS.between(starts.get(i), ends.get(i)));
            nodes.add(FixedOvernightSwapCurveNode.of(FixedOvernightSwapTemplate.of(toStart, tenor, unlagged), id));
            ids.add(id);
        }
        InterpolatedNodalCurveDefinition curve = InterpolatedNodalCurveDefinition.builder()
                .name(CurveName.of("SOFR"))
                .xValueType(ValueType.YEAR_FRACTION)
                .yValueType(ValueType.ZERO_RATE)
                .dayCount(DayCounts.ACT_365F)
                .nodes(nodes)
                .interpolator(CurveInterpolators.PRODUCT_LINEAR)
                .extrapolatorLeft(CurveExtrapolators.FLAT)
                .extrapolatorRight(CurveExtrapolators.PRODUCT_LINEAR)
                .build();
        group = RatesCurveGroupDefinition.builder()
                .name(CurveGroupName.of("group"))
                .addCurve(curve, Currency.USD, OvernightIndices.USD_SOFR)
                .build();
    }

    /** Quotes as Strata holds them. */
    ImmutableMarketData quotes(Doubles rates) {
        Map<QuoteId, Double> quotes = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            quotes.put(ids.get(i), rates.get(i));
        }
        return ImmutableMarketData.of(PolicyStrip.AS_OF, quotes);
    }

    ImmutableRatesProvider calibrate(ImmutableMarketData quotes) {
        return calibrator.calibrate(group, quotes, ReferenceData.standard());
    }

    /** The growth between two dates as a simple rate on 360 days. */
    static double simpleRate(ImmutableRatesProvider provider, LocalDate start, LocalDate end) {
        double growth = provider.discountFactor(Currency.USD, start) / provider.discountFactor(Currency.USD, end);
        return (growth - 1) * 360 / ChronoUnit.DAYS.between(start, end);
    }
}
