package io.github.macroregime.strata;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.meeting.CentralBank;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingSchedule;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;

/** The path of twelve meetings that the tests hand over. */
final class SamplePaths {

    static final LocalDate AS_OF = LocalDate.of(2025, 7, 22);
    static final LocalDate UNTIL = LocalDate.of(2028, 1, 31);
    static final OvernightIndex SOFR = OvernightIndex.sofr();

    private SamplePaths() {}

    static List<Meeting> meetings() {
        return MeetingSchedule.shipped(CentralBank.FED)
                .calendar()
                .upcoming(AS_OF, 12)
                .orElseThrow();
    }

    static PathFrame frame(OvernightIndex index, Interpolation interpolation) {
        return PathFrame.of(AS_OF, index, meetings()).withInterpolation(interpolation);
    }

    static PolicyPath on(PathFrame frame) {
        List<Rate> steps = DoubleStream.of(-1, -15, -12.5, -17, -12, -16, -9, -14, -10, -5, -5, 30)
                .mapToObj(Rate::ofBasisPoints)
                .toList();
        return PolicyPath.ofSteps(frame, Rate.ofPercent(4.33), steps);
    }

    static PolicyPath sofr(Interpolation interpolation) {
        return on(frame(SOFR, interpolation));
    }
}
