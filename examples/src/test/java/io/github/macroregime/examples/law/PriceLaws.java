package io.github.macroregime.examples.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.unit.Unit;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A price of zero or below is refused with its place and its value, or counts as one that was not observed, in every
 * public function on series that is not listed as taking any level. The modules core and rates know no prices of assets.
 */
class PriceLaws {

    private static final double[] NO_PRICES = {0.0, -1.0};

    /** First letters of signatures that take any level, each with its reason, and of which every one must be needed. */
    private static final Map<String, String> ANY_LEVEL = new LinkedHashMap<>();

    private final Set<String> used = new TreeSet<>();

    static {
        PublicApi.lines(PriceLaws.class, "prices.txt").forEach(line -> {
            String[] halves = line.split("\\s*\\|\\s*", 2);
            assertThat(halves).as(line).hasSize(2);
            ANY_LEVEL.put(halves[0], halves[1]);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"credit", "equities", "regime"})
    void whatIsNoPriceIsRefusedByNameOrCountsAsMissing(String module) {
        Classification table = Classification.of(module + ".txt");
        List<String> faults = new ArrayList<>();
        for (Method function : PublicApi.functions(PublicApiLaws.classes(module))) {
            Classification.Row row = table.of(function).orElseThrow();
            if (row.kind() != Kind.VECTOR && row.kind() != Kind.CHECK) {
                Call.of(function, row, Samples.all()).stream()
                        .limit(1)
                        .filter(call -> call.scene().units().contains(Unit.PRICE))
                        .forEach(call -> faults.addAll(faults(call, PublicApi.signature(function))));
            }
        }
        assertThat(faults).isEmpty();
        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(ANY_LEVEL.keySet().stream()
                        .filter(each -> each.startsWith(module + "."))
                        .toList());
    }

    private List<String> faults(Call call, String signature) {
        int place = call.scene().length() / 2;
        List<String> faults = new ArrayList<>();
        for (int column = 0; column < call.columns(); column++) {
            for (double price : NO_PRICES) {
                String fault = fault(call, column, place, price);
                if (!fault.isEmpty() && !isExcused(signature)) {
                    faults.add(signature + " column " + column + " at " + price + " " + fault);
                }
            }
        }
        return faults;
    }

    private boolean isExcused(String signature) {
        return ANY_LEVEL.keySet().stream()
                .filter(signature::startsWith)
                .peek(used::add)
                .findFirst()
                .isPresent();
    }

    private static String fault(Call call, int column, int place, double price) {
        try {
            String answer =
                    Answer.of(call.on(call.scene().with(column, place, price))).text();
            return answer.equals(missing(call, column, place)) ? "" : "is taken";
        } catch (IllegalArgumentException e) {
            String places = place + "|" + call.scene().dates().get(place);
            return e.getMessage().matches("(?s).*\\b(" + places + ")\\b.*")
                            && e.getMessage().contains(Double.toString(price))
                    ? ""
                    : "is refused without saying so: " + e.getMessage();
        } catch (RuntimeException e) {
            return "throws " + e;
        }
    }

    private static String missing(Call call, int column, int place) {
        try {
            return Answer.of(call.on(call.scene().with(column, place, Double.NaN)))
                    .text();
        } catch (IllegalArgumentException refused) {
            return "refused";
        }
    }
}
