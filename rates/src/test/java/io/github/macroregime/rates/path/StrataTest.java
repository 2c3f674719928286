package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;

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
import com.opengamma.strata.product.swap.type.FixedOvernightSwapConventions;
import com.opengamma.strata.product.swap.type.FixedOvernightSwapTemplate;
import com.opengamma.strata.product.swap.type.ImmutableFixedOvernightSwapConvention;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.CentralBank;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingSchedule;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same meeting-dated quotes through the calibrator of the Strata library. */
class StrataTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 22);
    private static final OvernightIndex SOFR = OvernightIndex.sofr();
    private static final double[] QUOTES = {
        4.33, 4.331, 4.19, 4.08, 3.93, 3.81, 3.66, 3.56, 3.42, 3.33, 3.28, 3.22, 3.17
    };

    private static List<LocalDate> dates() {
        List<LocalDate> dates = new ArrayList<>(List.of(AS_OF));
        MeetingSchedule.shipped(CentralBank.FED).calendar().upcoming(AS_OF, 13).orElseThrow().stream()
                .map(Meeting::effective)
                .forEach(dates::add);
        return dates;
    }

    private static PolicyPath ours() {
        List<LocalDate> dates = dates();
        List<Meeting> meetings = MeetingSchedule.shipped(CentralBank.FED)
                .calendar()
                .upcoming(AS_OF, 12)
                .orElseThrow();
        List<Quote> quotes = new ArrayList<>();
        for (int i = 0; i < QUOTES.length; i++) {
            quotes.add(Quote.of(new DatedOis(SOFR, dates.get(i), dates.get(i + 1)), Rate.ofPercent(QUOTES[i])));
        }
        PathFrame frame = PathFrame.of(AS_OF, SOFR, meetings).withInterpolation(Interpolation.LOG_LINEAR_DISCOUNT);
        return PathCalibrator.compile(frame, quotes).calibrate().orElseThrow().path();
    }

    /** Zero rates linear in rate times time are log-linear discount factors, and flat before the first node. */
    private static ImmutableRatesProvider strata() {
        ImmutableFixedOvernightSwapConvention convention = ((ImmutableFixedOvernightSwapConvention)
                        FixedOvernightSwapConventions.USD_FIXED_TERM_SOFR_OIS)
                .toBuilder().spotDateOffset(DaysAdjustment.NONE).build();
        List<CurveNode> nodes = new ArrayList<>();
        Map<QuoteId, Double> quotes = new HashMap<>();
        List<LocalDate> dates = dates();
        for (int i = 0; i < QUOTES.length; i++) {
            QuoteId id = QuoteId.of(StandardId.of("quote", "" + i));
            Period toStart = Period.ofDays((int) ChronoUnit.DAYS.between(AS_OF, dates.get(i)));
            Tenor tenor = Tenor.ofDays((int) ChronoUnit.DAYS.between(dates.get(i), dates.get(i + 1)));
            nodes.add(FixedOvernightSwapCurveNode.of(FixedOvernightSwapTemplate.of(toStart, tenor, convention), id));
            quotes.put(id, QUOTES[i] / 100);
        }
        InterpolatedNodalCurveDefinition curve = InterpolatedNodalCurveDefinition.builder()
                .name(CurveName.of("SOFR"))
                .xValueType(ValueType.YEAR_FRACTION)
                .yValueType(ValueType.ZERO_RATE)
                .dayCount(DayCounts.ACT_365F)
                .nodes(nodes)
                .interpolator(CurveInterpolators.PRODUCT_LINEAR)
                .extrapolatorLeft(CurveExtrapolators.FLAT)
                .extrapolatorRight(CurveExtrapolators.FLAT)
                .build();
        RatesCurveGroupDefinition group = RatesCurveGroupDefinition.builder()
                .name(CurveGroupName.of("group"))
                .addCurve(curve, Currency.USD, OvernightIndices.USD_SOFR)
                .build();
        return RatesCurveCalibrator.of(1e-12, 1e-12, 1000)
                .calibrate(group, ImmutableMarketData.of(AS_OF, quotes), ReferenceData.standard());
    }

    @Test
    void discountFactorsAgree() {
        Deviation factors = Deviation.absolute("(discount factor)");
        PolicyPath path = ours();
        ImmutableRatesProvider provider = strata();
        for (LocalDate date : dates()) {
            double theirs = provider.discountFactor(Currency.USD, date);
            factors.compare(date.toString(), path.discountFactor(date).getAsDouble(), theirs);
        }
        factors.isAtMost(1e-10);
    }

    @Test
    void lagsOfOurConventionsAreTheirs() {
        assertThat(lag(FixedOvernightSwapConventions.USD_FIXED_1Y_FED_FUND_OIS)).isEqualTo(lag(OvernightIndex.effr()));
        assertThat(lag(FixedOvernightSwapConventions.USD_FIXED_1Y_SOFR_OIS)).isEqualTo(lag(SOFR));
        // Strata has two days to payment for ESTR and one for EONIA, whose conventions swaps on ESTR keep.
        assertThat(lag(FixedOvernightSwapConventions.EUR_FIXED_1Y_EONIA_OIS)).isEqualTo(lag(OvernightIndex.estr()));
        assertThat(lag(FixedOvernightSwapConventions.GBP_FIXED_1Y_SONIA_OIS)).isEqualTo(lag(OvernightIndex.sonia()));
        assertThat(lag(FixedOvernightSwapConventions.JPY_FIXED_1Y_TONAR_OIS)).isEqualTo(lag(OvernightIndex.tona()));
        assertThat(lag(FixedOvernightSwapConventions.CHF_FIXED_1Y_SARON_OIS)).isEqualTo(lag(OvernightIndex.saron()));
    }

    private static String lag(FixedOvernightSwapConvention convention) {
        return convention.getSpotDateOffset().getDays() + " "
                + convention.getFixedLeg().getPaymentDateOffset().getDays() + " "
                + convention.getFloatingLeg().getIndex().getDayCount().getName();
    }

    private static String lag(OvernightIndex index) {
        return index.spotLag() + " " + index.paymentLag() + " Act/" + (index.daysInYear() == 365 ? "365F" : "360");
    }
}
