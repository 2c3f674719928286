package io.github.macroregime.core.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects the malformed lines that a reader passes over.
 *
 * <p>Mutable: a reader adds to it. {@code Problems problems = Problems.collecting(); layout.panel(file, problems)} reads
 * what can be read, and {@link #count()} says how many lines could not. The first hundred problems are kept, the others
 * counted. Without it every reader stops at the first malformed line. A file whose header is wrong is refused in either
 * case.
 */
public final class Problems {

    private static final int KEPT = 100;
    private static final int SHOWN = 5;
    private static final StackTraceElement[] NO_TRACE = {};

    private final boolean refusing;
    private final List<FileFormatException> list = new ArrayList<>();
    private int count;

    private Problems(boolean refusing) {
        this.refusing = refusing;
    }

    /**
     * A new, empty collection.
     *
     * @return to be handed to one or more readers
     */
    public static Problems collecting() {
        return new Problems(false);
    }

    static Problems refusing() {
        return new Problems(true);
    }

    void add(FileFormatException problem) {
        if (refusing) {
            throw problem;
        }
        count++;
        if (list.size() < KEPT) {
            problem.setStackTrace(NO_TRACE);
            list.add(problem);
        }
    }

    /** Hands a line to a reader and keeps the problem if it cannot read it. */
    void over(CsvRow line, Consumer<CsvRow> reader) {
        try {
            reader.accept(line);
        } catch (FileFormatException e) {
            add(e);
        }
    }

    /**
     * How many malformed lines were passed over.
     *
     * @return from 0
     */
    public int count() {
        return count;
    }

    /**
     * The first hundred problems in the order in which they were met.
     *
     * @return each with its file, line and offending text
     */
    public List<FileFormatException> list() {
        return Collections.unmodifiableList(list);
    }

    /** The count and the first problems. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(count + " malformed lines");
        list.stream().limit(SHOWN).forEach(problem -> text.append('\n').append(problem.getMessage()));
        return text.append(count > SHOWN ? "\n..." : "").toString();
    }
}
