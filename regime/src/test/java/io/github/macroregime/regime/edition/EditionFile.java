package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.macroregime.regime.edition.PrintedEdition.Column;
import io.github.macroregime.regime.edition.PrintedEdition.Quantity;
import io.github.macroregime.regime.edition.PrintedEdition.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An edition from the figures of a file.
 *
 * <p>The file keeps numbers, not their last zeros. A column of one edition is therefore taken to be printed with the
 * decimals of its longest number, contributions and returns with two; a single figure with its own, which can only widen
 * its interval. The overnight rate is published in whole basis points and exact.
 */
record EditionFile(JsonNode json, PrintedEdition edition) {

    private static final Map<Column, String> COLUMNS = Map.of(
            Column.RATE, "rate_pct",
            Column.STEP, "step_bp",
            Column.PROBABILITY, "odds_pct",
            Column.CUMULATIVE, "cumulative_bp");

    /** All editions of a folder in order; of two files of one day the one that lists what is consistent. */
    static List<EditionFile> all() {
        Path folder = Path.of(System.getProperty("macroregime.shared", "../../shared"), "golden/editions");
        assumeThat(Files.exists(folder)).as(folder + " exists").isTrue();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(EditionFile::json)
                    .filter(json -> json.has("consistency"))
                    .map(EditionFile::of)
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static EditionFile of(JsonNode json) {
        PrintedEdition edition = PrintedEdition.of(
                        LocalDate.parse(json.get("date").asText()))
                .with(Quantity.INDEX_RETURN, printed(json.get("index_return_pct"), 2));
        edition = spread(sectors(edition, json), json.path("ig_spread_bp"));
        return new EditionFile(json, policy(edition, json.path("policy")));
    }

    LocalDate date() {
        return edition.date();
    }

    private static PrintedEdition sectors(PrintedEdition start, JsonNode json) {
        PrintedEdition edition = start;
        for (Map.Entry<String, JsonNode> each :
                json.get("sector_contributions_pp").properties()) {
            if (each.getValue().isNumber()) {
                edition = edition.withContribution(each.getKey(), printed(each.getValue(), 2));
            }
        }
        for (Map.Entry<String, JsonNode> each :
                json.path("contributions_printed_as_words").properties()) {
            if (List.of("flat", "net zero").contains(each.getValue().asText())) {
                edition = edition.withContribution(each.getKey(), Printed.of("0.00"));
            }
        }
        for (JsonNode range : json.path("contributions_printed_as_ranges")) {
            Printed figure = Printed.range(decimals(range.get("low"), 2), decimals(range.get("high"), 2));
            for (JsonNode sector : range.get("sectors")) {
                edition = edition.withContribution(sector.asText(), figure);
            }
        }
        for (Map.Entry<String, JsonNode> each : json.get("sector_returns_pct").properties()) {
            if (each.getValue().isNumber()) {
                edition = edition.withReturn(each.getKey(), printed(each.getValue(), 2));
            }
        }
        return edition;
    }

    private static PrintedEdition spread(PrintedEdition start, JsonNode spread) {
        Map<Quantity, String> names = new EnumMap<>(Map.of(
                Quantity.SPREAD, "current",
                Quantity.SPREAD_CHANGE, "change",
                Quantity.SPREAD_AVERAGE, "five_year_average",
                Quantity.SPREAD_HIGH, "high_2020",
                Quantity.SPREAD_LOW, "low"));
        PrintedEdition edition = start;
        for (Map.Entry<Quantity, String> each : names.entrySet()) {
            JsonNode figure = spread.path(each.getValue());
            if (figure.isNumber()) {
                edition = edition.with(each.getKey(), printed(figure, each.getKey() == Quantity.SPREAD_CHANGE ? 1 : 0));
            }
        }
        for (JsonNode high : spread.path("high_other")) {
            edition = edition.with(Quantity.SPREAD_HIGH, printed(high, 0));
        }
        return edition;
    }

    private static PrintedEdition policy(PrintedEdition start, JsonNode policy) {
        PrintedEdition edition = start;
        for (String name : List.of("start_rate_pct", "start_rate_inferred_pct")) {
            if (policy.path(name).isNumber()) {
                String rate = policy.get(name).asText();
                edition = edition.with(Quantity.START_RATE, Printed.between(rate, rate));
            }
        }
        int places = scale(policy, Column.CUMULATIVE);
        if (policy.path("cumulative_implied_easing_bp").isNumber()) {
            JsonNode total = policy.get("cumulative_implied_easing_bp");
            edition = edition.with(Quantity.CUMULATIVE, printed(total, places), month(policy.get("through")));
        }
        if (policy.path("terminal_rate_pct").isNumber()
                && policy.path("terminal_date").isTextual()) {
            edition = edition.with(
                    Quantity.TERMINAL_RATE,
                    printed(policy.get("terminal_rate_pct"), 2),
                    month(policy.get("terminal_date")));
        }
        if (policy.path("next_meeting").isTextual()) {
            LocalDate next = LocalDate.parse(policy.get("next_meeting").asText());
            if (policy.path("next_meeting_odds_pct").isNumber()) {
                edition =
                        edition.with(Quantity.NEXT_PROBABILITY, printed(policy.get("next_meeting_odds_pct"), 0), next);
            }
            if (policy.path("next_meeting_rate_pct").isNumber()) {
                edition = edition.with(Quantity.NEXT_RATE, printed(policy.get("next_meeting_rate_pct"), 2), next);
            }
        }
        for (JsonNode meeting : policy.path("meetings")) {
            edition = edition.withRow(row(policy, meeting));
        }
        return edition;
    }

    private static Row row(JsonNode policy, JsonNode meeting) {
        Map<Column, Printed> figures = new EnumMap<>(Column.class);
        COLUMNS.forEach((column, name) -> {
            if (meeting.path(name).isNumber()) {
                figures.put(column, printed(meeting.get(name), scale(policy, column)));
            }
        });
        return new Row(LocalDate.parse(meeting.get("date").asText()), figures);
    }

    private static int scale(JsonNode policy, Column column) {
        Stream<JsonNode> rows = StreamSupport.stream(policy.path("meetings").spliterator(), false)
                .map(row -> row.path(COLUMNS.get(column)));
        return Stream.concat(
                        rows,
                        column == Column.CUMULATIVE
                                ? Stream.of(policy.path("cumulative_implied_easing_bp"))
                                : Stream.empty())
                .filter(JsonNode::isNumber)
                .mapToInt(figure -> scale(new BigDecimal(figure.asText())))
                .max()
                .orElse(0);
    }

    private static int scale(BigDecimal figure) {
        return Math.max(0, figure.stripTrailingZeros().scale());
    }

    static LocalDate month(JsonNode text) {
        return YearMonth.parse(text.asText().substring(0, "2026-12".length())).atDay(1);
    }

    private static Printed printed(JsonNode figure, int leastDecimals) {
        return Printed.of(decimals(figure, leastDecimals));
    }

    private static String decimals(JsonNode figure, int least) {
        BigDecimal number = new BigDecimal(figure.asText());
        return number.setScale(Math.max(least, scale(number)), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
