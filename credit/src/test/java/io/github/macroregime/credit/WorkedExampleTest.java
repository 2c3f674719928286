package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from a FRED file to a card, on a made-up file in FRED's form. */
class WorkedExampleTest {

    private static final LocalDate FIRST = LocalDate.of(2019, 7, 22);

    @Test
    void from_a_fred_file_to_a_card(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("BAMLC0A0CM.csv"), fredLines());
        SpreadCard card = card(file);
        assertThat(card.level()).isEqualTo(Rate.ofBasisPoints(81));
        assertThat(card.toString())
                .startsWith("ICE BofA US Corporate (cash OAS) on 2025-07-22: 81.00 bp\n"
                        + "  band        (-inf, 100) bp tight (+19.00 bp to 100.00 bp)\n");
        assertThat(card.standing().percentiles())
                .extracting(percentile -> percentile.lookback().toString())
                .as("six years of history carry no rank over ten")
                .containsExactly("1 calendar year", "3 calendar years", "5 calendar years", "full history");
        assertThat(card.carries()).hasSize(1);
    }

    static SpreadCard card(Path file) {
        Bands bands = Bands.of(
                Band.below("tight", Rate.ofBasisPoints(100), Severity.BENIGN),
                Band.between("usual", Rate.ofBasisPoints(100), Rate.ofBasisPoints(150), Severity.NEUTRAL),
                Band.between("wide", Rate.ofBasisPoints(150), Rate.ofBasisPoints(250), Severity.ALARM),
                Band.from("stress", Rate.ofBasisPoints(250), Severity.STRESS));
        var oas = new Instrument.CashOas("ICE BofA US Corporate");
        var history = new SpreadHistory<>(oas, SeriesCsv.read(file, Unit.PERCENTAGE_POINTS));
        var setup = CardSetup.withDefaults(bands).withCarry(Carry.Terms.of(6.9, 6.2, 1));
        return SpreadCard.of(history, LocalDate.of(2025, 7, 22), setup);
    }

    /** Six years down from 150 to 81 bp, one value a day, every tenth one missing. */
    private static List<String> fredLines() {
        int days = (int) (LocalDate.of(2025, 7, 22).toEpochDay() - FIRST.toEpochDay());
        return IntStream.rangeClosed(-1, days)
                .mapToObj(i -> i < 0
                        ? "observation_date,BAMLC0A0CM"
                        : FIRST.plusDays(i) + ","
                                + (i % 10 == 3 ? "" : String.format(Locale.ROOT, "%.2f", 1.5 - 0.69 * i / days)))
                .toList();
    }
}
