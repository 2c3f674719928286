package io.github.macroregime.regime.report;

import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** How the sentences of the report are written, no locale, signs where they matter, and how they are laid out. */
final class Text {

    private Text() {}

    static String of(String format, Object... arguments) {
        return NumberText.of(format, arguments);
    }

    static String signedPercent(Rate rate) {
        return of("%+.2f %%", rate.percent());
    }

    static String signedPoints(Rate rate) {
        return of("%+.2f pp", rate.percent());
    }

    static String signedBasisPoints(Rate rate) {
        return of("%+.1f bp", rate.basisPoints());
    }

    /** A count with the noun in the number that fits it, for example {@code 1 day} and {@code 2 days}. */
    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? of("%.2f", ratio.getAsDouble()) : "undefined";
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The section of a part: first its own content, then its statements in a table with numbered definitions. */
    static Section section(
            MacroPart part, List<String> lead, List<Table> tables, List<Chart> charts, List<String> notes) {
        List<MacroStatement> statements = part.statements();
        List<String> definitions =
                statements.stream().map(MacroStatement::definition).distinct().toList();
        List<Table> all = new ArrayList<>(tables);
        if (!statements.isEmpty()) {
            all.add(new Table(
                    Table.columns("Subject", "#Figure", "Reading", "~Sample", "~Observed", "~#Def."),
                    statements.stream().map(each -> row(each, definitions)).toList()));
        }
        List<String> below = new ArrayList<>(notes);
        IntStream.range(0, definitions.size())
                .forEach(i -> below.add("Def. " + (i + 1) + ": " + definitions.get(i) + "."));
        return new Section(part.topic().id(), part.topic().title(), lead, all, charts, below);
    }

    private static List<String> row(MacroStatement statement, List<String> definitions) {
        return List.of(
                statement.subject(),
                statement.figure().toString(),
                reading(statement),
                statement.sample().toString(),
                statement.observed().toString(),
                Integer.toString(definitions.indexOf(statement.definition()) + 1));
    }

    /** The sentence, behind the state where it does not begin with it. */
    private static String reading(MacroStatement statement) {
        return statement.sentence().startsWith(statement.state())
                ? statement.sentence()
                : statement.state() + ": " + statement.sentence();
    }

    /** How figures are written in a table: fixed decimals, the sign where it matters, no unit, no locale. */
    static final class Cells {

        private Cells() {}

        /** What rounds to nothing is shown as zero itself, with its sign where there is one. */
        private static String of(String format, double value) {
            String text = NumberText.of(format, value);
            return text.matches("0(\\.0*)?") ? NumberText.of(format, 0.0) : text;
        }

        static String decimal(double value, int places) {
            return of("%." + places + "f", value);
        }

        static String signed(double value, int places) {
            return of("%+." + places + "f", value);
        }

        static String percent(Rate rate, int places) {
            return of("%." + places + "f", rate.percent());
        }

        static String signedPercent(Rate rate, int places) {
            return of("%+." + places + "f", rate.percent());
        }

        static String basisPoints(Rate rate) {
            return of("%.2f", rate.basisPoints());
        }

        static String signedBasisPoints(Rate rate) {
            return of("%+.2f", rate.basisPoints());
        }

        static String share(double fraction, int places) {
            return of("%." + places + "f", 100 * fraction);
        }

        static String score(double score) {
            return of("%+.2f", score);
        }

        /** Six digits that count, whatever the level. */
        static String price(double price) {
            return NumberText.of("%.6g", price);
        }
    }
}
