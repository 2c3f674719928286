package io.github.macroregime.regime.report;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.regime.day.Asked;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.section.Card;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.sheet.Sheet;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The macro regime of one date: every part that the inputs allow, what each says, and what is lacking.
 *
 * <p>Every statement holds its number with the unit, its definition and its sample. Nothing after the date is used:
 * cutting the inputs at the date changes no bit.
 *
 * @param date the date at which one looks
 * @param options over what the parts were judged
 * @param parts the parts in the order of their topics
 * @param turns the last turn of each state of which a past is known, if it lies at most a month back: the state that had
 *     held longest first, those of the strength board behind the others
 * @param gaps what the inputs lack
 * @param histories what is drawn of the inputs themselves, such as net liquidity over two years
 */
public record MacroReport(
        LocalDate date,
        MacroOptions options,
        List<MacroPart> parts,
        List<MacroChange.Turn> turns,
        List<Gap> gaps,
        Map<Topic, List<Chart>> histories)
        implements Serializable {

    public MacroReport {
        Require.components(MacroReport.class, date, options, parts, turns, gaps, histories);
        parts = CachedParts.copyOf(parts);
        turns = List.copyOf(turns);
        gaps = List.copyOf(gaps);
        Map<Topic, List<Chart>> inOrder = new EnumMap<>(Topic.class);
        histories.forEach((topic, charts) -> inOrder.put(topic, List.copyOf(charts)));
        histories = Collections.unmodifiableMap(inOrder);
    }

    /**
     * The report of a date with the usual windows.
     *
     * @param inputs what there is; each part is optional
     * @param date the date at which one looks
     * @return the report
     */
    public static MacroReport of(MacroInputs inputs, LocalDate date) {
        return of(inputs, date, MacroOptions.withDefaults());
    }

    /**
     * The report of a date.
     *
     * <p><b>Missing</b>: a part that cannot be made, or of which a number is not allowed, is left out and named among the
     * gaps. <b>Cost</b>: that of the
     * parts; fitting states is the largest.
     *
     * @param inputs what there is; each part is optional
     * @param date the date at which one looks; nothing dated or published after it is used
     * @param options over what the parts are judged
     * @return the report
     */
    public static MacroReport of(MacroInputs inputs, LocalDate date, MacroOptions options) {
        return of(inputs, date, options, EnumSet.allOf(Topic.class));
    }

    /**
     * The report of a date on some topics alone; the others cost nothing and are no gaps.
     *
     * @param inputs what there is; each part is optional
     * @param date the date at which one looks; nothing dated or published after it is used
     * @param options over what the parts are judged
     * @param topics what is asked for
     * @return the report; a part that sees another, such as growth beside liquidity, sees it only if that is asked for too
     */
    public static MacroReport of(MacroInputs inputs, LocalDate date, MacroOptions options, Set<Topic> topics) {
        return of(inputs, date, options, topics, Histories.shared());
    }

    /**
     * The report of one of many days, bit for bit that which the day alone would have.
     *
     * @param inputs what there is; each part is optional
     * @param date the date at which one looks; nothing dated or published after it is used
     * @param options over what the parts are judged
     * @param topics what is asked for
     * @param histories what the reports of the days share
     * @return the report
     */
    public static MacroReport of(
            MacroInputs inputs, LocalDate date, MacroOptions options, Set<Topic> topics, Histories histories) {
        DayInputs at = new DayInputs(inputs, date, options, histories);
        Reading reading = new Reading(at, topics);
        reading.askAll();
        List<MacroChange.Turn> turns = reading.turns();
        Map<Topic, MacroPart> parts = reading.parts();
        parts.replaceAll((topic, part) -> part instanceof StrengthPart strength ? strength.searched() : part);
        return new MacroReport(
                date,
                options,
                List.copyOf(parts.values()),
                turns,
                new ArrayList<>(new LinkedHashSet<>(at.gaps())),
                DayCharts.OfInputs.of(at, parts.keySet()));
    }

    /**
     * What the report of one of many days says, without its turns and charts, which take about a fifth of
     * the time.
     *
     * <pre>{@code
     * List<MacroStatement> said = MacroReport.statementsOf(
     *         MacroInputs.of(),
     *         LocalDate.of(2025, 7, 22),
     *         MacroOptions.withDefaults(),
     *         Set.of(Topic.CURVE),
     *         Histories.shared());
     * }</pre>
     *
     * @param inputs what there is; each part is optional
     * @param date the date at which one looks; nothing dated or published after it is used
     * @param options over what the parts are judged
     * @param topics what is asked for
     * @param histories what the days share
     * @return the {@linkplain #statements() statements} of that report
     */
    public static List<MacroStatement> statementsOf(
            MacroInputs inputs, LocalDate date, MacroOptions options, Set<Topic> topics, Histories histories) {
        Reading reading = new Reading(new DayInputs(inputs, date, options, histories), topics);
        reading.askAll();
        var unused = histories.all(reading.readers().toList());
        return reading.parts().values().stream()
                .flatMap(part -> part.statements().stream())
                .toList();
    }

    /** The parts of a day, each read by the thread that first asks for it; none sees one that is asked for after it. */
    private record Reading(DayInputs at, Set<Topic> topics, List<Asked<? extends MacroPart>> asked) {

        private Reading(DayInputs at, Set<Topic> topics) {
            this(at, topics, new ArrayList<>());
        }

        private void askAll() {
            ask(Topic.MOVES, MovesPart::read);
            Asked<LiquidityPart> liquidity = ask(Topic.LIQUIDITY, LiquidityPart::read);
            Asked<GrowthPart> growth = ask(Topic.GROWTH_INFLATION, seen -> GrowthPart.read(seen, liquidity.part()));
            ask(Topic.CURVE, CurvePart::read);
            ask(Topic.POLICY, PolicyPart::read);
            ask(Topic.CREDIT, CreditPart::read);
            ask(Topic.EQUITIES, EquitiesPart::read);
            ask(Topic.LEVELS, LevelsPart::read);
            ask(Topic.LOCKSTEP, LockstepPart::read);
            ask(Topic.SENSITIVITY, SensitivityPart::read);
            ask(Topic.PREMIUM, PremiumPart::read);
            ask(Topic.POSITIONING, PositioningPart::read);
            Asked<SkewPart> skew = ask(Topic.SKEW, SkewPart::read);
            Asked<StatesPart> states = ask(Topic.STATES, StatesPart::read);
            Asked<RewardPart> reward = ask(Topic.RISK_REWARD, seen -> RewardPart.read(seen, states.part()));
            ask(Topic.CATALYSTS, CatalystPart::read);
            Asked<StrengthPart> strength = ask(Topic.STRENGTH, StrengthPart::read);
            SheetPart.TOPICS.stream()
                    .filter(topic -> topic != Topic.RECORDS)
                    .forEach(topic -> ask(topic, seen -> SheetPart.read(topic, seen)));
            List<Asked<? extends MacroPart>> trying = List.copyOf(asked);
            ask(Topic.RECORDS, seen -> {
                trying.forEach(each -> seen.add(each.done()));
                return SheetPart.read(Topic.RECORDS, seen);
            });
            ask(
                    Topic.SYNTHESIS,
                    seen -> SynthesisPart.of(
                            seen.all(MacroQuestion.AssetClass.class),
                            growth.part(),
                            strength.part(),
                            reward.part(),
                            skew.part(),
                            seen.evidence()));
        }

        private <P extends MacroPart> Asked<P> ask(Topic topic, Function<DayInputs, Optional<P>> reader) {
            Asked<P> one =
                    new Asked<>(topic.title(), at.apart(), topics.contains(topic) ? reader : seen -> Optional.empty());
            asked.add(one);
            return one;
        }

        private Stream<Supplier<List<MacroChange.Turn>>> readers() {
            return asked.stream().map(each -> () -> {
                var unused = each.part();
                return List.of();
            });
        }

        /** Each part that the inputs allow, in the order of the topics. */
        private Map<Topic, MacroPart> parts() {
            Map<Topic, MacroPart> parts = new EnumMap<>(Topic.class);
            asked.forEach(each -> each.part().ifPresent(part -> parts.put(part.topic(), part)));
            return parts;
        }

        /** Reads every part and finds the turns of its states. */
        private List<MacroChange.Turn> turns() {
            Stream<Supplier<List<MacroChange.Turn>>> turns = asked.stream()
                    .map(each -> () ->
                            each.part().map(part -> Turns.of(at.apart(), part)).orElse(List.of()));
            List<List<MacroChange.Turn>> found =
                    at.histories().all(Stream.concat(readers(), turns).toList());
            asked.forEach(each -> at.add(each.done()));
            return Turns.ranked(found.stream().flatMap(List::stream));
        }
    }

    /**
     * The same with the parts of some topics alone.
     *
     * @param topics what is kept
     * @return the smaller report with the same gaps
     */
    public MacroReport only(Set<Topic> topics) {
        return new MacroReport(
                date,
                options,
                CachedParts.copyOf(parts).only(topics),
                turns.stream().filter(turn -> topics.contains(turn.topic())).toList(),
                gaps,
                histories.entrySet().stream()
                        .filter(each -> topics.contains(each.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * A part with its readings.
     *
     * @param <P> which part
     * @param kind which part, for example {@code CurvePart.class}
     * @return the part, empty if the inputs did not allow it
     */
    public <P extends MacroPart> Optional<P> part(Class<P> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /**
     * The sheets of a kind.
     *
     * @param <S> which sheet
     * @param kind which sheet, for example {@code BasketSheet.class}
     * @return each of them, none if the inputs did not allow it
     */
    public <S extends Sheet> List<S> sheets(Class<S> kind) {
        return parts.stream()
                .filter(SheetPart.class::isInstance)
                .flatMap(part -> ((SheetPart) part).sheets().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /**
     * Everything the report says.
     *
     * @return the statements in the order of their topics
     */
    public List<MacroStatement> statements() {
        return told().flatMap(part -> part.statements().stream()).toList();
    }

    /**
     * What the report says about a topic.
     *
     * @param topic any topic
     * @return its statements, none if the inputs did not allow it
     */
    public List<MacroStatement> statements(Topic topic) {
        return told().filter(each -> each.part().topic() == topic)
                .flatMap(each -> each.statements().stream())
                .toList();
    }

    /**
     * One statement.
     *
     * @param topic what it is about
     * @param subject what of it
     * @return the statement, empty if the report does not make it
     */
    public Optional<MacroStatement> statement(Topic topic, String subject) {
        return statements(topic).stream()
                .filter(statement -> statement.subject().equals(subject))
                .findFirst();
    }

    /**
     * The facts of the day at a glance: index, policy, credit, quadrant, leader and laggard, claims.
     *
     * @param findings what was found of the claims that are printed beside the report
     * @return up to six cards; what the report lacks has none
     */
    public List<Card> cards(List<Finding> findings) {
        return DayCards.of(this, findings);
    }

    /**
     * The same with more that is lacking.
     *
     * @param more what is lacking before the inputs are looked at, such as files of a folder
     * @return the report with these gaps before its own, each once
     */
    public MacroReport withGaps(List<Gap> more) {
        return new MacroReport(
                date,
                options,
                parts,
                turns,
                Stream.concat(more.stream(), gaps.stream()).distinct().toList(),
                histories);
    }

    /**
     * What the inputs of the day come from.
     *
     * @return the sources, each once
     */
    public List<Source> sources() {
        return parts.stream()
                .flatMap(part -> part.inputs().values().stream())
                .flatMap(evidence -> evidence.sources().stream())
                .distinct()
                .toList();
    }

    /**
     * Whether any number of the report rests on an invented one.
     *
     * @return true if the source of an input is synthetic
     */
    public boolean isSynthetic() {
        return sources().stream().anyMatch(source -> source.provenance() == Source.Provenance.SYNTHETIC);
    }

    /**
     * Each part as it is shown.
     *
     * @return one section for each part, in their order
     */
    public List<Section> sections() {
        return sections(List.of());
    }

    /**
     * Each part as it is shown, the policy path beside earlier ones.
     *
     * @param earlier reports of earlier dates, the latest first
     * @return one section for each part, in their order
     */
    public List<Section> sections(List<MacroReport> earlier) {
        return CachedParts.copyOf(parts).sections(this, earlier);
    }

    /**
     * What is lacking, as it is shown.
     *
     * @return a table of the gaps, empty if there is none
     */
    public Optional<Section> gapSection() {
        return gaps.isEmpty() ? Optional.empty() : Optional.of(CachedParts.section(gaps));
    }

    /**
     * What changed since an earlier report.
     *
     * @param earlier a report of the same inputs on an earlier date
     * @return which statements turned or moved, by how much, what appeared and what vanished
     * @throws IllegalArgumentException if the earlier one lies after this
     */
    public MacroChange since(MacroReport earlier) {
        return MacroChange.between(earlier, this);
    }

    /** Each topic with its statements, and the gaps. */
    @Override
    public String toString() {
        return CachedParts.text(this);
    }

    private Stream<CachedParts.Told> told() {
        return CachedParts.copyOf(parts).told().stream();
    }
}
