package io.github.macroregime.rates.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.Adjustments.IndexBasis;
import io.github.macroregime.rates.instrument.Adjustments.Turn;
import io.github.macroregime.rates.instrument.ConvexityAdjustment;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A path that is written and read back is the same path, to the last bit of every rate. */
class PathTextLaws {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 22);

    @Provide
    Arbitrary<PolicyPath> plainPaths() {
        Arbitrary<OvernightIndex> indices = Arbitraries.of(OvernightIndex.shipped());
        Arbitrary<Interpolation> readings = Arbitraries.of(Interpolation.class);
        Arbitrary<Double> starts = Arbitraries.doubles().between(-0.05, 0.5);
        Arbitrary<List<Double>> steps =
                Arbitraries.doubles().between(-0.03, 0.03).list().ofMaxSize(14);
        Arbitrary<Integer> gaps = Arbitraries.integers().between(1, 60);
        return Combinators.combine(indices, readings, starts, steps, gaps).as(PathTextLaws::path);
    }

    private static PolicyPath path(
            OvernightIndex index, Interpolation reading, double start, List<Double> steps, int gap) {
        List<Meeting> meetings = new ArrayList<>();
        for (int j = 0; j < steps.size(); j++) {
            LocalDate decision = AS_OF.plusDays((long) j * gap);
            meetings.add(new Meeting(decision, decision.plusDays(j % 3)));
        }
        meetings.removeIf(meeting -> meetings.stream()
                .anyMatch(other -> other != meeting
                        && !other.effective().isAfter(meeting.effective())
                        && other.decision().isAfter(meeting.decision())));
        PathFrame frame = PathFrame.of(AS_OF, index, meetings).withInterpolation(reading);
        return PolicyPath.ofSteps(
                frame,
                Rate.ofDecimal(start),
                steps.subList(0, meetings.size()).stream().map(Rate::ofDecimal).toList());
    }

    @Provide
    Arbitrary<PolicyPath> paths() {
        Arbitrary<Double> sizes = Arbitraries.doubles().between(-0.01, 0.01);
        Arbitrary<List<Double>> fixings =
                Arbitraries.doubles().between(-0.01, 0.2).list().ofMaxSize(20);
        return Combinators.combine(plainPaths(), sizes, fixings, Arbitraries.of(Unit.PERCENT, Unit.BASIS_POINTS))
                .as(PathTextLaws::dressed);
    }

    private static PolicyPath dressed(PolicyPath plain, double size, List<Double> fixings, Unit unit) {
        Map<LocalDate, Double> quoted = new TreeMap<>();
        for (int i = 0; i < fixings.size(); i++) {
            quoted.put(AS_OF.minusDays(i), unit.quoted(fixings.get(i)));
        }
        Adjustments adjustments = Adjustments.none()
                .withTurn(new Turn(LocalDate.of(2025, 12, 31), Rate.ofDecimal(size)))
                .withBasis(new IndexBasis(OvernightIndex.sofr(), Rate.ofDecimal(-size / 3)))
                .withConvexity(
                        size > 0
                                ? new ConvexityAdjustment.HoLee(Rate.ofDecimal(size / 7))
                                : ConvexityAdjustment.none());
        PathFrame frame = plain.frame()
                .withAdjustments(adjustments)
                .withFixings(new PublishedFixings(OvernightIndex.effr(), TimeSeries.ofQuoted(quoted, unit)));
        return new PolicyPath(frame, plain.startRate().orElseThrow(), plain.ratesAfter());
    }

    @Property(seed = "20250722")
    void aPlainPathComesBackFromItsTable(@ForAll("plainPaths") PolicyPath path) {
        PolicyPath back = PathCsv.from(CsvTable.parse("path.csv", PathCsv.text(path)));
        assertThat(back).isEqualTo(path);
    }

    @Property(seed = "20250722")
    void anyPathComesBackFromItsJson(@ForAll("paths") PolicyPath path) {
        assertThat(PathJson.parse("path.json", PathJson.text(path))).isEqualTo(path);
    }

    @Property(seed = "20250722")
    void writingWhatWasReadGivesTheSameText(@ForAll("paths") PolicyPath path) {
        String text = PathJson.text(path);
        assertThat(PathJson.text(PathJson.parse("path.json", text))).isEqualTo(text);
    }
}
