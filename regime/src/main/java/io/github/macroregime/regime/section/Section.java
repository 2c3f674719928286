package io.github.macroregime.regime.section;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.util.List;

/**
 * One part of a report, laid out the same way as text and as a page.
 *
 * @param id a short name for links, for example {@code curve}
 * @param title the heading
 * @param lead sentences that stand before the tables
 * @param tables the tables
 * @param charts pictures of numbers of the tables
 * @param notes conventions and provenance, below
 */
public record Section(
        String id, String title, List<String> lead, List<Table> tables, List<Chart> charts, List<String> notes)
        implements Serializable {

    public Section {
        Require.components(Section.class, id, title, lead, tables, charts, notes);
        lead = List.copyOf(lead);
        tables = List.copyOf(tables);
        charts = List.copyOf(charts);
        notes = List.copyOf(notes);
    }
}
