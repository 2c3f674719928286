package io.github.macroregime.core.io;

import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** One flat record of a JSON array, every error with its file and line. */
record JsonRecord(String source, long line, Map<String, String> fields) {

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> problem("the field \"" + name + "\" is absent in " + fields));
    }

    LocalDate date(String name) {
        try {
            return DateStyle.ISO.parse(text(name));
        } catch (IllegalArgumentException e) {
            throw e instanceof FileFormatException ? e : problem(e.getMessage() + ", in field \"" + name + "\"");
        }
    }

    /** The number of a field, NaN where it is absent or marked as missing. */
    double number(String name, Unit unit) {
        String text = optionalText(name).orElse("");
        if (CsvLine.MISSING.contains(text)) {
            return Double.NaN;
        }
        try {
            return unit.parse(text);
        } catch (NumberFormatException e) {
            throw problem("\"" + text + "\" in field \"" + name + "\" is not a decimal number");
        }
    }

    FileFormatException problem(String problem) {
        return new FileFormatException(source, line, problem);
    }
}
