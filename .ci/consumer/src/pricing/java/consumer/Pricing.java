package consumer;

import com.opengamma.strata.basics.currency.Currency;
import com.opengamma.strata.pricer.rate.ImmutableRatesProvider;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.meeting.EffectiveRule;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.strata.PathCurves;
import java.time.LocalDate;
import java.util.List;

/** What a user of Strata's pricers writes first: a policy path as their rates provider. */
public final class Pricing {

    private Pricing() {}

    public static void main(String[] arguments) {
        LocalDate today = LocalDate.of(2025, 7, 22);
        MeetingCalendar fomc = MeetingCalendar.of(
                EffectiveRule.NEXT_BUSINESS_DAY,
                BusinessDays.newYorkFed(),
                LocalDate.of(2025, 7, 30),
                LocalDate.of(2025, 9, 17));
        PathFrame frame = PathFrame.of(today, OvernightIndex.sofr(), fomc.upcoming(today));
        PolicyPath path = PolicyPath.ofSteps(
                frame, Rate.ofPercent(4.33), List.of(Rate.ofBasisPoints(-1.03), Rate.ofBasisPoints(-14.68)));
        LocalDate year = LocalDate.of(2026, 7, 22);
        ImmutableRatesProvider provider = PathCurves.of(path, year).ratesProvider();
        double theirs = provider.discountFactor(Currency.USD, year);
        double ours = path.discountFactor(year).getAsDouble();
        if (Math.abs(theirs - ours) > 1e-14) {
            throw new IllegalStateException("discount factor " + theirs + " is not " + ours);
        }
        System.out.println(PathCurves.of(path, year));
    }
}
