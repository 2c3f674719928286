package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Levels and funding of the real folder on days that everybody in money markets remembers. */
class LevelsRealData {

    private static final RealFolder FOLDER =
            new RealFolder(each -> each instanceof MarketInput.Level || each instanceof RatesInput.Funding);

    private static MacroStatement said(String date, String subject) {
        return FOLDER.report(LocalDate.parse(date))
                .statement(Topic.LEVELS, subject)
                .orElseThrow();
    }

    @Test
    void theSqueezeOfSeptember2019() {
        MacroStatement first = said("2019-09-17", "SOFR");
        assertThat(first.figure()).hasToString("2.43 %");
        assertThat(first.observed()).isEqualTo("2019-09-16");
        assertThat(first.sentence()).startsWith("2.43 %, +23.0 bp from 2019-09-13, +30.0 bp from 2019-08-16");
        MacroStatement over = said("2019-09-17", "SOFR against the target range");
        assertThat(over.state()).isEqualTo("above the range");
        assertThat(over.figure()).hasToString("18.0 bp");
        MacroStatement second = said("2019-09-18", "SOFR");
        assertThat(second.sentence())
                .isEqualTo("5.25 %, +282.0 bp from 2019-09-16, +312.0 bp from 2019-08-16; the highest of the days from"
                        + " 2018-04-03 on");
        assertThat(second.state()).isEqualTo("high");
        MacroStatement squeezed = said("2019-09-18", "SOFR against the target range");
        assertThat(squeezed.figure()).hasToString("300.0 bp");
        assertThat(squeezed.sentence())
                .startsWith(
                        "5.25 %, range 2.00 to 2.25 %, +300.0 bp against its upper limit, +282.0 bp from 2019-09-16");
        assertThat(FOLDER.report(LocalDate.of(2019, 9, 18)).statement(Topic.LEVELS, "SOFR less interest on reserves"))
                .isEmpty();
    }

    @Test
    void theLevelsOfAQuietDay() {
        assertThat(said("2025-07-22", "SOFR against the target range").state()).isEqualTo("inside the range");
        MacroStatement reserves = said("2025-07-22", "SOFR less interest on reserves");
        assertThat(reserves.figure()).hasToString("-12.0 bp");
        assertThat(reserves.state()).isEqualTo("below interest on reserves");
        assertThat(said("2025-07-22", "10y yield").sentence())
                .isEqualTo("4.35 %, -3.0 bp from 2025-07-21, -3.0 bp from 2025-06-20; above 83 % of the days from"
                        + " 2020-07-22 on");
        assertThat(said("2025-07-22", "10y yield").sample()).isEqualTo(Sample.of(1250, "days"));
        assertThat(said("2025-07-22", "EFFR").sample().n()).isLessThan(1320);
        assertThat(FOLDER.report(LocalDate.of(2025, 7, 22))
                        .part(LevelsPart.class)
                        .orElseThrow()
                        .levels())
                .extracting(LevelsPart.Standing::name)
                .contains("SOFR", "EFFR", "10y real yield", "5y break-even", "Gold (GLD)", "Bitcoin", "VIX");
    }

    @Test
    void whatHadNotBegunIsNoGap() {
        LocalDate day = LocalDate.of(2008, 9, 15);
        assertThat(FOLDER.report(day).gaps().toString())
                .doesNotContain("secured overnight rate", "interest on reserve");
        assertThat(TrackerFolder.read(RealFiles.folder(), Optional.of(day))
                        .gaps()
                        .toString())
                .doesNotContain("the level of SOFR");
    }
}
