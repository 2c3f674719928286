package io.github.macroregime.equities.print;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Objects;

/**
 * One row of a printed table.
 *
 * @param id the sector or constituent
 * @param contribution the contribution as printed
 * @param periodReturn the return as printed, not weighted
 */
public record PrintedLine(String id, Rate contribution, Rate periodReturn) implements Serializable {

    public PrintedLine {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(contribution, "contribution");
        Objects.requireNonNull(periodReturn, "periodReturn");
    }

    /**
     * A row with both figures in percent.
     *
     * @param id the sector or constituent
     * @param contributionPercent the contribution in percentage points
     * @param returnPercent the return in percent
     * @return the row
     */
    public static PrintedLine ofPercent(String id, double contributionPercent, double returnPercent) {
        return new PrintedLine(id, Rate.ofPercent(contributionPercent), Rate.ofPercent(returnPercent));
    }
}
