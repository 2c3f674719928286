package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.regime.edition.JudgedStatements.Way;
import io.github.macroregime.regime.edition.PrintedEdition.Change;
import io.github.macroregime.regime.edition.PrintedEdition.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Printed editions, where the folder exists: what is consistent in them by a person's judgement and by the rules. */
class EditionsRealData {

    private static final List<EditionFile> FILES = new ArrayList<>();
    private static final List<EditionCheck> CHECKS = new ArrayList<>();
    private static final List<List<Finding>> FINDINGS = new ArrayList<>();

    @BeforeAll
    static void read() {
        List<PrintedEdition> earlier = new ArrayList<>();
        for (EditionFile file : EditionFile.all()) {
            EditionCheck check = EditionCheck.of(file.edition(), earlier);
            FILES.add(file);
            CHECKS.add(check);
            FINDINGS.add(check.findings());
            earlier.add(file.edition());
        }
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
        for (int i = 0; i < FILES.size(); i++) {
            List<Finding> findings = FINDINGS.get(i);
            for (JsonNode automatic : FILES.get(i).json().get("checks").get("automatic")) {
                if (automatic.has("within")) {
                    String statement = statement(automatic);
                    Optional<Finding> finding = findings.stream()
                            .filter(each -> each.statement().equals(statement))
                            .findFirst();
                    boolean within = automatic.get("within").asBoolean();
                    all.add(new Judged(
                            FILES.get(i).date() + " " + statement,
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

        assertThat(all).hasSize(139);
        assertThat(different(all)).containsExactly("2025-06-16 step / 25 bp = probability on 2025-09-17");
    }

    private static List<String> different(List<Judged> all) {
        return all.stream().filter(each -> !each.agrees()).map(Judged::what).toList();
    }

    @Test
    void incompleteSumsAreTheSame() {
        int incomplete = 0;
        for (EditionFile file : FILES) {
            for (JsonNode automatic : file.json().get("checks").get("automatic")) {
                if (automatic.has("residual")) {
                    incomplete++;
                    List<Printed> numbers = file.edition().contributions().entrySet().stream()
                            .filter(each -> file.json()
                                    .get("sector_contributions_pp")
                                    .get(each.getKey())
                                    .isNumber())
                            .map(Map.Entry::getValue)
                            .toList();
                    assertThat(numbers).hasSize(automatic.get("printed").asInt());
                    assertThat(Printed.sum(numbers).value())
                            .isEqualTo(automatic.get("sum_pp").asDouble());
                }
            }
        }
        assertThat(incomplete).isEqualTo(22);
    }

    /** Whatever the rules call inconsistent is judged above: nothing else is. */
    @Test
    void nothingElseIsCalledInconsistent() {
        Set<String> named = new HashSet<>();
        automatic().stream()
                .filter(each -> each.expected().equals("not within"))
                .forEach(each -> named.add(each.what()));
        JudgedStatements.ways()
                .forEach((key, way) -> way.findings().forEach(each -> named.add(dated(key) + " " + each)));
        List<String> alone = new ArrayList<>();
        int all = 0;
        for (int i = 0; i < FILES.size(); i++) {
            for (Finding finding : FINDINGS.get(i)) {
                String key = FILES.get(i).date() + " " + finding.statement();
                all++;
                if (finding.verdict() == Verdict.INCONSISTENT && !named.contains(key)) {
                    alone.add(key);
                }
            }
        }
        assertThat(alone).isEmpty();
        assertThat(all).isEqualTo(313);
    }

    private static String dated(String key) {
        return "2025-" + key.substring(0, key.indexOf(' '));
    }

    @Test
    void consecutiveEditionsChangeAsTheFilesSay() {
        int pairs = 0;
        List<String> otherHorizons = new ArrayList<>();
        for (int i = 1; i < FILES.size(); i++) {
            PrintedEdition first = FILES.get(i - 1).edition();
            PrintedEdition second = FILES.get(i).edition();
            if (!EditionCheck.followsAt(first, second)) {
                continue;
            }
            pairs++;
            List<Change> changes = second.since(first);
            double spread = FILES.get(i)
                    .json()
                    .at("/ig_spread_bp/change_from_previous_edition/change_bp")
                    .asDouble();
            assertThat(change(changes, Quantity.SPREAD).orElseThrow().value()).isCloseTo(spread, within(0.005 + 1e-9));
            changes.stream()
                    .filter(each -> !each.sameHorizon())
                    .forEach(each -> otherHorizons.add(second.date() + " " + each.quantity()));
            assertThat(changes)
                    .allMatch(each -> each.sameHorizon() == each.change().isPresent());
        }
        assertThat(pairs).isEqualTo(43);
        assertThat(otherHorizons)
                .containsExactly(
                        "2025-04-04 priced change",
                        "2025-04-07 priced change",
                        "2025-07-25 priced change",
                        "2025-07-25 terminal rate",
                        "2025-07-29 priced change",
                        "2025-07-29 terminal rate",
                        "2025-07-30 priced change",
                        "2025-07-30 terminal rate");
    }

    private static Optional<Printed> change(List<Change> changes, Quantity quantity) {
        return changes.stream()
                .filter(each -> each.quantity() == quantity)
                .findFirst()
                .flatMap(Change::change);
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
        JsonNode statement = FILES.get(i).json().get("consistency").get(place);
        List<Finding> findings = new ArrayList<>();
        for (String name : way.findings()) {
            List<Finding> named = FINDINGS.get(i).stream()
                    .filter(each -> each.statement().equals(name))
                    .toList();
            assertThat(named).as(FILES.get(i).date() + " " + name).hasSize(1);
            findings.addAll(named);
        }
        way.claims().forEach(claim -> findings.add(CHECKS.get(i).check(claim)));
        Verdict verdict = Verdict.worst(findings.stream().map(Finding::verdict).toList());
        String status = statement.get("status").asText();
        return new Judged(FILES.get(i).date() + " " + place, status, verdict + " " + findings, agrees(status, verdict));
    }

    private List<Judged> statements() {
        Map<String, Way> ways = JudgedStatements.ways();
        List<Judged> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < FILES.size(); i++) {
            for (int place = 0; place < FILES.get(i).json().get("consistency").size(); place++) {
                String key = FILES.get(i).date().toString().substring("2025-".length()) + " " + place;
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

        assertThat(all).hasSize(117);
        assertThat(different(all))
                .containsExactly(
                        "2025-04-03 1",
                        "2025-04-03 2",
                        "2025-04-04 0",
                        "2025-07-01 2",
                        "2025-07-24 4",
                        "2025-07-25 2",
                        "2025-07-29 2",
                        "2025-09-12 0",
                        "2025-10-07 1");
    }

    /** Of 139 automatic checks and 117 statements 246 agree; of the statements alone 108, or 92.3 %. */
    @Test
    void agreementIsAboveNinetyFivePercent() {
        List<Judged> all = new ArrayList<>(automatic());
        all.addAll(statements());
        long falseAlarms = all.stream()
                .filter(each -> !each.agrees() && List.of("holds", "within").contains(each.expected()))
                .count();
        long misses = all.stream()
                .filter(each ->
                        !each.agrees() && List.of("inconsistent", "not within").contains(each.expected()))
                .count();

        assertThat(1 - (double) different(all).size() / all.size()).isCloseTo(246.0 / 256, within(1e-12));
        assertThat(falseAlarms).isEqualTo(6);
        assertThat(misses).isEqualTo(1);
    }
}
