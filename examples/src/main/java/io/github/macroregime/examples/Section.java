package io.github.macroregime.examples;

import java.util.List;

/**
 * One part of the report, laid out the same way on every kind of page.
 *
 * @param id a short name for links
 * @param title the heading
 * @param lead sentences that stand before the tables
 * @param tables the tables
 * @param charts pictures of the tables
 * @param notes conventions and provenance, below
 */
record Section(String id, String title, List<String> lead, List<Table> tables, List<Chart> charts, List<String> notes) {

    Section {
        lead = List.copyOf(lead);
        tables = List.copyOf(tables);
        charts = List.copyOf(charts);
        notes = List.copyOf(notes);
    }
}
