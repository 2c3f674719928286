package io.github.macroregime.rates.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.rates.instrument.PublishedFixings;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixingsCsvTest {

    private static final String HEADER = "date,index,rate,unit,source\n";
    private static final LocalDate TUESDAY = LocalDate.of(2025, 7, 22);

    private static List<PublishedFixings> read(LocalDate asOf, String rows) {
        return FixingsCsv.from(CsvTable.parse("fixings.csv", HEADER + rows), asOf);
    }

    @Test
    void fixingsOfSeveralIndicesStandInOneTable() {
        List<PublishedFixings> fixings = read(
                TUESDAY,
                "2025-07-21,EFFR,4.33,%,desk\n2025-07-18,EFFR,433.5,bp,desk\n2025-07-18,ESTR,1.92,%,desk\n"
                        + "2025-07-22,SOFR,4.28,%,desk\n");
        assertThat(fixings.stream().map(each -> each.index().name())).containsExactly("EFFR", "ESTR");
        assertThat(fixings.get(0).rates().on(LocalDate.of(2025, 7, 18))).hasValue(0.04335);
        assertThat(fixings.get(0).rates().on(LocalDate.of(2025, 7, 21))).hasValue(0.0433);
    }

    @Test
    void whatWasNotOutIsLeftOut() {
        String friday = "2025-07-17,EFFR,4.33,%,desk\n2025-07-18,EFFR,4.34,%,desk\n";
        assertThat(read(LocalDate.of(2025, 7, 18), friday).get(0).rates().size())
                .isEqualTo(1);
        assertThat(read(LocalDate.of(2025, 7, 20), friday).get(0).rates().size())
                .isEqualTo(1);
        assertThat(read(LocalDate.of(2025, 7, 21), friday).get(0).rates().size())
                .isEqualTo(2);
    }

    @Test
    void aRowThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> read(TUESDAY, "2025-07-21,EFFR,4.33,%,a\n2025-07-20,EFFR,4.33,%,a\n"))
                .isInstanceOf(FileFormatException.class)
                .hasMessage("fixings.csv:3: EFFR is not fixed on 2025-07-20");
        assertThatThrownBy(() -> read(TUESDAY, "2025-07-21,LIBOR,4.33,%,a\n"))
                .hasMessageStartingWith("fixings.csv:2: in column \"index\" the name must be one of [EFFR, SOFR")
                .hasMessageEndingWith("but was \"LIBOR\"");
        assertThatThrownBy(() -> read(TUESDAY, "2025-07-21,EFFR,4.33,,a\n")).hasMessageContaining("unit");
        assertThatThrownBy(() -> read(TUESDAY, "2025-07-21,EFFR,4.33,pct,a\n"))
                .hasMessageContaining("\"pct\" in column \"unit\" must be one of %, bp");
        assertThatThrownBy(() -> read(TUESDAY, "2025-07-21,EFFR,4.33,%,a\n2025-07-21,EFFR,433,bp,a\n"))
                .hasMessage("fixings.csv:3: the fixing of EFFR on 2025-07-21 stands in the file twice");
    }
}
