package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.EquitySheets;
import io.github.macroregime.regime.day.EventSheets;
import io.github.macroregime.regime.day.MarketSheets;
import io.github.macroregime.regime.day.ModelSheets;
import io.github.macroregime.regime.day.VolatilitySheets;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.sheet.Sheet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sheets of one topic: sectors, baskets, pairs, rates, implied volatility, events, levels or records.
 *
 * @param topic what they are about
 * @param sheets the sheets, at least one
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record SheetPart(Topic topic, List<Sheet> sheets, Map<String, Evidence> inputs) implements MacroPart {

    private static final String SYNTHETIC = " (SYNTHETIC)";

    static final List<Topic> TOPICS = List.of(
            Topic.SECTORS,
            Topic.BASKET,
            Topic.PAIRS,
            Topic.RATES,
            Topic.VOLATILITY,
            Topic.EVENT_MATRIX,
            Topic.DRIVERS,
            Topic.LADDER,
            Topic.RECORDS);

    public SheetPart {
        Require.components(SheetPart.class, topic, sheets, inputs);
        sheets = List.copyOf(sheets);
        inputs = Evidence.copyOf(inputs);
    }

    static Optional<SheetPart> read(Topic topic, DayInputs at) {
        List<Sheet> sheets = switch (topic) {
            case SECTORS -> EquitySheets.sectors(at);
            case BASKET -> EquitySheets.baskets(at);
            case PAIRS -> MarketSheets.pairs(at);
            case RATES -> MarketSheets.rates(at);
            case VOLATILITY -> VolatilitySheets.volatility(at);
            case EVENT_MATRIX -> EventSheets.events(at);
            case DRIVERS -> ModelSheets.drivers(at);
            case RECORDS -> ModelSheets.records(at);
            default -> MarketSheets.ladders(at);
        };
        return sheets.isEmpty() ? Optional.empty() : Optional.of(new SheetPart(topic, sheets, at.evidence()));
    }

    @Override
    public List<MacroStatement> statements() {
        return sheets.stream()
                .flatMap(sheet -> sheet.said().stream())
                .map(this::statement)
                .toList();
    }

    private MacroStatement statement(Sheet.Said said) {
        Evidence evidence = evidence(said.inputs());
        boolean isSynthetic =
                evidence.sources().stream().anyMatch(each -> each.provenance() == Source.Provenance.SYNTHETIC);
        return new MacroStatement(
                topic,
                said.subject() + (isSynthetic && !said.subject().contains(SYNTHETIC) ? SYNTHETIC : ""),
                said.state(),
                said.sentence(),
                new Figure(said.value(), said.unit()),
                said.definition(),
                Sample.of(said.n(), said.counted()),
                said.observed(),
                evidence);
    }

    @Override
    public Section section() {
        return new Section(
                topic.id(),
                topic.title(),
                all(sheets.stream().map(Sheet::lead)),
                all(sheets.stream().map(Sheet::tables)),
                all(sheets.stream().map(Sheet::charts)),
                all(sheets.stream().map(Sheet::notes)).stream().toList());
    }

    private static <T> List<T> all(Stream<List<T>> lists) {
        return lists.flatMap(Collection::stream).toList();
    }
}
