package io.github.macroregime.regime.report;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.MacroInput.Kind;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.outlook.ForwardProfile;
import io.github.macroregime.regime.report.MovesPart.Move;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reports put together from parts that say what they are told to. */
final class Parts {

    static final Evidence EVIDENCE = new Evidence(List.of(ByHand.HAND), ByHand.TUESDAY);

    private Parts() {}

    static MacroReport report(MacroPart... parts) {
        return new MacroReport(
                ByHand.TUESDAY, MacroOptions.withDefaults(), Arrays.asList(parts), List.of(), List.of(), Map.of());
    }

    static Map<String, Evidence> inputs(String... names) {
        Map<String, Evidence> inputs = new TreeMap<>();
        for (String name : names) {
            inputs.put(name, EVIDENCE);
        }
        return inputs;
    }

    static MovesPart moves(Move... moves) {
        return new MovesPart(
                List.of(moves), inputs(Arrays.stream(moves).map(Move::name).toArray(String[]::new)));
    }

    /** A return in percent, and how many deviations it was. */
    static Move moved(String name, Kind kind, double percent, double deviations) {
        return new Move(
                name, kind, ByHand.TUESDAY, Figure.ratio(100), Figure.percent(percent / 100), deviations, 252, 3);
    }

    /** A change in basis points, and how many deviations it was. */
    static Move changed(String name, Kind kind, double basisPoints, double deviations) {
        return new Move(
                name,
                kind,
                ByHand.TUESDAY,
                Figure.percent(0.04),
                Figure.basisPoints(Rate.ofBasisPoints(basisPoints)),
                deviations,
                252,
                3);
    }

    /** Outcomes over 21 closes: mean, its error, median and deciles in percent; the tail is twice the lower decile. */
    static ForwardProfile outcomes(int n, double mean, double error, double low, double median, double high) {
        return new ForwardProfile(
                21,
                n,
                Rate.ofPercent(mean),
                Rate.ofPercent(median),
                Rate.ofPercent(5),
                Rate.ofPercent(low),
                Rate.ofPercent(high),
                0.6,
                0,
                Rate.ofPercent(2 * low),
                Rate.ofPercent(2),
                Rate.ofPercent(1),
                Rate.ofPercent(error));
    }
}
