package io.github.macroregime.strata;

import static io.github.macroregime.strata.SamplePaths.AS_OF;
import static io.github.macroregime.strata.SamplePaths.SOFR;
import static io.github.macroregime.strata.SamplePaths.UNTIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.currency.Currency;
import com.opengamma.strata.basics.date.Tenor;
import com.opengamma.strata.basics.index.OvernightIndices;
import com.opengamma.strata.market.curve.InterpolatedNodalCurve;
import com.opengamma.strata.pricer.DiscountFactors;
import com.opengamma.strata.pricer.rate.ImmutableRatesProvider;
import com.opengamma.strata.pricer.swap.DiscountingSwapProductPricer;
import com.opengamma.strata.product.TradeInfo;
import com.opengamma.strata.product.common.BuySell;
import com.opengamma.strata.product.swap.ResolvedSwap;
import com.opengamma.strata.product.swap.type.FixedOvernightSwapConvention;
import com.opengamma.strata.product.swap.type.FixedOvernightSwapConventions;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.Adjustments.IndexBasis;
import io.github.macroregime.rates.instrument.Adjustments.Turn;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strata's own pricers on a path that was handed over. */
class PathCurvesTest {

    private static final DiscountingSwapProductPricer PRICER = DiscountingSwapProductPricer.DEFAULT;
    private static final double NOTIONAL = 1e6;

    private static ResolvedSwap swap(
            FixedOvernightSwapConvention convention, LocalDate start, LocalDate end, double fixedRate) {
        return convention
                .toTrade(TradeInfo.of(start), start, end, BuySell.BUY, NOTIONAL, fixedRate)
                .getProduct()
                .resolve(ReferenceData.standard());
    }

