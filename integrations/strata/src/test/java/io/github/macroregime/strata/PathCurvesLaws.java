package io.github.macroregime.strata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.opengamma.strata.pricer.DiscountFactors;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What must hold for any calendar of meetings and any path. */
class PathCurvesLaws {

    @Property(seed = "20250722", tries = 60)
    void every_day_has_the_discount_factor_of_the_path(
            @ForAll @IntRange(min = 0, max = 4000) int day,
            @ForAll Interpolation interpolation,
            @ForAll @DoubleRange(min = -1, max = 20) double start,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 70) Integer> gaps,
            @ForAll @DoubleRange(min = -100, max = 100) double step) {
        LocalDate asOf = LocalDate.of(2020, 1, 1).plusDays(day);
        List<Meeting> meetings = new ArrayList<>();
        LocalDate effective = asOf;
        for (int gap : gaps) {
            effective = effective.plusDays(gap);
            meetings.add(new Meeting(effective, effective));
        }
        PathFrame frame = PathFrame.of(asOf, OvernightIndex.sonia(), meetings).withInterpolation(interpolation);
        List<Rate> steps =
                meetings.stream().map(meeting -> Rate.ofBasisPoints(step)).toList();
        PolicyPath path = PolicyPath.ofSteps(frame, Rate.ofPercent(start), steps);
        LocalDate until = effective.plusDays(40);
        DiscountFactors factors = PathCurves.of(path, until).discountFactors();
        asOf.datesUntil(until.plusDays(1))
                .forEach(date -> assertThat(factors.discountFactor(date))
                        .as(date.toString())
                        .isCloseTo(path.discountFactor(date).getAsDouble(), within(1e-14)));
    }
}
