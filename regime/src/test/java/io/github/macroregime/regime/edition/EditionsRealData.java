package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.regime.edition.JudgedStatements.Way;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static boolean agrees(String status, Verdict verdict) {
        return switch (status) {
            case "holds" -> verdict == Verdict.CONSISTENT;
            case "inconsistent" -> verdict == Verdict.INCONSISTENT;
            case "loose" -> verdict != Verdict.CONSISTENT;
            case "definition" -> verdict == Verdict.CONSISTENT || verdict == Verdict.CONDITIONAL;
            default -> throw new IllegalStateException(status);
        };
    }

    private Judged judge(int i, int place, Way way) {
        JsonNode statement = files.get(i).json().get("consistency").get(place);
        EditionCheck check = check(i);
        List<Finding> findings = new ArrayList<>();
        for (String name : way.findings()) {
            List<Finding> named = check.findings().stream()
                    .filter(each -> each.statement().equals(name))
                    .toList();
            assertThat(named).as(files.get(i).date() + " " + name).hasSize(1);
            findings.addAll(named);
        }
        way.claims().forEach(claim -> findings.add(check.check(claim)));
        Verdict verdict = Verdict.worst(findings.stream().map(Finding::verdict).toList());
        String status = statement.get("status").asText();
        return new Judged(
                files.get(i).date() + " " + place, status, verdict + " " + findings, agrees(status, verdict));
    }

    private List<Judged> statements() {
        Map<String, Way> ways = JudgedStatements.ways();
        List<Judged> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < files.size(); i++) {
            for (int place = 0; place < files.get(i).json().get("consistency").size(); place++) {
                String key = files.get(i).date().toString().substring("2025-".length()) + " " + place;
                assertThat(ways).containsKey(key);
                seen.add(key);
                if (ways.get(key).reason().isEmpty()) {
                    all.add(judge(i, place, ways.get(key)));
                }
            }
        }
        assertThat(seen).isEqualTo(ways.keySet());
        return all;
    }

    @Test
    void statementsAgree() {
        List<Judged> all = statements();
        List<Judged> different = all.stream().filter(each -> !each.agrees()).toList();
        System.out.println(all.size() + " statements, different " + different.size());
        different.forEach(System.out::println);
    }
}
