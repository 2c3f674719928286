package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.probability.Dependence;
import io.github.macroregime.rates.probability.OutcomeTree;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The policy path that the quotes of the day imply.
 *
 * @param overnightIndex the name of the overnight rate
 * @param calibrated the path with its residuals, with at least one meeting
 * @param fedWatch the probabilities of the published procedure beside ours, empty without monthly futures
 * @param sources where the quotes and the fixings come from, each named once
 */
public record PolicyBlock(
        String overnightIndex, CalibratedPath calibrated, Optional<FedWatchComparison> fedWatch, List<String> sources)
        implements Serializable {

    private static final Rate MOVE = Rate.ofBasisPoints(25);

    public PolicyBlock {
        sources = List.copyOf(sources);
    }

    /**
     * The outcomes of all meetings together on moves of 25 bp, the two next to the step at each.
     *
     * @param dependence the dependence between the meetings, an assumption
     * @return the tree
     */
    public OutcomeTree tree(Dependence dependence) {
        return OutcomeTree.of(calibrated.path(), MOVE, dependence);
    }

    /**
     * The last meeting of each year that the path reaches.
     *
     * @return in order, the last of all included
     */
    public List<Meeting> yearEnds() {
        List<Meeting> meetings = calibrated.path().meetings();
        List<Meeting> ends = new ArrayList<>();
        for (int i = 0; i < meetings.size(); i++) {
            boolean last = i + 1 == meetings.size()
                    || meetings.get(i + 1).decision().getYear()
                            != meetings.get(i).decision().getYear();
            if (last) {
                ends.add(meetings.get(i));
            }
        }
        return List.copyOf(ends);
    }

    /** The path with its fit, and where it comes from. */
    @Override
    public String toString() {
        return calibrated + "\nsources: " + String.join(", ", sources);
    }
}
