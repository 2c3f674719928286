package io.github.macroregime.core.io;

import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the value columns are whose whole header matches a pattern.
 *
 * @param pattern a regular expression
 * @param name the name of the column, with {@code $1} for the first group of the pattern
 * @param unit the unit of its values, null for that of the layout
 */
record ColumnRule(String pattern, String name, @Nullable Unit unit) implements Serializable {

    static final String SAME_NAME = "$0";

    ColumnRule {
        // A pattern or a name that is none is refused where it is stated, not at the first file that it meets.
        Pattern stated = Pattern.compile(pattern);
        try {
            var unused = Pattern.compile("(?:" + stated + ")|").matcher("").replaceFirst(name);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "name must be a text with the groups of " + pattern + " but was " + name + ": " + e.getMessage(),
                    e);
        }
    }

    /** A column that is read: where it stands, what it is called in the file and in the panel, and its unit. */
    record Read(
            int at, String header, String name, @Nullable Unit unit) {}

    /** The column at a place by the first rule that matches, empty if none does. */
    static Optional<Read> first(List<ColumnRule> rules, int at, String header) {
        for (ColumnRule rule : rules) {
            Matcher matcher =
                    Pattern.compile("\\A(?:" + rule.pattern() + ")\\z").matcher(header);
            if (matcher.matches()) {
                return Optional.of(new Read(at, header, matcher.replaceFirst(rule.name()), rule.unit()));
            }
        }
        return Optional.empty();
    }
}
