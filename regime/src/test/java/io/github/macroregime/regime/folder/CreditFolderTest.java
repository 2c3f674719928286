package io.github.macroregime.regime.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.Landmark;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.report.CreditPart;
import io.github.macroregime.regime.report.MacroStatement;
import io.github.macroregime.regime.report.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder says of credit: levels of one day, and bands and subjects that are rules. */
class CreditFolderTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final String BANDS =
            "instrument,band,from_bp,from_edge,to_bp,to_edge,severity,valid_from,valid_until\n";

    @TempDir
    Path folder;

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void credit(String kind, String series) throws IOException {
        file("credit.csv", "instrument,kind,series,level_bp\nUS IG," + kind + "," + series + ",81\n");
    }

    /** From 120 bp down by a tenth a day, invented. */
    private void history(LocalDate from, LocalDate to) throws IOException {
        StringBuilder text = new StringBuilder("observation_date,BAMLC0A0CM\n");
        double level = 1.2;
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            if (date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                level -= 0.0003;
                text.append(String.format(Locale.ROOT, "%s,%.4f%n", date, level));
            }
        }
        file("BAMLC0A0CM.csv", text.toString());
    }

    @BeforeEach
    void edition() throws IOException {
        file("edition.csv", "item,value,unit\ndate," + DAY + ",\n");
        history(LocalDate.of(2020, 6, 1), DAY);
    }

    private Edition report(LocalDate date) {
        return Edition.of(TrackerFolder.read(folder, Optional.of(date)));
    }

    private String band(LocalDate date) {
        CreditPart.Spread block = report(date)
                .report()
                .part(CreditPart.class)
                .orElseThrow()
                .spreads()
                .get(0);
        return block.standing().place().band().name();
    }

    @Test
    void bands_hold_on_every_day_unless_they_say_otherwise() throws IOException {
        credit("cash_oas", "BAMLC0A0CM");
        file(
                "bands.csv",
                BANDS + "US IG,carry zone,,,100,excluded,benign,,\n" + "US IG,watch,100,included,,,alarm,,\n");
        assertThat(band(DAY)).isEqualTo("carry zone");
        LocalDate april = LocalDate.of(2025, 4, 8);
        assertThat(band(april)).isEqualTo("carry zone");
        assertThat(report(april)
                        .report()
                        .part(CreditPart.class)
                        .orElseThrow()
                        .spreads()
                        .get(0)
                        .standing()
                        .instrument())
                .isEqualTo(new Instrument.CashOas("US IG"));
        // What was tight and in its band is so again: no turn.
        assertThat(level(DAY).state()).isEqualTo(level(april).state()).isEqualTo("tight, carry zone");
    }

    private MacroStatement level(LocalDate date) {
        return report(date).report().statement(Topic.CREDIT, "US IG, level").orElseThrow();
    }

    @Test
    void a_history_of_unknown_kind_is_not_mixed_with_a_level_silently() throws IOException {
        file("MYSPREAD.csv", Files.readString(folder.resolve("BAMLC0A0CM.csv")).replace("BAMLC0A0CM", "MYSPREAD"));
        file("series.csv", "id,role,name,unit,source\nMYSPREAD,spread,My spread,%,desk\n");
        credit("cdx", "MYSPREAD");
        assertThat(unchecked()).containsExactly("the kind of US IG (CDX spread) and of its history MYSPREAD");
        credit("unstated", "MYSPREAD");
        assertThat(unchecked()).hasSize(1).first().asString().contains("US IG");
        credit("cash_oas", "BAMLC0A0CM");
        assertThat(unchecked()).isEmpty();
    }

    private List<String> unchecked() {
        return report(DAY).report().gaps().stream()
                .filter(gap ->
                        gap.consequence().equals("that both are one instrument is what credit.csv says: not checked"))
                .map(Gap::lacking)
                .toList();
    }

    @Test
    void bands_follow_one_another_by_their_dates() throws IOException {
        credit("cash_oas", "BAMLC0A0CM");
        file("bands.csv", BANDS + "US IG,old,,,,,neutral,,2025-06-30\n" + "US IG,new,,,,,neutral,2025-07-01,\n");
        assertThat(band(DAY)).isEqualTo("new");
        assertThat(band(LocalDate.of(2025, 6, 30))).isEqualTo("old");
        assertThat(band(LocalDate.of(2025, 7, 1))).isEqualTo("new");
        file("bands.csv", BANDS + "US IG,old,,,,,neutral,2025-07-01,2025-06-30\n");
        assertThatThrownBy(() -> report(DAY))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("bands.csv")
                .hasMessageContaining("valid_until must not lie before 2025-07-01 but was 2025-06-30");
    }

    @Test
    void a_level_of_another_kind_than_its_history_is_refused_by_name() throws IOException {
        for (String kind : new String[] {"cdx", "yield_spread", "unstated"}) {
            credit(kind, "BAMLC0A0CM");
            assertThatThrownBy(() -> report(DAY))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageContaining("credit.csv")
                    .hasMessageContaining("the series BAMLC0A0CM is no history of it: instruments must be of one kind")
                    .hasMessageContaining("BAMLC0A0CM (cash OAS)");
        }
        credit("cash_oas", "BAA10Y");
        assertThatThrownBy(() -> report(DAY)).hasMessageContaining("BAA10Y (yield spread)");
        credit("cash_oas", "BAMLC0A0CM");
        assertThat(report(DAY).report().part(CreditPart.class).orElseThrow().spreads())
                .hasSize(1);
    }

    @Test
    void a_difference_of_two_yields_is_called_one() throws IOException {
        Files.move(folder.resolve("BAMLC0A0CM.csv"), folder.resolve("BAA10Y.csv"));
        file("series.csv", "id,name,role,unit,file,source\nBAA10Y,Baa,spread,pp,BAA10Y.csv,FRED\n");
        assertThat(report(DAY)
                        .report()
                        .part(CreditPart.class)
                        .orElseThrow()
                        .spreads()
                        .get(0)
                        .standing()
                        .instrument())
                .isEqualTo(new Instrument.YieldSpread("Baa"));
    }

    @Test
    void a_history_of_three_years_has_no_landmark_of_five() throws IOException {
        history(LocalDate.of(2022, 8, 1), DAY);
        Edition report = report(DAY);
        assertThat(report.report()
                        .part(CreditPart.class)
                        .orElseThrow()
                        .spreads()
                        .get(0)
                        .standing()
                        .landmarks())
                .isEmpty();
        assertThat(report.report().gaps()).anyMatch(gap -> gap.lacking().equals("5 years of US IG OAS"));
        history(LocalDate.of(2020, 6, 1), DAY);
        assertThat(report(DAY)
                        .report()
                        .part(CreditPart.class)
                        .orElseThrow()
                        .spreads()
                        .get(0)
                        .standing()
                        .landmarks())
                .extracting(Landmark::name)
                .containsExactly("5-year average", "5-year high");
    }
}
