package io.github.macroregime.regime.sheet;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.ModelRecord;
import io.github.macroregime.regime.strategy.ModelRecord.Benchmark;
import io.github.macroregime.regime.strategy.ModelRecord.Edge;
import io.github.macroregime.regime.strategy.ModelRecord.Estimate;
import io.github.macroregime.regime.strategy.ModelRecord.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The whole record of every model, good or bad: against naive benchmarks, by side and calls, by era and regime.
 *
 * @param records one for each model and asset, at least one
 */
public record RecordSheet(List<ModelRecord> records) implements Sheet {

    private static final int ISO_MONTH = 7;

    public RecordSheet {
        Require.components(RecordSheet.class, records);
        records = List.copyOf(records);
        if (records.isEmpty()) {
            throw new IllegalArgumentException("records must have at least one but had none");
        }
    }

    /** The records by the name of their model, in the order of the first of each. */
    private Map<String, List<ModelRecord>> byModel() {
        return records.stream()
                .collect(Collectors.groupingBy(ModelRecord::model, LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public List<Said> said() {
        List<Said> said = new ArrayList<>();
        byModel().forEach((model, of) -> said.add(said(model, of)));
        return said;
    }

    private static Said said(String model, List<ModelRecord> of) {
        List<String> shown = assets(of, Edge.SHOWN);
        List<String> doubtful = assets(of, Edge.NOT_SHOWN);
        String state = shown.isEmpty() ? "no edge shown" : "an edge on " + shown.size() + " of " + of.size();
        return new Said(
                "Record of " + model,
                state,
                sentence(model, of, shown, doubtful),
                shown.size(),
                Unit.COUNT,
                "records with a Sharpe ratio after costs above zero and above the best of four naive benchmarks, both"
                        + " intervals above zero and a deflated ratio of 0.95 or more",
                of.size(),
                "records",
                of.stream()
                        .map(ModelRecord::last)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                of.stream().map(ModelRecord::asset).distinct().toList());
    }

    private static List<String> assets(List<ModelRecord> of, Edge edge) {
        return of.stream()
                .filter(each -> each.edge() == edge)
                .map(ModelRecord::asset)
                .toList();
    }

    private static String sentence(String model, List<ModelRecord> of, List<String> shown, List<String> doubtful) {
        long lost = of.stream()
                .filter(each -> !(each.earned().sharpe().value() > 0))
                .count();
        long behind = of.stream().filter(each -> each.edge() == Edge.NONE).count();
        return model.substring(0, 1).toUpperCase(Locale.ROOT) + model.substring(1) + ": after costs it lost on " + lost
                + " of " + of.size() + " assets and did not beat the best naive benchmark on " + behind
                + (doubtful.isEmpty() ? "" : ", a lead that may be chance on " + String.join(", ", doubtful))
                + (shown.isEmpty()
                        ? "; no edge is shown: it does not predict."
                        : "; more than chance explains on " + String.join(", ", shown) + ".");
    }

    @Override
    public List<String> lead() {
        return said().stream().map(Said::sentence).toList();
    }

    @Override
    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        byModel().forEach((model, of) -> {
            tables.add(benchmarks(model, of));
            tables.add(parts(model, of));
        });
        return tables;
    }

    private static Table benchmarks(String model, List<ModelRecord> of) {
        List<String> titles = new ArrayList<>(List.of("Asset", "Edge", "#Sharpe [90 %]"));
        List<Benchmark> naive = of.get(0).benchmarks();
        naive.forEach(each -> titles.add("#" + each.earned().name()));
        titles.addAll(List.of("#Lead over the best [90 %]", "#Deflated", "~#n", "~From"));
        return table(
                "Sharpe ratio of " + model + " beside naive benchmarks",
                titles,
                of,
                each -> Stream.of(
                        Stream.of(
                                Cells.lower(each.edge()), estimate(each.earned().sharpe())),
                        each.benchmarks().stream()
                                .map(one -> Cells.decimal(one.earned().sharpe().value(), 2)),
                        Stream.of(
                                estimate(each.best().lead()),
                                Cells.decimal(each.deflatedSharpe(), 2),
                                Integer.toString(each.n()),
                                each.first().toString())));
    }

    /** In each part the ratio of the model, and in brackets that of holding. */
    private static Table parts(String model, List<ModelRecord> of) {
        int eras = of.stream().mapToInt(each -> each.eras().size()).max().orElse(0);
        List<String> regimes = of.stream()
                .flatMap(each -> each.regimes().stream())
                .map(Part::name)
                .distinct()
                .sorted()
                .toList();
        List<String> titles = new ArrayList<>(List.of("Asset"));
        IntStream.rangeClosed(1, eras).forEach(era -> titles.add("#Era " + era + " (held)"));
        regimes.forEach(regime -> titles.add("#" + regime + " (held)"));
        titles.add("~Eras begin");
        return table(
                "Sharpe ratio of " + model + " by era and by momentum cycle",
                titles,
                of,
                each -> Stream.of(
                        IntStream.range(0, eras)
                                .mapToObj(era -> era < each.eras().size()
                                        ? part(Optional.of(each.eras().get(era)))
                                        : "-"),
                        regimes.stream()
                                .map(regime -> part(each.regimes().stream()
                                        .filter(one -> one.name().equals(regime))
                                        .findFirst())),
                        Stream.of(each.eras().stream()
                                .map(era -> era.name().substring(0, ISO_MONTH))
                                .collect(Collectors.joining(", ")))));
    }

    private static String part(Optional<Part> part) {
        return part.map(each -> Cells.decimal(each.sharpe(), 2) + " (" + Cells.decimal(each.held(), 2) + ")")
                .orElse("-");
    }

    private static String estimate(Estimate estimate) {
        return Cells.decimal(estimate.value(), 2) + " [" + Cells.decimal(estimate.low(), 2) + ", "
                + Cells.decimal(estimate.high(), 2) + "]";
    }

    private interface Row {
        Stream<Stream<String>> cells(ModelRecord record);
    }

    private static Table table(String title, List<String> titles, List<ModelRecord> of, Row row) {
        return new Table(
                title,
                Table.columns(titles.toArray(String[]::new)),
                of.stream()
                        .map(each -> Stream.concat(
                                        Stream.of(each.asset()), row.cells(each).flatMap(cells -> cells))
                                .toList())
                        .toList());
    }

    @Override
    public List<String> notes() {
        LocalDate last = records.stream()
                .map(ModelRecord::last)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Evaluation protocol = records.get(0).protocol();
        return List.of(NumberText.of(
                "Until %s, the end of the month before. A score decided at a close is traded at the next at a cost of"
                        + " %.2f %%; benchmarks are traded over the same days at the same cost. Intervals hold nine draws"
                        + " in ten of %d circular block bootstraps of %d days. The deflated ratio is the probability that"
                        + " the true ratio is above what luck shows among the variants tried, %d. Regimes are the asset's"
                        + " own momentum cycle as known the day before; eras are thirds of the time. A yield is traded as"
                        + " a note of constant duration. Calls, sides, costs and turnover stand in the JSON.",
                last, protocol.cost().percent(), protocol.draws(), protocol.block(), protocol.variantsTried()));
    }

    /** The verdict on each record. */
    @Override
    public String toString() {
        return records.stream()
                .map(each -> each.model() + " on " + each.asset() + ": " + each.verdict())
                .collect(Collectors.joining("\n"));
    }
}
