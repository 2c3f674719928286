package io.github.macroregime.regime.page;

import io.github.macroregime.regime.report.Section;
import java.util.List;

/** Any sections as text or as one HTML file. */
public final class Page {

    private Page() {}

    /**
     * One self-contained HTML file.
     *
     * @param title the title
     * @param head lines below it
     * @param sections the sections in order
     * @return the file; every text is escaped
     */
    public static String html(String title, List<String> head, List<Section> sections) {
        return HtmlPage.render(title, head, sections);
    }

    /**
     * Text for a terminal: aligned columns, no colour, long texts wrapped.
     *
     * @param title the title
     * @param head lines below it
     * @param sections the sections in order
     * @return the lines; control characters are shown, not sent
     */
    public static String text(String title, List<String> head, List<Section> sections) {
        return TextPage.render(title, head, sections);
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
