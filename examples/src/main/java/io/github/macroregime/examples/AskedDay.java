package io.github.macroregime.examples;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A day as it is asked for.
 *
 * @param date the day, empty for the latest
 */
record AskedDay(Optional<LocalDate> date) {

    private static final String LATEST = "latest";

    /** The day in a folder; the names of the files that are read to find the latest go to {@code progress}. */
    LocalDate in(DataFolder folder, Consumer<String> progress) {
        return date.orElseGet(() -> folder.latest(progress));
    }

    /** The last day of an archive, as {@link DataFolder#requireNear} lets it be. */
    LocalDate lastIn(DataFolder folder, String option, Consumer<String> progress) {
        return date.map(day -> folder.requireNear(day, option, progress)).orElseGet(() -> folder.latest(progress));
    }

    static LocalDate date(String text, String otherwise) {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is " + otherwise);
        }
        if (!DataFolder.hasReports(day)) {
            throw new TypeConversionException("'" + text + "' is a day without reports: they go " + DataFolder.SPAN);
        }
        return day;
    }

    /** Reads a date or the word for the latest. */
    static final class Converter implements ITypeConverter<AskedDay> {

        @Override
        public AskedDay convert(String text) {
            return new AskedDay(
                    text.equals(LATEST)
                            ? Optional.empty()
                            : Optional.of(date(text, "neither a date such as 2025-07-22 nor " + LATEST)));
        }
    }
}
