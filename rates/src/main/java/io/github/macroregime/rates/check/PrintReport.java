package io.github.macroregime.rates.check;

import io.github.macroregime.rates.meeting.Meeting;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the check of printed figures found.
 *
 * @param findings one line for each thing looked at
 * @param unmentioned the meetings of which the statement says nothing by themselves
 */
public record PrintReport(List<PrintFinding> findings, List<Meeting> unmentioned) implements Serializable {

    public PrintReport {
        findings = List.copyOf(findings);
        unmentioned = List.copyOf(unmentioned);
    }

    /**
     * The worst verdict of all findings.
     *
     * @return consistent if there is no finding
     */
    public PrintFinding.Verdict verdict() {
        return findings.stream()
                .map(PrintFinding::verdict)
                .max(Comparator.naturalOrder())
                .orElse(PrintFinding.Verdict.CONSISTENT);
    }

    /**
     * The first finding about a subject.
     *
     * @param subject what was looked at
     * @return the finding, or nothing if the statement did not touch it
     */
    public Optional<PrintFinding> finding(PrintFinding.Subject subject) {
        return findings.stream().filter(one -> one.subject() == subject).findFirst();
    }

    /** One line for each finding. */
    @Override
    public String toString() {
        return verdict() + findings.stream().map(one -> "\n  " + one).collect(Collectors.joining());
    }
}
