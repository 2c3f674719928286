package io.github.macroregime.equities.print;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionLine.Standing;
import io.github.macroregime.equities.contribution.ContributionReport;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A printed table of a day: contributions, returns, and the return of the index beside it.
 *
 * @param date the day
 * @param lines the rows, ids distinct, at least one
 * @param indexReturn the return of the index as printed
 * @param places the decimals of a percent that were printed, 0 to 8
 */
public record PrintedDay(LocalDate date, List<Line> lines, Rate indexReturn, int places) implements Serializable {

    private static final int MAXIMUM_PLACES = 8;
    private static final int BASIS_POINT_PLACES = 2;

    public PrintedDay {
        Require.components(PrintedDay.class, date, lines, indexReturn);
        lines = List.copyOf(lines);
        if (places < 0 || places > MAXIMUM_PLACES) {
            throw new IllegalArgumentException("places must lie in [0, " + MAXIMUM_PLACES + "] but was " + places);
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines must hold at least one row but was empty");
        }
        Set<String> seen = new HashSet<>();
        for (Line line : lines) {
            if (!seen.add(line.id())) {
                throw new IllegalArgumentException("ids must be distinct but " + line.id() + " is repeated");
            }
            checkPlaces("contribution of " + line.id(), line.contribution(), places);
            checkPlaces("return of " + line.id(), line.periodReturn(), places);
        }
        checkPlaces("indexReturn", indexReturn, places);
    }

    private static void checkPlaces(String name, Rate figure, int places) {
        BigDecimal basisPoints = figure.exactBasisPoints().stripTrailingZeros();
        int decimals = basisPoints.signum() == 0 ? 0 : basisPoints.scale() + BASIS_POINT_PLACES;
        if (decimals > places) {
            throw new IllegalArgumentException(
                    name + " must have at most " + places + " decimals of a percent but was " + figure);
        }
    }

    /**
     * Half a unit of the last printed decimal: how far a true figure may lie from the printed one.
     *
     * @return 0.005 % at two decimals
     */
    public Rate halfUnit() {
        return Rate.ofPercent(BigDecimal.valueOf(5, places + 1).doubleValue());
    }

    /**
     * How far the sum of the true contributions may lie from the sum of the printed ones.
     *
     * @return half a unit for each row
     */
    public Rate roundingOfSum() {
        return halfUnit().times(lines.size());
    }

    /**
     * The exact sum of the printed contributions.
     *
     * @return the sum, as one would add it on paper
     */
    public Rate sumOfContributions() {
        BigDecimal basisPoints = lines.stream()
                .map(line -> line.contribution().exactBasisPoints())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Rate.ofBasisPoints(basisPoints.doubleValue());
    }

    /**
     * The row of a sector.
     *
     * @param id its name
     * @return the row, empty if there is none
     */
    public Optional<Line> line(String id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /**
     * The table as a report, compared with the printed return of the index.
     *
     * <p>The weights are not printed and stay unknown; the residual knows what rounding can explain: half a unit for
     * each row and for the index.
     *
     * @return the report
     */
    public ContributionReport report() {
        return against(indexReturn, roundingOfSum().plus(halfUnit()));
    }

    /**
     * The table as a report, compared with a return of the index that is known with all its digits.
     *
     * @param reported the return of the index
     * @return the report
     */
    public ContributionReport reportAgainst(Rate reported) {
        return against(reported, roundingOfSum());
    }

    private ContributionReport against(Rate reported, Rate roundingBound) {
        List<ContributionLine> rows = lines.stream()
                .map(line -> new ContributionLine(
                        line.id(),
                        line.contribution(),
                        Double.NaN,
                        line.periodReturn().decimal(),
                        Standing.PRINTED))
                .toList();
        return ContributionReport.ofLines(date, rows).against(reported, roundingBound);
    }

    /**
     * One row of a printed table.
     *
     * @param id the sector or constituent
     * @param contribution the contribution as printed
     * @param periodReturn the return as printed, not weighted
     */
    public record Line(String id, Rate contribution, Rate periodReturn) implements Serializable {

        public Line {
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
        public static Line ofPercent(String id, double contributionPercent, double returnPercent) {
            return new Line(id, Rate.ofPercent(contributionPercent), Rate.ofPercent(returnPercent));
        }
    }
}
