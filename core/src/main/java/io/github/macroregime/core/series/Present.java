package io.github.macroregime.core.series;

import io.github.macroregime.core.unit.Unit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What there is of numbers with holes, shared by their slices, so that each day's past need not be gone through again. */
final class Present {

    private final int size;
    private final int[] places;
    private final Doubles values;
    // The dates last asked for; any thread finds the same of the same.
    private @Nullable Dated dated;

    Present(Doubles whole) {
        int[] found = new int[whole.size()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            if (!whole.isMissing(i)) {
                found[count++] = i;
            }
        }
        this.size = whole.size();
        this.places = Arrays.copyOf(found, count);
        this.values = whole.at(places);
    }

    /** All dates beside the numbers, and those of the numbers that are there. */
    private record Dated(DateIndex all, DateIndex present) {}

    /** How many numbers of a range are there. */
    int count(int fromInclusive, int toExclusive) {
        return before(toExclusive) - before(fromInclusive);
    }

    private int before(int place) {
        int found = Arrays.binarySearch(places, place);
        return found < 0 ? -found - 1 : found;
    }

    /** The numbers that are there of a range that begins at a place, on its dates. */
    TimeSeries on(DateIndex dates, int from, Unit unit) {
        int first = before(from);
        int behind = before(from + dates.size());
        return new TimeSeries(present(dates, from, first, behind), values.slice(first, behind), unit);
    }

    private DateIndex present(DateIndex dates, int from, int first, int behind) {
        if (!dates.isSliceOf(size, from)) {
            return dates.at(Arrays.stream(places, first, behind)
                    .map(place -> place - from)
                    .toArray());
        }
        Dated known = dated;
        if (known == null || !dates.isSharedWith(known.all())) {
            known = new Dated(dates.whole(), dates.whole().at(places));
            dated = known;
        }
        return known.present().slice(first, behind);
    }
}