    /** The value at the path's par rate over the value of the fixed leg. */
    private static double mispriced(
            ImmutableRatesProvider provider, PolicyPath path, RateInstrument instrument, ResolvedSwap atPar) {
        double fixedLeg = PRICER.getLegPricer()
                .presentValue(atPar.getPayLeg().orElseThrow(), provider)
                .getAmount();
        assertThat(PRICER.parRate(atPar, provider))
                .isCloseTo(path.parRate(instrument).orElseThrow().decimal(), within(1e-14));
        return PRICER.presentValue(atPar, provider).getAmount(Currency.USD).getAmount() / fixedLeg;
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void discount_factors_are_those_of_the_path_on_every_day(Interpolation interpolation) {
        PolicyPath path = SamplePaths.sofr(interpolation);
        DiscountFactors factors = PathCurves.of(path, UNTIL).discountFactors();
        AS_OF.datesUntil(UNTIL.plusDays(1))
                .forEach(date -> assertThat(factors.discountFactor(date))
                        .as(date.toString())
                        .isCloseTo(path.discountFactor(date).getAsDouble(), within(1e-14)));
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void meeting_dated_swaps_are_worth_nothing_at_the_par_rate_of_the_path(Interpolation interpolation) {
        PolicyPath path = SamplePaths.sofr(interpolation);
        ImmutableRatesProvider provider = PathCurves.of(path, UNTIL).ratesProvider();
        List<Meeting> meetings = path.meetings();
        for (int i = 1; i < meetings.size(); i++) {
            DatedOis ours = DatedOis.between(SOFR, meetings.get(i - 1), meetings.get(i));
            ResolvedSwap theirs = swap(
                    FixedOvernightSwapConventions.USD_FIXED_TERM_SOFR_OIS,
                    ours.start(),
                    ours.end(),
                    path.parRate(ours).orElseThrow().decimal());
            assertThat(mispriced(provider, path, ours, theirs)).isCloseTo(0, within(1e-11));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1M", "6M", "1Y", "18M", "2Y"})
    void tenor_swaps_are_worth_nothing_at_the_par_rate_of_the_path(String tenor) {
        PolicyPath path = SamplePaths.sofr(Interpolation.CONSTANT_OVERNIGHT_RATE);
        TenorOis ours = TenorOis.of(SOFR, AS_OF, tenor);
        FixedOvernightSwapConvention convention = ours.accrualDates().size() > 2
                ? FixedOvernightSwapConventions.USD_FIXED_1Y_SOFR_OIS
                : FixedOvernightSwapConventions.USD_FIXED_TERM_SOFR_OIS;
        ResolvedSwap theirs = convention
                .createTrade(
                        AS_OF,
                        Tenor.parse(tenor),
                        BuySell.BUY,
                        NOTIONAL,
                        path.parRate(ours).orElseThrow().decimal(),
                        ReferenceData.standard())
                .getProduct()
                .resolve(ReferenceData.standard());
        ImmutableRatesProvider provider = PathCurves.of(path, UNTIL).ratesProvider();
        assertThat(mispriced(provider, path, ours, theirs)).isCloseTo(0, within(1e-11));
    }

    private static PublishedFixings fixings() {
        Map<LocalDate, Double> percent = new TreeMap<>();
        LocalDate.of(2025, 6, 20)
                .datesUntil(LocalDate.of(2025, 8, 1))
                .filter(SOFR.fixingDays()::isOpen)
                .forEach(date -> percent.put(date, 4.28 + date.getDayOfMonth() / 100.0));
        return new PublishedFixings(SOFR, TimeSeries.ofQuoted(percent, Unit.PERCENT));
    }

    @Test
    void a_swap_that_has_begun_counts_the_fixings_that_were_out() {
        PolicyPath path = SamplePaths.on(
                SamplePaths.frame(SOFR, Interpolation.CONSTANT_OVERNIGHT_RATE).withFixings(fixings()));
        DatedOis ours = new DatedOis(SOFR, LocalDate.of(2025, 6, 20), LocalDate.of(2025, 9, 18));
        PathCurves curves = PathCurves.of(path, UNTIL);
        ResolvedSwap theirs = swap(
                FixedOvernightSwapConventions.USD_FIXED_TERM_SOFR_OIS,
                ours.start(),
                ours.end(),
                path.parRate(ours).orElseThrow().decimal());
        assertThat(mispriced(curves.ratesProvider(), path, ours, theirs)).isCloseTo(0, within(1e-11));
        assertThat(curves.fixings(SOFR).getLatestDate()).isEqualTo(LocalDate.of(2025, 7, 21));
        assertThat(curves.fixings(SOFR).get(LocalDate.of(2025, 7, 21)).orElseThrow())
                .isEqualTo(0.0449);
        assertThatThrownBy(() -> PRICER.presentValue(
                        theirs,
                        PathCurves.of(SamplePaths.sofr(Interpolation.CONSTANT_OVERNIGHT_RATE), UNTIL)
                                .ratesProvider()))
                .hasMessageContaining("2025-06-20");
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void another_index_is_projected_over_its_basis_and_the_turns(Interpolation interpolation) {
        Adjustments adjustments = Adjustments.none()
                .withBasis(new IndexBasis(SOFR, Rate.ofBasisPoints(-3.5)))
                .withTurn(new Turn(LocalDate.of(2025, 12, 31), Rate.ofBasisPoints(12)))
                .withTurn(new Turn(LocalDate.of(2025, 8, 29), Rate.ofBasisPoints(5)));
        PathFrame frame =
                SamplePaths.frame(OvernightIndex.effr(), interpolation).withAdjustments(adjustments);
        PolicyPath path = SamplePaths.on(frame);
        ImmutableRatesProvider provider = PathCurves.of(path, UNTIL).ratesProvider();
        DatedOis onSofr = new DatedOis(SOFR, LocalDate.of(2025, 12, 29), LocalDate.of(2026, 1, 29));
        ResolvedSwap theirs = swap(
                FixedOvernightSwapConventions.USD_FIXED_TERM_SOFR_OIS,
                onSofr.start(),
                onSofr.end(),
                path.parRate(onSofr).orElseThrow().decimal());
        assertThat(mispriced(provider, path, onSofr, theirs)).isCloseTo(0, within(1e-11));
        assertThat(provider.overnightIndexRates(OvernightIndices.USD_FED_FUND)
                        .getFixings()
                        .isEmpty())
                .isTrue();
        AS_OF.datesUntil(UNTIL.plusDays(1))
                .forEach(date -> assertThat(provider.discountFactor(Currency.USD, date))
                        .as(date.toString())
                        .isCloseTo(path.discountFactor(date).getAsDouble(), within(1e-14)));
    }

    /** One node for each meeting, so that the rate of a regime hangs on two nodes alone. */
    @Test
    void a_log_linear_path_has_one_node_for_each_meeting() {
        PathCurves curves = PathCurves.of(SamplePaths.sofr(Interpolation.LOG_LINEAR_DISCOUNT), UNTIL);
        InterpolatedNodalCurve curve = curves.discountCurve();
        assertThat(curve.getParameterCount()).isEqualTo(14);
        assertThat(curve.getParameterMetadata(2).getLabel()).isEqualTo("2025-09-18");
        ResolvedSwap september = swap(
                FixedOvernightSwapConventions.USD_FIXED_TERM_SOFR_OIS,
                LocalDate.of(2025, 9, 18),
                LocalDate.of(2025, 10, 30),
                0.04);
        for (int node = 0; node < curve.getParameterCount(); node++) {
            InterpolatedNodalCurve bumped = curve.withParameter(node, curve.getParameter(node) + 1e-4);
            double moved = PRICER.parRate(september, provider(bumped)) - PRICER.parRate(september, provider(curve));
            assertThat(Math.abs(moved) > 1e-8).as("node " + node).isEqualTo(node == 2 || node == 3);
        }
        assertThat(curves).hasToString("SOFR curves from 2025-07-22 to 2028-01-31, 14 nodes, log-linear between them");
    }

    private static ImmutableRatesProvider provider(InterpolatedNodalCurve curve) {
        return ImmutableRatesProvider.builder(AS_OF)
                .discountCurve(Currency.USD, curve)
                .overnightIndexCurve(OvernightIndices.USD_SOFR, curve)
                .build();
    }

    @Test
    void every_shipped_index_has_its_counterpart_with_the_same_day_count_and_business_days() {
        List<OvernightIndex> shipped = List.of(
                OvernightIndex.effr(),
                SOFR,
                OvernightIndex.estr(),
                OvernightIndex.sonia(),
                OvernightIndex.tona(),
                OvernightIndex.corra(),
                OvernightIndex.aonia(),
                OvernightIndex.saron());
        for (OvernightIndex index : shipped) {
            var theirs = PathCurves.strataIndex(index);
            assertThat(theirs.getDayCount().getName())
                    .as(index.name())
                    .isEqualTo(index.daysInYear() == 360 ? "Act/360" : "Act/365F");
            var calendar = ReferenceData.standard().getValue(theirs.getFixingCalendar());
            LocalDate.of(2024, 1, 1)
                    .datesUntil(LocalDate.of(2027, 1, 1))
                    .filter(date -> !isTruthAndReconciliation(index, date))
                    .forEach(date -> assertThat(index.paymentDays().isOpen(date))
                            .as(index + " on " + date)
                            .isEqualTo(calendar.isBusinessDay(date)));
        }
    }

    /** CORRA is not fixed on this day since 2021, as its fixings show; Strata's calendar of Toronto does not know it. */
    private static boolean isTruthAndReconciliation(OvernightIndex index, LocalDate date) {
        return index.equals(OvernightIndex.corra()) && date.getMonth() == Month.SEPTEMBER && date.getDayOfMonth() == 30;
    }

    @Test
    void what_cannot_be_handed_over_is_refused() {
        PolicyPath path = SamplePaths.sofr(Interpolation.LOG_LINEAR_DISCOUNT);
        assertThatThrownBy(() -> PathCurves.of(path, AS_OF))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("until must lie after 2025-07-22 but was 2025-07-22");
        OvernightIndex own = new OvernightIndex("OCR", SOFR.fixingDays(), 365, 0, 0);
        assertThatThrownBy(() -> PathCurves.strataIndex(own))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EFFR, SOFR, ESTR")
                .hasMessageEndingWith("but was OCR");
    }
}
