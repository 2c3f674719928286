package io.github.macroregime.regime.edition;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.credit.SpreadHistory;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.regime.folder.TrackerInput;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what an edition prints can be true, by its own figures and those of earlier editions.
 *
 * <p>Two figures agree if some numbers that round to them do. A figure is compared with the edition before only if that
 * is the edition of the last trading day, and figures of a policy path only if both run to one horizon.
 *
 * @param edition the edition
 * @param earlier earlier editions, in order of their days
 * @param meetings the meetings of the central bank
 */
public record EditionCheck(PrintedEdition edition, List<PrintedEdition> earlier, MeetingCalendar meetings)
        implements Serializable {

    private static final BusinessDays DAYS = BusinessDays.newYorkStockExchange();

    public EditionCheck {
        Require.components(EditionCheck.class, edition, earlier, meetings);
        earlier = List.copyOf(earlier);
        LocalDate next = edition.date();
        for (int i = earlier.size() - 1; i >= 0; i--) {
            if (!earlier.get(i).date().isBefore(next)) {
                throw new IllegalArgumentException("earlier must be in order before " + edition.date() + " but "
                        + earlier.get(i).date() + " is not before " + next);
            }
            next = earlier.get(i).date();
        }
    }

    /**
     * The check with the calendar of the Federal Reserve.
     *
     * @param edition the edition
     * @param earlier earlier editions, in order of their days
     * @return the check
     */
    public static EditionCheck of(PrintedEdition edition, List<PrintedEdition> earlier) {
        return new EditionCheck(edition, earlier, MeetingCalendar.fomc(edition.date()));
    }

    /**
     * What the figures say of one another: contributions, the policy path, the spread against the edition before.
     *
     * @return the findings, in this order
     */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(new SectorRules(edition).findings());
        findings.addAll(new PathRules(edition, decisions()).findings());
        findings.addAll(new SpreadRules(edition, before()).findings());
        return List.copyOf(findings);
    }

    /**
     * What the figures say of a sentence.
     *
     * @param claim the sentence
     * @return the finding
     */
    public Finding check(EditionClaim claim) {
        return new ClaimRules(edition, earlier, before()).check(claim);
    }

    /** The edition of the last trading day. */
    private Optional<PrintedEdition> before() {
        return Optional.of(earlier)
                .filter(each -> !each.isEmpty())
                .map(each -> each.get(each.size() - 1))
                .filter(last -> followsAt(last, edition));
    }

    /**
     * Whether one edition is of the trading day after another's.
     *
     * @param first the earlier edition
     * @param second the later edition
     * @return true if no trading day lies between them
     */
    static boolean followsAt(PrintedEdition first, PrintedEdition second) {
        return first.date().isBefore(second.date()) && !DAYS.next(first.date()).isBefore(second.date());
    }

    private List<LocalDate> decisions() {
        return meetings.meetings().stream()
                .map(meeting -> meeting.decision())
                .filter(decision -> decision.isAfter(edition.date()))
                .toList();
    }

    /**
     * Whether a printed spread can be that of an instrument, by its levels and extremes.
     *
     * <p>Where the history of the instrument has printed days, the levels have to agree with it on all of them, both
     * rounded as they are given. Where it has none, the ratio of the printed level to a second instrument on the printed
     * days is held against the range that the ratio of the first instrument to the second has had: inconsistent if no day
     * lies in it, conditional if some do not.
     *
     * @param printed printed spreads in basis points by the day they are of, extremes included
     * @param candidate the instrument asked about
     * @param reference another instrument, whose history covers the printed days
     * @return the finding; undecided if no day can be compared
     */
    public static Finding ofInstrument(
            Map<LocalDate, Printed> printed, SpreadHistory<?> candidate, SpreadHistory<?> reference) {
        return InstrumentRules.check(printed, candidate, reference);
    }

    /**
     * What the figures and quotes of a folder say of its sector table and of its sentences.
     *
     * @param input what the folder holds
     * @param quoted the policy path of its quotes, empty if there is none
     * @return the findings: of the table, then of each sentence in its order
     */
    static List<Finding> of(TrackerInput input, Optional<PolicyPath> quoted) {
        return List.copyOf(new StatementRules(input, quoted).findings());
    }

    static Finding open(String statement, String lacking) {
        return new Finding(statement, Verdict.UNDECIDED, lacking);
    }

    static Finding compare(String statement, Printed implied, Printed printed) {
        return new Finding(statement, Verdict.of(implied.agrees(printed)), implied + " against " + printed);
    }
}
