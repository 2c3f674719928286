package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Card;
import io.github.macroregime.regime.section.Section;
import java.util.List;

/** Any sections as text or as one HTML file. */
public final class Page {

    private static final int WIDE = 200;

    private Page() {}

    /**
     * One self-contained HTML file without cards.
     *
     * @param title the title
     * @param head lines below it
     * @param sections the sections in order
     * @return the file; every text is escaped
     */
    public static String html(String title, List<String> head, List<Section> sections) {
        return html(title, head, List.of(), sections);
    }

    /**
     * One self-contained HTML file: no script, no request to anywhere.
     *
     * @param title the title
     * @param head lines below it
     * @param cards the facts of the day at a glance
     * @param sections the sections in order
     * @return the file; every text is escaped
     */
    public static String html(String title, List<String> head, List<Card> cards, List<Section> sections) {
        return HtmlPage.render(title, head, cards, sections);
    }

    /**
     * Text for a terminal of 200 columns, without cards.
     *
     * @param title the title
     * @param head lines below it
     * @param sections the sections in order
     * @return the lines; control characters are shown, not sent
     */
    public static String text(String title, List<String> head, List<Section> sections) {
        return text(title, head, List.of(), sections, WIDE);
    }

    /**
     * Text for a terminal: aligned columns, no colour, long texts wrapped between words and never inside a number with
     * its unit. Details of a table for which there is no room are left out and named at the end; other columns are then told
     * below each row.
     *
     * @param title the title
     * @param head lines below it
     * @param cards the facts of the day at a glance
     * @param sections the sections in order
     * @param width the length of the longest line, at least 40; only a word that is longer by itself may reach beyond
     * @return the lines; control characters are shown, not sent
     * @throws IllegalArgumentException if the width is less than 40
     */
    public static String text(String title, List<String> head, List<Card> cards, List<Section> sections, int width) {
        return new TextPage(width).render(title, head, cards, sections);
    }

    /**
     * A text of one line without what a terminal or a browser would act upon.
     *
     * @param text any text
     * @return the same text with control characters written as escapes
     */
    public static String plain(String text) {
        return PlainText.of(text);
    }
}
