package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.unit.Unit;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Par yields of the XML feed of the United States Treasury, in percent; for its CSV files see {@link Layouts#TREASURY}.
 *
 * <p>The columns are called as there: {@code 1 Mo}, {@code 1.5 Mo}, {@code 10 Yr}. Order of entries is free. A tenor that
 * was not published on a day is missing.
 */
public final class TreasuryParYields {

    private static final String ENTRY_DATE = "NEW_DATE";
    /** Less than the parser of any JDK allows, so that the message is the same on all. */
    private static final int DEEPEST = 50;

    private static final int LONGEST_TEXT = 1 << 16;
    private static final String MIDNIGHT = "T00:00:00";

    private static final Map<String, String> TENORS_OF_XML = Map.ofEntries(
            Map.entry("BC_1MONTH", "1 Mo"),
            Map.entry("BC_1_5MONTH", "1.5 Mo"),
            Map.entry("BC_2MONTH", "2 Mo"),
            Map.entry("BC_3MONTH", "3 Mo"),
            Map.entry("BC_4MONTH", "4 Mo"),
            Map.entry("BC_6MONTH", "6 Mo"),
            Map.entry("BC_1YEAR", "1 Yr"),
            Map.entry("BC_2YEAR", "2 Yr"),
            Map.entry("BC_3YEAR", "3 Yr"),
            Map.entry("BC_5YEAR", "5 Yr"),
            Map.entry("BC_7YEAR", "7 Yr"),
            Map.entry("BC_10YEAR", "10 Yr"),
            Map.entry("BC_20YEAR", "20 Yr"),
            Map.entry("BC_30YEAR", "30 Yr"));

    private static final List<String> TENORS = List.of(
            "1 Mo", "1.5 Mo", "2 Mo", "3 Mo", "4 Mo", "6 Mo", "1 Yr", "2 Yr", "3 Yr", "5 Yr", "7 Yr", "10 Yr", "20 Yr",
            "30 Yr");

    private TreasuryParYields() {}

    /**
     * The yields of the Treasury's XML feed.
     *
     * <p>Document types and external entities are switched off: a file with a document type is refused. Entries of which
     * every yield is zero stand for days without yields and are left out, as is the repeated {@code BC_30YEARDISPLAY}.
     *
     * @param file an Atom feed with {@code NEW_DATE} and {@code BC_...} properties
     * @return one column for each tenor that occurs, in percent, from the shortest
     * @throws FileFormatException if the file is not such a feed, a field cannot be read, or a date is repeated
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel readXml(Path file) {
        List<Entry> entries = entries(file);
        List<String> tenors = TENORS.stream()
                .filter(tenor ->
                        entries.stream().anyMatch(entry -> entry.yields().containsKey(tenor)))
                .toList();
        DatedRows rows = new DatedRows(file.toString(), tenors, percent(tenors), Problems.refusing());
        for (Entry entry : entries) {
            double[] yields = tenors.stream()
                    .mapToDouble(tenor -> entry.yields().getOrDefault(tenor, Double.NaN))
                    .toArray();
            if (Arrays.stream(yields).anyMatch(yield -> yield != 0 && !Double.isNaN(yield))) {
                rows.add(entry.line(), entry.date(), yields);
            }
        }
        return rows.toPanel();
    }

    private record Entry(long line, LocalDate date, Map<String, Double> yields) {}

    private static List<Entry> entries(Path file) {
        String source = file.toString();
        return TextFiles.read(file, text -> entries(source, text));
    }

    private static List<Entry> entries(String source, Reader text) {
        try {
            return entries(source, factory().createXMLStreamReader(text));
        } catch (MissingResourceException e) {
            // The parser of the JDK lacks the text of some of its errors about document types.
            throw new FileFormatException(source, 1, "a document type is not accepted");
        } catch (XMLStreamException e) {
            long line =
                    Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNumber());
            throw new FileFormatException(source, line, "is not a plain XML feed: " + e.getMessage());
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private static List<Entry> entries(String source, XMLStreamReader xml) throws XMLStreamException {
        List<Entry> entries = new ArrayList<>();
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
            depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
            if (depth > DEEPEST) {
                throw new FileFormatException(
                        source, xml.getLocation().getLineNumber(), "elements are nested deeper than " + DEEPEST);
            }
            if (event == XMLStreamConstants.DTD) {
                throw new FileFormatException(
                        source, xml.getLocation().getLineNumber(), "a document type is not accepted");
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("properties")) {
                entries.add(entry(source, xml));
                depth--;
            }
        }
        return entries;
    }

    private static Entry entry(String source, XMLStreamReader xml) throws XMLStreamException {
        long line = xml.getLocation().getLineNumber();
        List<LocalDate> date = new ArrayList<>();
        Map<String, Double> yields = new TreeMap<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            long at = xml.getLocation().getLineNumber();
            String name = xml.getLocalName();
            String text = text(source, xml).strip();
            if (name.equals(ENTRY_DATE)) {
                date.add(date(source, at, text));
            } else if (TENORS_OF_XML.containsKey(name) && !text.isEmpty()) {
                Double before = yields.put(TENORS_OF_XML.get(name), percent(source, at, name, text));
                if (before != null) {
                    throw new FileFormatException(source, at, "an entry has " + name + " twice");
                }
            }
        }
        if (date.size() != 1) {
            throw new FileFormatException(
                    source, line, "an entry has " + (date.isEmpty() ? "no " : "more than one ") + ENTRY_DATE);
        }
        return new Entry(line, date.get(0), yields);
    }

    private static String text(String source, XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement() || xml.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new FileFormatException(
                        source, xml.getLocation().getLineNumber(), "\"" + xml.getLocalName() + "\" stands in a field");
            }
            if (xml.hasText() && xml.getEventType() != XMLStreamConstants.COMMENT) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
            if (text.length() > LONGEST_TEXT) {
                throw new FileFormatException(
                        source, xml.getLocation().getLineNumber(), "a field is longer than " + LONGEST_TEXT);
            }
        }
        return text.toString();
    }

    private static LocalDate date(String source, long line, String text) {
        try {
            return DateStyle.ISO.parse(
                    text.endsWith(MIDNIGHT) ? text.substring(0, text.length() - MIDNIGHT.length()) : text);
        } catch (IllegalArgumentException e) {
            throw new FileFormatException(source, line, e.getMessage() + ", in " + ENTRY_DATE);
        }
    }

    private static double percent(String source, long line, String name, String text) {
        try {
            return Unit.PERCENT.parse(text);
        } catch (NumberFormatException e) {
            throw new FileFormatException(
                    source, line, FileFormatException.shown(text) + " in " + name + " is not a decimal number");
        }
    }

    private static List<Unit> percent(List<String> tenors) {
        return Collections.nCopies(tenors.size(), Unit.PERCENT);
    }
}
