package io.github.macroregime.core.io;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** One line of a comma-separated text, its fields met by position. */
record CsvLine(String source, CsvRecord fields) {

    /** What files write where nothing was observed. */
    static final Set<String> MISSING = Set.of("", ".", "null", "NaN", "nan", "NA", "#N/A");

    long number() {
        return fields.getStartingLineNumber();
    }

    int size() {
        return fields.getFieldCount();
    }

    /** The stripped text of a field, empty behind the end of the line. */
    String text(int index) {
        return index < fields.getFieldCount() ? fields.getField(index).strip() : "";
    }

    List<String> texts() {
        return fields.getFields().stream().map(String::strip).toList();
    }

    boolean isBlank() {
        return fields.getFields().stream().allMatch(String::isBlank);
    }

    CsvLine requireSize(int size) {
        if (size() != size) {
            throw problem("expected " + size + " fields but found " + size() + " in \""
                    + String.join(",", fields.getFields()) + "\"");
        }
        return this;
    }

    LocalDate date(int index, String column, DateStyle style) {
        return dateOf(text(index), column, style);
    }

    LocalDate dateOf(String text, String column, DateStyle style) {
        if (text.isEmpty()) {
            throw problem("the column \"" + column + "\" is empty or absent");
        }
        try {
            return style.parse(text);
        } catch (IllegalArgumentException e) {
            throw problem(e.getMessage() + ", in column \"" + column + "\"");
        }
    }

    /** The number of a field, NaN where one of the given texts says that it is missing. */
    double number(int index, String column, Unit unit, Set<String> missing) {
        String text = text(index);
        if (missing.contains(text)) {
            return Double.NaN;
        }
        try {
            return unit.parse(text);
        } catch (NumberFormatException e) {
            throw problem("\"" + text + "\" in column \"" + column + "\" is not a decimal number");
        }
    }

    /** The numbers of neighbouring fields, NaN where one is missing. */
    double[] numbers(int from, List<String> columns, List<Unit> units) {
        double[] numbers = new double[columns.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(from + i, columns.get(i), units.get(i), MISSING);
        }
        return numbers;
    }

    FileFormatException problem(String problem) {
        return new FileFormatException(source, number(), problem);
    }
}
