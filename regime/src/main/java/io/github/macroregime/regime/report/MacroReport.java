package io.github.macroregime.regime.report;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.section.Card;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.sheet.Sheet;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
        Map<Topic, MacroPart> parts = new EnumMap<>(Topic.class);
        Asked asked = new Asked(at, topics, parts);
        asked.read(Topic.MOVES, MovesPart::read);
        Optional<LiquidityPart> liquidity = asked.read(Topic.LIQUIDITY, LiquidityPart::read);
        Optional<GrowthPart> growth = asked.read(Topic.GROWTH_INFLATION, seen -> GrowthPart.read(seen, liquidity));
        asked.read(Topic.CURVE, CurvePart::read);
        asked.read(Topic.POLICY, PolicyPart::read);
        asked.read(Topic.CREDIT, CreditPart::read);
        asked.read(Topic.EQUITIES, EquitiesPart::read);
        asked.read(Topic.LEVELS, LevelsPart::read);
        asked.read(Topic.LOCKSTEP, LockstepPart::read);
        asked.read(Topic.SENSITIVITY, SensitivityPart::read);
        asked.read(Topic.PREMIUM, PremiumPart::read);
        asked.read(Topic.POSITIONING, PositioningPart::read);
        Optional<SkewPart> skew = asked.read(Topic.SKEW, SkewPart::read);
        Optional<StatesPart> states = asked.read(Topic.STATES, StatesPart::read);
        Optional<RewardPart> reward = asked.read(Topic.RISK_REWARD, seen -> RewardPart.read(seen, states));
        asked.read(Topic.CATALYSTS, CatalystPart::read);
        Optional<StrengthPart> strength = asked.read(Topic.STRENGTH, StrengthPart::read);
        for (Topic topic : SheetPart.TOPICS) {
            asked.read(topic, seen -> SheetPart.read(topic, seen));
        }
        asked.read(
                Topic.SYNTHESIS,
                seen -> SynthesisPart.of(
                        seen.all(MacroQuestion.AssetClass.class), growth, strength, reward, skew, seen.evidence()));
        return new MacroReport(
                date,
                options,
                List.copyOf(parts.values()),
                Turns.of(at, parts.values()),
                new ArrayList<>(new LinkedHashSet<>(at.gaps())),
                DayCharts.OfInputs.of(at, parts.keySet()));
    }

    /** Reads the parts that are asked for and keeps them in the order of their topics. */
    private record Asked(DayInputs at, Set<Topic> topics, Map<Topic, MacroPart> parts) {

        <P extends MacroPart> Optional<P> read(Topic topic, Function<DayInputs, Optional<P>> reader) {
            Optional<P> part = topics.contains(topic) ? made(topic, reader) : Optional.empty();
            part.ifPresent(each -> parts.put(topic, each));
            return part;
        }

        /** Numbers of which a part cannot be made leave it out and are named. */
        private <P extends MacroPart> Optional<P> made(Topic topic, Function<DayInputs, Optional<P>> reader) {
            try {
                return reader.apply(at);
            } catch (IllegalArgumentException e) {
                at.lacks(
                        "numbers that the part on " + topic.title().toLowerCase(Locale.ROOT) + " can be made of",
                        e.getMessage() + ": it is left out");
                return Optional.empty();
            }
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
        return gaps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        "gaps",
                        "What is missing",
                        List.of(),
                        List.of(new Table(
                                Table.columns("Absent", "Therefore"),
                                gaps.stream()
                                        .collect(Collectors.groupingBy(
                                                Gap::consequence,
                                                LinkedHashMap::new,
                                                Collectors.mapping(Gap::lacking, Collectors.toList())))
                                        .entrySet()
                                        .stream()
                                        .map(each -> List.of(Text.together(each.getValue()), each.getKey()))
                                        .toList())),
                        List.of(),
                        List.of()));
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
        List<MacroStatement> statements = statements();
        StringBuilder text = new StringBuilder(
                "Macro regime of " + date + ": " + statements.size() + " statements, " + gaps.size() + " gaps");
        for (MacroPart part : parts) {
            text.append("\n\n").append(part.topic().title());
            List<MacroStatement> said = statements(part.topic());
            if (said.isEmpty()) {
                part.section().lead().forEach(line -> text.append("\n  ").append(line));
            }
            for (MacroStatement each : said) {
                text.append("\n  ")
                        .append(each.subject())
                        .append(": ")
                        .append(each.sentence())
                        .append(" [")
                        .append(each.figure())
                        .append(", ")
                        .append(each.sample())
                        .append(", ")
                        .append(each.observed())
                        .append("]");
            }
        }
        if (!gaps.isEmpty()) {
            text.append("\n\nLacking");
            gaps.forEach(gap -> text.append("\n  ").append(gap));
        }
        return text.toString();
    }

    private Stream<CachedParts.Told> told() {
        return CachedParts.copyOf(parts).told().stream();
    }
}
