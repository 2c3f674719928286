package io.github.macroregime.rates.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.QuoteWeight;
import io.github.macroregime.rates.instrument.TenorOis;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotesCsvTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 22);
    private static final String HEADER = "instrument,term,quote,error_bp\n";

    private static List<Quote> read(String rows) {
        return QuotesCsv.from(CsvTable.parse("quotes.csv", HEADER + rows), AS_OF, OvernightIndex.effr());
    }

    @Test
    void readsEveryInstrument() {
        List<Quote> quotes = read("CURRENT,,4.33,\nZQ,2025-09,95.7725,\nSR1,2025-09,95.65,0.5\nSR3,2025-09,95.8,0\n"
                + "DATED_OIS,2025-09-18/2025-10-30,4.18,\nTENOR_OIS,18M,3.74,0.1\n");
        assertThat(quotes.stream().map(quote -> quote.instrument().label()))
                .containsExactly(
                        "EFFR now", "ZQ 2025-09", "SR1 2025-09", "SR3 2025-09", "OIS 2025-09-18/2025-10-30", "OIS 18M");
        assertThat(quotes.get(1).rate().percent()).isEqualTo(4.2275);
        assertThat(quotes.get(0).weight()).isEqualTo(QuoteWeight.equality());
        assertThat(quotes.get(2).weight()).hasToString("± 0.5 bp");
        assertThat(quotes.get(3).weight()).isEqualTo(QuoteWeight.equality());
    }

    private static List<Quote> onIndex(String rows) {
        return QuotesCsv.from(
                CsvTable.parse("quotes.csv", "instrument,index,term,quote,error_bp\n" + rows),
                AS_OF,
                OvernightIndex.effr());
    }

    @Test
    void everyInstrumentHasAnIndexOfItsOwn() {
        for (OvernightIndex index : OvernightIndex.shipped()) {
            List<Quote> quotes = onIndex("CURRENT,I,,2,\nDATED_OIS,I,2025-09-18/2025-10-30,2,\nTENOR_OIS,I,1Y,2,\n"
                    .replace("I,", index.name() + ","));
            assertThat(quotes.stream().map(quote -> quote.instrument().index())).containsOnly(index);
            assertThat(((TenorOis) quotes.get(2).instrument()).start())
                    .isEqualTo(TenorOis.of(index, AS_OF, "1Y").start());
        }
        assertThat(onIndex("ZQ,,2025-09,95.7,\nSR1,SOFR,2025-09,95.7,\nSR3,,2025-09,95.8,\nCURRENT,,,4.33,\n").stream()
                        .map(quote -> quote.instrument().index().name()))
                .containsExactly("EFFR", "SOFR", "SOFR", "EFFR");
        assertThatThrownBy(() -> onIndex("ZQ,SOFR,2025-09,95.7,\n"))
                .hasMessage("quotes.csv:2: ZQ is written on EFFR but the index is SOFR");
        assertThatThrownBy(() -> onIndex("TENOR_OIS,LIBOR,1Y,4,\n"))
                .hasMessageStartingWith("quotes.csv:2: ")
                .hasMessageContaining("one of [EFFR, SOFR")
                .hasMessageContaining("LIBOR");
    }

    @Test
    void whatAnInstrumentRefusesIsNamedWithItsLine() {
        assertThatThrownBy(() -> read("CURRENT,,4.33,\nTENOR_OIS,soon,3.7,\n"))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith("quotes.csv:3: TENOR_OIS \"soon\" cannot be read: ");
        assertThatThrownBy(() -> read("DATED_OIS,2025-10-30/2025-09-18,4,\n"))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith("quotes.csv:2: DATED_OIS ");
        assertThatThrownBy(() -> read("CURRENT,,4.33,-1\n"))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith("quotes.csv:2: CURRENT \"\" cannot be read: standardError must be positive");
        assertThatThrownBy(() -> read("ZQ,2025-09,,\n"))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith("quotes.csv:2: ")
                .hasMessageContaining("\"quote\" is empty");
    }

    @Test
    void aRowThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> read("CURRENT,,4.33,\nZQ,September,95.7,\n"))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("quotes.csv")
                .hasMessageContaining("3")
                .hasMessageContaining("September");
        assertThatThrownBy(() -> read("FRA,3x6,4.33,\n")).hasMessageContaining("FRA");
        assertThatThrownBy(() -> read("DATED_OIS,2025-09-18,4.33,\n")).hasMessageContaining("slash");
        assertThatThrownBy(() -> CsvTableWithoutQuote.read()).hasMessageContaining("quote");
    }

    private static final class CsvTableWithoutQuote {

        private static List<Quote> read() {
            return QuotesCsv.from(
                    CsvTable.parse("quotes.csv", "instrument,term\nCURRENT,\n"), AS_OF, OvernightIndex.effr());
        }
    }
}
