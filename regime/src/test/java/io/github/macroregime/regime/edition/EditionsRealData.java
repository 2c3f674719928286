package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Printed editions, where the folder exists: what is consistent in them by a person's judgement and by the rules. */
class EditionsRealData {

    private final List<EditionFile> files = EditionFile.all();

    private EditionCheck check(int i) {
        return EditionCheck.of(
                files.get(i).edition(),
                files.subList(0, i).stream().map(EditionFile::edition).toList());
    }

    private record Judged(String what, String expected, String said, boolean agrees) {
        @Override
        public String toString() {
            return what + " [" + expected + "] " + said;
        }
    }

    private static String statement(JsonNode automatic) {
        String meeting = automatic.path("meeting").asText();
        return switch (automatic.get("check").asText()) {
            case "sum of eleven contributions against the index" -> "the contributions sum to the index return";
            case "odds = step/25" -> "step / 25 bp = probability on " + meeting;
            case "rate - start = cumulative" -> "rate - start = cumulative on " + meeting;
            case "rate difference = step" -> "rate difference = step on " + meeting;
            case "start + cumulative = terminal" -> "start + cumulative = terminal";
            case "odds against implied rate: (start-rate)/25" -> "(start - rate) / 25 bp = probability";
            default -> throw new IllegalStateException(automatic.toString());
        };
    }

    private List<Judged> automatic() {
        List<Judged> all = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            List<Finding> findings = check(i).findings();
            for (JsonNode automatic : files.get(i).json().get("checks").get("automatic")) {
                if (automatic.has("within")) {
                    String statement = statement(automatic);
                    Optional<Finding> finding = findings.stream()
                            .filter(each -> each.statement().equals(statement))
                            .findFirst();
                    boolean within = automatic.get("within").asBoolean();
                    all.add(new Judged(
                            files.get(i).date() + " " + statement,
                            within ? "within" : "not within",
                            finding.map(Finding::toString).orElse("no finding"),
                            finding.isPresent() && (finding.get().verdict() == Verdict.CONSISTENT) == within));
                }
            }
        }
        return all;
    }

    @Test
    void automaticChecksAgree() {
        List<Judged> all = automatic();
        List<Judged> different = all.stream().filter(each -> !each.agrees()).toList();
        System.out.println(all.size() + " automatic, different " + different.size());
        different.forEach(System.out::println);
        assertThat(all).hasSize(139);
    }

    @Test
    void everythingElseThatIsFound() {
        for (int i = 0; i < files.size(); i++) {
            for (Finding finding : check(i).findings()) {
                if (finding.verdict() != Verdict.CONSISTENT) {
                    System.out.println(files.get(i).date() + " " + finding);
                }
            }
        }
    }
}
