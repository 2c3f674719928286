package io.github.macroregime.regime.report;

import io.github.macroregime.regime.section.Section;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Parts of which each says what it says and is laid out once, however often it is asked. */
final class Parts extends AbstractList<MacroPart> implements RandomAccess, Serializable {

    private static final long serialVersionUID = 1L;

    private final transient List<Told> told;
    private transient @Nullable List<Section> shown;
    private transient List<WeakReference<Object>> shownBeside = List.of();

    private Parts(List<Told> told) {
        this.told = told;
    }

    /** Each of them with its statements and its section. */
    List<Told> told() {
        return told;
    }

    static Parts copyOf(List<MacroPart> parts) {
        return parts instanceof Parts told
                ? told
                : new Parts(parts.stream().map(Told::new).toList());
    }

    Parts only(Set<Topic> topics) {
        return new Parts(
                told.stream().filter(each -> topics.contains(each.part.topic())).toList());
    }

    @Override
    public MacroPart get(int index) {
        return told.get(index).part;
    }

    @Override
    public int size() {
        return told.size();
    }

    /** The sections as they were shown last, where the same is asked for again; no report is kept alive for them. */
    synchronized List<Section> sections(MacroReport report, List<MacroReport> earlier) {
        List<Object> beside = new ArrayList<>(List.of(report.date(), report.options(), report.histories()));
        beside.addAll(earlier);
        boolean isSame = beside.size() == shownBeside.size()
                && IntStream.range(0, beside.size())
                        .allMatch(i -> shownBeside.get(i).refersTo(beside.get(i)));
        if (shown == null || !isSame) {
            DayCharts charts = new DayCharts(report, earlier);
            shown = told.stream()
                    .map(each -> charts.of(each.part, each.section(), each.statements()))
                    .toList();
            shownBeside = beside.stream().map(WeakReference::new).toList();
        }
        return shown;
    }

    private Object writeReplace() {
        return List.copyOf(this);
    }

    /** A part with what it was found to say. */
    static final class Told {

        private final MacroPart part;
        private @Nullable List<MacroStatement> statements;
        private @Nullable Section section;

        Told(MacroPart part) {
            this.part = Objects.requireNonNull(part);
        }

        MacroPart part() {
            return part;
        }

        synchronized List<MacroStatement> statements() {
            List<MacroStatement> said = statements == null ? List.copyOf(part.statements()) : statements;
            statements = said;
            return said;
        }

        synchronized Section section() {
            Section shown = section == null ? part.section() : section;
            section = shown;
            return shown;
        }
    }
}
