package io.github.macroregime.regime.edition;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.SerialForm;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.folder.TrackerInput.EditionFigures;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.page.Page;
import io.github.macroregime.regime.report.DaySummary;
import io.github.macroregime.regime.report.MacroChange;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.report.PolicyPart;
import io.github.macroregime.regime.report.Topic;
import io.github.macroregime.regime.section.Card;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The edition of one day: the figures that are printed with it, the report, and which printed sentences agree with both.
 *
 * <p>What a folder lacks is named in the report and never invented; where a number is synthetic or reconstructed, the
 * report carries that word along.
 *
 * @param printed the title and the figures that stand alone
 * @param report the report of the day, with everything that is lacking
 * @param earlier the report that it is compared with: of an edition that is asked for, else of the business day before on
 *     what a day changes; empty for no comparison
 * @param checks the sentences that were checked
 */
public record Edition(EditionFigures printed, MacroReport report, Optional<MacroReport> earlier, List<Finding> checks)
        implements Serializable {

    /** What is compared with the business day before: what a day changes, without what is fitted over years. */
    private static final Set<Topic> DAILY = EnumSet.of(
            Topic.EQUITIES,
            Topic.LEVELS,
            Topic.CREDIT,
            Topic.POLICY,
            Topic.GROWTH_INFLATION,
            Topic.LIQUIDITY,
            Topic.CURVE);

    public Edition {
        Require.components(Edition.class, printed, report, earlier, checks);
        checks = List.copyOf(checks);
    }

    /**
     * The edition of a folder.
     *
     * @param folder the folder
     * @param date the day, or empty to take the date that {@code edition.csv} states
     * @return the edition
     * @throws IllegalArgumentException as for {@link TrackerFolder#read(Path, Optional)}
     */
    public static Edition read(Path folder, Optional<LocalDate> date) {
        return of(TrackerFolder.read(folder, date));
    }

    /**
     * The edition of what a folder holds, beside the business day before as the same inputs show it.
     *
     * <p><b>Missing</b>: an absent file or series leaves its part out and is named among the gaps.
     *
     * @param input what the folder holds
     * @return the edition
     */
    public static Edition of(TrackerInput input) {
        return of(input, Histories.shared());
    }

    /**
     * The edition of one of many days.
     *
     * @param input what the folder holds
     * @param histories what the reports of the days share
     * @return the edition, bit for bit that which the day alone would have
     */
    public static Edition of(TrackerInput input, Histories histories) {
        MacroInputs inputs = input.inputs();
        LocalDate date = input.figures().date();
        MacroOptions options = MacroOptions.withDefaults();
        List<MacroReport> reports = histories.all(List.of(
                () -> MacroReport.of(inputs, date, options, EnumSet.allOf(Topic.class), histories),
                () -> MacroReport.of(inputs, input.dayBefore(), options, DAILY, histories)));
        MacroReport report = reports.get(0).withGaps(gaps(input));
        Optional<RatesInput.Path> path = report.part(PolicyPart.class).flatMap(PolicyPart::path);
        List<Finding> checks =
                EditionCheck.of(input, path.map(each -> each.path().path()));
        return new Edition(
                input.figures(),
                report,
                Optional.of(reports.get(1)).filter(each -> !each.parts().isEmpty()),
                checks);
    }

    private static List<Gap> gaps(TrackerInput input) {
        List<Gap> gaps = new ArrayList<>(input.gaps());
        if (input.sectors().isEmpty() && input.members().isEmpty()) {
            gaps.add(new Gap("sectors.csv", "contributions, implied weights and their residual are left out"));
        }
        if (!input.sectors().isEmpty() && input.figures().indexReturn().isEmpty()) {
            gaps.add(new Gap("the item index_return of edition.csv", "contributions cannot be reconciled"));
        }
        if (input.printedDay().isPresent() && input.members().isPresent()) {
            gaps.add(new Gap("a use for weights.csv", "the printed contributions of sectors.csv are shown"));
        }
        if (input.statements().isEmpty()) {
            gaps.add(new Gap("statements.csv", "no printed sentence is checked"));
        }
        return gaps;
    }

    /**
     * The day.
     *
     * @return the date of the report
     */
    public LocalDate date() {
        return report.date();
    }

    /**
     * The title.
     *
     * @return as printed, else one that names the day
     */
    public String title() {
        return printed.title();
    }

    /**
     * The same beside an earlier edition.
     *
     * @param before the edition it is compared with
     * @return this edition with the report of the other as the earlier one
     * @throws IllegalArgumentException if the other is not of an earlier day
     */
    public Edition against(Edition before) {
        if (!before.date().isBefore(date())) {
            throw new IllegalArgumentException("before must lie before " + date() + " but was of " + before.date());
        }
        return new Edition(printed, report, Optional.of(before.report), checks);
    }

    /**
     * The day in at most ten lines.
     *
     * @return the summary of the report beside the earlier one and the checks
     */
    public DaySummary summary() {
        return DaySummary.of(report, earlier, checks);
    }

    /**
     * What changed since the earlier report. Beside the business day before only what both say is compared.
     *
     * @return the change, empty where none is known
     */
    public Optional<MacroChange> change() {
        Set<Topic> compared = EnumSet.copyOf(DAILY);
        compared.addAll(EnumSet.of(Topic.MOVES, Topic.STATES, Topic.STRENGTH));
        return earlier.map(before -> before.parts().stream().allMatch(part -> DAILY.contains(part.topic()))
                ? report.only(compared).since(before).withoutUnpaired()
                : report.since(before));
    }

    /**
     * What stands above the sections.
     *
     * @return the day, the hour and the sources of the figures in one line, and whether any history is invented
     */
    public List<String> head() {
        List<String> head = new ArrayList<>(List.of("Day of the figures: " + date() + ", as known at "
                + report.options().hour() + " in New York." + sources()));
        if (report.isSynthetic()) {
            head.add("Price and spread histories are SYNTHETIC and marked where they are used.");
        }
        return head;
    }

    /** Publishers with the number of their series, series that are known by their id, and how many other sources there are. */
    private String sources() {
        Map<String, Integer> publishers = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        int others = 0;
        for (Source source : report.sources()) {
            if (source.name().matches("\\p{Lu}.* .*")) {
                publishers.merge(source.name().split("[ ,]", 2)[0], 1, Integer::sum);
            } else if (source.name().matches("[A-Z0-9]+")) {
                ids.add(source.name());
            } else {
                others++;
            }
        }
        List<String> texts = new ArrayList<>();
        publishers.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(each -> texts.add(each.getKey() + " (" + each.getValue() + ")"));
        if (!ids.isEmpty()) {
            texts.add(ids.size() + " series by id such as " + ids.get(0));
        }
        if (others > 0) {
            texts.add(others + (texts.isEmpty() ? "" : " other") + " sources");
        }
        return texts.isEmpty() ? "" : " Sources: " + String.join(", ", texts) + ".";
    }

    /**
     * The facts of the day at a glance.
     *
     * @return up to six cards
     */
    public List<Card> cards() {
        return report.cards(checks);
    }

    /**
     * Everything that is shown, in this order: the day, what changed, the parts, the checks, what is missing.
     *
     * @return the sections
     */
    public List<Section> sections() {
        return sections(summary(), change());
    }

    List<Section> sections(DaySummary summary, Optional<MacroChange> change) {
        List<Section> sections = new ArrayList<>();
        if (!summary.lines().isEmpty()) {
            sections.add(summary.section());
        }
        change.map(MacroChange::section).ifPresent(changed -> addOnOneScreen(sections, changed));
        sections.addAll(report.sections(earlier.stream().toList()));
        if (!checks.isEmpty()) {
            sections.add(checkSection());
        }
        report.gapSection().ifPresent(sections::add);
        return sections;
    }

    /** What changed directly below the lines of the day, whose notes then stand below both. */
    private static void addOnOneScreen(List<Section> sections, Section changed) {
        List<String> notes = new ArrayList<>();
        sections.replaceAll(day -> {
            notes.addAll(day.notes());
            return withNotes(day, List.of());
        });
        notes.addAll(changed.notes());
        sections.add(withNotes(changed, notes));
    }

    private static Section withNotes(Section section, List<String> notes) {
        return new Section(section.id(), section.title(), section.lead(), section.tables(), section.charts(), notes);
    }

    /**
     * The edition as one self-contained HTML file: no script, no request to anywhere.
     *
     * @return the file; every text is escaped
     */
    public String html() {
        return Page.html(title(), head(), cards(), sections());
    }

    /**
     * The edition as JSON, with the numbers behind every figure.
     *
     * @return an object that satisfies {@link #jsonSchema}
     */
    public String json() {
        return EditionJson.render(this);
    }

    /**
     * What the JSON of every edition satisfies.
     *
     * @return a JSON Schema of the draft of 2020-12
     */
    public static String jsonSchema() {
        return EditionJson.schema();
    }

    /** The title, what the figures are of, and the day in at most ten lines. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(title());
        head().forEach(line -> text.append('\n').append(line));
        summary().lines().forEach(line -> text.append("\n  ").append(line.text()));
        long failing = checks.stream()
                .filter(each -> each.verdict() == Verdict.INCONSISTENT)
                .count();
        return text.append('\n')
                .append(report.statements().size() + " statements, "
                        + report.gaps().size() + " gaps, " + checks.size() + " checks of which " + failing + " fail")
                .toString();
    }

    private Section checkSection() {
        return new Section(
                "print-check",
                "Consistency check of the printed figures",
                report.part(PolicyPart.class).flatMap(PolicyPart::path).stream()
                        .map(path -> "The policy path rests on: "
                                + path.sources().stream().map(Source::name).collect(Collectors.joining(", ")) + ".")
                        .toList(),
                List.of(new Table(
                        Table.columns("Statement", "Verdict", "Arithmetic"),
                        checks.stream()
                                .map(each ->
                                        List.of(each.statement(), each.verdict().toString(), each.arithmetic()))
                                .toList())),
                List.of(),
                List.of("A sentence in quotation marks is printed beside the figures; the others are what the figures"
                        + " themselves have to satisfy."));
    }

    private Object writeReplace() {
        return SerialForm.of(Edition.class, printed, report, earlier, checks);
    }
}
