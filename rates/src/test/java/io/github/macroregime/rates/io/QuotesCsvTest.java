package io.github.macroregime.rates.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.QuoteWeight;
import io.github.macroregime.rates.instrument.RateFuture;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.RateSpread;
import io.github.macroregime.rates.instrument.TenorOis;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
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

    /** Every kind of instrument on every index it is written on. */
    private static List<Quote> everyKind() {
        List<Quote> quotes = new ArrayList<>();
        for (YearMonth month : List.of(YearMonth.of(2025, 9), YearMonth.of(2026, 3))) {
            for (RateFuture future : List.of(
                    AverageFuture.zq(month),
                    AverageFuture.sr1(month),
                    AverageFuture.ib(month),
                    CompoundedFuture.sr3(month),
                    CompoundedFuture.so3(month),
                    CompoundedFuture.er3(month),
                    CompoundedFuture.sa3(month))) {
                quotes.add(Quote.ofPrice(future, 95.6725 + quotes.size() * 0.0025));
            }
        }
        for (OvernightIndex index : OvernightIndex.shipped()) {
            TenorOis swap = TenorOis.of(index, AS_OF, "18M");
            List<RateInstrument> swaps = List.of(
                    new DatedOis(index, LocalDate.of(2025, 9, 18), LocalDate.of(2025, 10, 30)),
                    swap,
                    TenorOis.of(index, AS_OF, "1W"),
                    TenorOis.starting(index, LocalDate.of(2025, 8, 29), "1Y"),
                    TenorOis.starting(index, LocalDate.of(2025, 8, 29), "1Y").withEndOfMonth(),
                    swap.withArithmeticAverage(),
                    new TenorOis(index, "to 2026-03-18", List.of(AS_OF, LocalDate.of(2026, 3, 18))),
                    RateSpread.basis(index, OvernightIndex.effr(), AS_OF, "2Y"),
                    new RateSpread(swap, AverageFuture.zq(YearMonth.of(2025, 12))));
            quotes.add(Quote.current(index, Rate.ofPercent(4.33)));
            for (RateInstrument one : swaps) {
                quotes.add(Quote.of(one, Rate.ofPercent(3.7 + quotes.size() / 1000.0)));
            }
        }
        quotes.add(quotes.get(0).withWeight(QuoteWeight.equality()));
        quotes.add(quotes.get(1).withWeight(QuoteWeight.standardError(Rate.ofBasisPoints(0.125))));
        return quotes;
    }

    @Test
    void everyKindComesBackAsItWasWritten() {
        String text = QuotesCsv.text(everyKind(), AS_OF, OvernightIndex.effr());
        assertThat(QuotesCsv.from(CsvTable.parse("quotes.csv", text), AS_OF, OvernightIndex.effr()))
                .isEqualTo(everyKind());
        assertThat(text)
                .startsWith("instrument,index,term,quote,error_bp\nZQ,EFFR,2025-09,95.6725,0.25\n")
                .contains("TENOR_OIS,SOFR,18M,", "AVERAGE_OIS,CORRA,18M,", "1Y 2025-08-29/", "IB,AONIA,2026-03,")
                .contains("TENOR_OIS - TENOR_OIS,SOFR - EFFR,2Y - 2Y,");
    }

    @Test
    void theEndOfAMonthIsTakenFromTheTerm() {
        LocalDate trade = LocalDate.of(2025, 8, 27);
        List<Quote> swaps = QuotesCsv.from(
                CsvTable.parse("quotes.csv", HEADER + "TENOR_OIS,1M EOM,4.2,\nTENOR_OIS,1M,4.2,\n"),
                trade,
                OvernightIndex.effr());
        assertThat(swaps.get(0).instrument().end()).isEqualTo(LocalDate.of(2025, 9, 30));
        assertThat(swaps.get(1).instrument().end()).isEqualTo(LocalDate.of(2025, 9, 29));
        assertThat(QuotesCsv.text(swaps, trade, OvernightIndex.effr())).contains("EFFR,1M EOM,4.2,0.25");
    }

    @Test
    void oneTermServesBothSidesOfASpread() {
        assertThat(onIndex("TENOR_OIS - TENOR_OIS,SOFR - EFFR,1Y,0.05,\nSR1 - ZQ,,2025-10,0.04,\n").stream()
                        .map(Quote::instrument))
                .containsExactly(
                        RateSpread.basis(OvernightIndex.sofr(), OvernightIndex.effr(), AS_OF, "1Y"),
                        new RateSpread(
                                AverageFuture.sr1(YearMonth.of(2025, 10)), AverageFuture.zq(YearMonth.of(2025, 10))));
    }

    /** SONIA swaps begin on the day of trade, those on SOFR two business days later. */
    @Test
    void twoTermsLeaveEachSwapItsOwnDates() {
        OvernightIndex sonia = OvernightIndex.sonia();
        TenorOis sofr = TenorOis.of(OvernightIndex.sofr(), AS_OF, "1Y");
        List<Quote> spreads = onIndex("TENOR_OIS - TENOR_OIS,SOFR - SONIA,1Y,0.05,\n"
                + "TENOR_OIS - TENOR_OIS,SOFR - SONIA,1Y - 1Y,0.05,\n"
                + "DATED_OIS - DATED_OIS,SOFR - SONIA,2025-09-18/2025-10-30,0.05,\n");
        RateSpread basis = (RateSpread) spreads.get(0).instrument();
        assertThat(((TenorOis) basis.over()).accrualDates())
                .as("over the dates of the first")
                .isEqualTo(sofr.accrualDates())
                .first()
                .isEqualTo(LocalDate.of(2025, 7, 24));
        assertThat(spreads.get(1).instrument()).isEqualTo(new RateSpread(sofr, TenorOis.of(sonia, AS_OF, "1Y")));
        assertThat(((RateSpread) spreads.get(1).instrument()).over().start()).isEqualTo(AS_OF);
        assertThat(((RateSpread) spreads.get(2).instrument()).over())
                .isEqualTo(new DatedOis(sonia, LocalDate.of(2025, 9, 18), LocalDate.of(2025, 10, 30)));
    }

    @Test
    void anInstrumentThatTheColumnsCannotHoldIsNotWritten() {
        AverageFuture own =
                new AverageFuture(OvernightIndex.effr(), "ZQ", YearMonth.of(2025, 9), Rate.ofBasisPoints(0.25), 41.67);
        assertThatThrownBy(
                        () -> QuotesCsv.text(List.of(Quote.of(own, Rate.ofPercent(4))), AS_OF, OvernightIndex.effr()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("quotes[0] must be an instrument that the columns can hold but was ZQ 2025-09");
    }

    @Test
    void convexityIsReadByContract() {
        String header = "instrument,term,quote,convexity_bp\n";
        assertThat(QuotesCsv.convexity(CsvTable.parse(
                        "quotes.csv",
                        header + "CURRENT,,4.33,\nSR3,2026-12,96.5,1.3\nZQ,2026-03,96.2,0.2\nZQ,2026-04,96,\n")))
                .hasToString("convexity of SR3 2026-12 1.3 bp; ZQ 2026-03 0.2 bp");
        assertThatThrownBy(() -> QuotesCsv.convexity(CsvTable.parse("quotes.csv", header + "TENOR_OIS,1Y,4,0.1\n")))
                .hasMessage("quotes.csv:2: only a future has convexity but the instrument is TENOR_OIS");
    }

    private static final class CsvTableWithoutQuote {

        private static List<Quote> read() {
            return QuotesCsv.from(
                    CsvTable.parse("quotes.csv", "instrument,term\nCURRENT,\n"), AS_OF, OvernightIndex.effr());
        }
    }
}
