package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.SpreadHistory;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.edition.PrintedEdition.Quantity;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the printed spread is a spread of, from its levels and its own dated extremes. */
class InstrumentCheckRealData {

    private final SpreadHistory<?> cash = new SpreadHistory<>(
            new Instrument.CashOas("ICE BofA US Corporate"),
            SeriesCsv.read(RealFiles.path("credit/BAMLC0A0CM.csv"), Unit.PERCENT));
    private final SpreadHistory<?> cdx = new SpreadHistory<>(
            new Instrument.Cdx("CDX IG 5Y"),
            SeriesCsv.read(
                    RealFiles.path("../data2/credit/cdx_ig_5y_on_the_run_2011_2016.csv"),
                    "spread_bp",
                    Unit.BASIS_POINTS));

    private static Map<LocalDate, Printed> printed() {
        Map<LocalDate, Printed> printed = new TreeMap<>();
        for (EditionFile file : EditionFile.all()) {
            file.edition().figure(Quantity.SPREAD).ifPresent(spread -> printed.put(file.date(), spread));
            for (String end : new String[] {"high", "low"}) {
                if (file.json().at("/ig_spread_bp/" + end + "_date").isTextual()) {
                    printed.put(
                            LocalDate.parse(file.json()
                                    .at("/ig_spread_bp/" + end + "_date")
                                    .asText()),
                            file.edition()
                                    .figures()
                                    .get(end.equals("high") ? Quantity.SPREAD_HIGH : Quantity.SPREAD_LOW));
                }
            }
        }
        return printed;
    }

    @Test
    void itIsNoCashSpread() {
        Finding finding = EditionCheck.ofInstrument(printed(), cash, cash);

        assertThat(finding.verdict()).isEqualTo(Verdict.INCONSISTENT);
        assertThat(finding.arithmetic())
                .startsWith("51 of 51 days disagree: 43.75 ± 0.005 against 102 ± 0.5 on 2020-02-13, "
                        + "151.8 ± 0.05 against 387 ± 0.5 on 2020-03-20");
    }

    /** The March of 2020 and three days of October 2025 lie outside what the files of 2011 to 2016 span. */
    @Test
    void itFitsTheSwapIndex() {
        Finding finding = EditionCheck.ofInstrument(printed(), cdx, cash);

        assertThat(finding.verdict()).isEqualTo(Verdict.CONDITIONAL);
        assertThat(finding.arithmetic())
                .isEqualTo("47 of 51 ratios to ICE BofA US Corporate (cash OAS) lie in 0.429 to 0.686, which 1153 days "
                        + "of history span: 0.392 on 2020-03-20, 0.692 on 2025-10-08, 0.700 on 2025-10-10");
    }
}
