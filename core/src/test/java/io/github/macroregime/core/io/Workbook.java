package io.github.macroregime.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The first sheet of a workbook as a spreadsheet program exports it as CSV. */
final class Workbook {

    private static final int COLUMNS = 12;

    private Workbook() {}

    static String csv(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream shared = zip.getInputStream(zip.getEntry("xl/sharedStrings.xml"));
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return sheet(reader(sheet), texts(reader(shared)));
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static XMLStreamReader reader(InputStream xml) throws XMLStreamException {
        return XMLInputFactory.newDefaultFactory().createXMLStreamReader(xml);
    }

    private static List<String> texts(XMLStreamReader xml) throws XMLStreamException {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
                text.append(xml.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("si")) {
                texts.add(text.toString());
                text.setLength(0);
            }
        }
        return texts;
    }

    private static String sheet(XMLStreamReader xml, List<String> texts) throws XMLStreamException {
        StringBuilder lines = new StringBuilder();
        List<String> cells = new ArrayList<>();
        int row = 0;
        int column = 0;
        boolean shared = false;
        while (xml.hasNext()) {
            int event = xml.next();
            String name = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
                    ? xml.getLocalName()
                    : "";
            if (event == XMLStreamConstants.START_ELEMENT && name.equals("row")) {
                for (row++; row < Integer.parseInt(xml.getAttributeValue(null, "r")); row++) {
                    lines.append(",".repeat(COLUMNS - 1)).append('\n');
                }
                cells = new ArrayList<>(Collections.nCopies(COLUMNS, ""));
            } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("c")) {
                column = xml.getAttributeValue(null, "r").charAt(0) - 'A';
                shared = "s".equals(xml.getAttributeValue(null, "t"));
            } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("v")) {
                String value = xml.getElementText();
                cells.set(column, shared ? texts.get(Integer.parseInt(value)) : value);
            } else if (event == XMLStreamConstants.END_ELEMENT && name.equals("row")) {
                lines.append(cells.stream()
                                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                .collect(Collectors.joining(",")))
                        .append('\n');
            }
        }
        return lines.toString();
    }
}
