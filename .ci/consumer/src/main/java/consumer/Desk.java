package consumer;

import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.meeting.EffectiveRule;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.util.List;

/** What a user writes first: one policy path, on the class path or on the module path. */
public final class Desk {

    private Desk() {}

    public static void main(String[] arguments) {
        BusinessDays days = BusinessDays.newYorkFed();
        MeetingCalendar fomc = MeetingCalendar.of(
                EffectiveRule.NEXT_BUSINESS_DAY, days, LocalDate.of(2025, 7, 30), LocalDate.of(2025, 9, 17));
        List<Meeting> meetings = fomc.upcoming(LocalDate.of(2025, 7, 22));
        PathFrame frame = PathFrame.of(LocalDate.of(2025, 7, 22), OvernightIndex.effr(), meetings);
        PolicyPath path = PolicyPath.ofSteps(
                frame, Rate.ofPercent(4.33), List.of(Rate.ofBasisPoints(-1.03), Rate.ofBasisPoints(-14.68)));
        String module = PolicyPath.class.getModule().isNamed()
                ? PolicyPath.class.getModule().getName()
                : "the class path";
        System.out.println(path);
        System.out.println("from " + module);
    }
}
