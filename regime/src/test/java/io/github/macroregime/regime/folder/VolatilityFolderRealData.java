package io.github.macroregime.regime.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.report.Topic;
import io.github.macroregime.regime.sheet.VolatilitySheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Implied volatilities as their publishers serve them, against pandas on the same files. */
class VolatilityFolderRealData {

    private static final List<String> FILES = List.of(
            "equity/GSPC_ohlcv.csv",
            "equity/mag7/AAPL.csv",
            "equity/mag7/AMZN.csv",
            "cross_asset/GLD.csv",
            "cross_asset/DCOILWTICO.csv",
            "rates/DGS10.csv",
            "../data2/volatility/VIX_History.csv",
            "../data2/volatility/VIX9D_History.csv",
            "../data2/volatility/VIX3M_History.csv",
            "../data2/volatility/VIX6M_History.csv",
            "../data2/volatility/VXAPL_History.csv",
            "../data2/volatility/VXAZN_History.csv",
            "../data2/volatility/GVZCLS.csv",
            "../data2/volatility/OVXCLS.csv",
            "../data2/volatility/MOVE.csv");

    @TempDir
    private Path folder;

    private VolatilitySheet sheet(LocalDate day) throws IOException {
        for (String file : FILES) {
            Path from = RealFiles.path(file);
            Path to = folder.resolve(from.getFileName());
            if (!Files.exists(to)) {
                Files.copy(from, to);
            }
        }
        return MacroReport.of(
                        TrackerFolder.read(folder, Optional.of(day)).macro(),
                        day,
                        MacroOptions.withDefaults(),
                        Set.of(Topic.VOLATILITY))
                .sheets(VolatilitySheet.class)
                .get(0);
    }

    private static void assertEntry(VolatilitySheet sheet, String index, double... expected) {
        VolatilitySheet.Entry entry = sheet.entries().stream()
                .filter(each -> each.index().equals(index))
                .findFirst()
                .orElseThrow();
        assertThat(entry.unit().quoted(entry.premium().implied().decimal()))
                .as(index)
                .isCloseTo(expected[0], within(1e-9));
        assertThat(entry.unit().quoted(entry.premium().realised().decimal()))
                .as(index)
                .isCloseTo(expected[1], within(1e-6));
        assertThat(entry.premium().percentile()).as(index).isCloseTo(expected[2], within(1e-9));
        assertThat(entry.premium().zScore()).as(index).isCloseTo(expected[3], within(1e-7));
        assertThat(entry.premium().n()).isEqualTo(1260);
    }

    private static void assertComparison(VolatilitySheet sheet, String subject, String state, double... expected) {
        VolatilitySheet.Comparison found = sheet.comparisons().stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow();
        assertThat(found.state()).as(subject).isEqualTo(state);
        assertThat(found.unit().quoted(found.value())).as(subject).isCloseTo(expected[0], within(1e-9));
        assertThat(found.percentile()).as(subject).isCloseTo(expected[1], within(1e-9));
        assertThat(found.n()).isEqualTo(1260);
    }

    @Test
    void ofTheIndexGoldOilAndYields() throws IOException {
        VolatilitySheet sheet = sheet(LocalDate.of(2025, 7, 22));
        assertEntry(sheet, "VIX", 16.5, 7.553692218259012, 0.848015873015873, 0.8839094799851688);
        assertEntry(sheet, "VIX9D", 15.03, 5.013399226911261, 0.8781746031746032, 0.9912522943112152);
        assertEntry(sheet, "VIX3M", 19.53, 13.065037624311534, 0.5757936507936507, 0.1445611982591392);
        assertEntry(sheet, "VIX6M", 21.35, 23.63977394586268, 0.05357142857142857, -1.5363093421787615);
        assertEntry(sheet, "gold volatility (GVZ)", 19.08, 13.756123344896181, 0.8178571428571428, 0.8115332840356189);
        assertEntry(sheet, "MOVE", 89.89, 70.86607086610839, 0.8408730158730159, 0.9075564278735957);
        assertComparison(sheet, "VIX less VIX9D", "contango", 1.47, 0.5555555555555556);
        assertComparison(sheet, "VIX3M less VIX", "contango", 3.03, 0.7075396825396826);
        assertComparison(sheet, "VIX6M less VIX3M", "contango", 1.82, 0.5357142857142857);
        assertComparison(sheet, "VIX and MOVE", "in the middle", 0.48870166379868873, 0.7392857142857143);
        assertThat(sheet.entries()).noneMatch(each -> each.index().contains("Apple"));
    }

    @Test
    void ofSingleNamesUntilTheirIndicesEnded() throws IOException {
        VolatilitySheet sheet = sheet(LocalDate.of(2022, 5, 6));
        assertEntry(sheet, "volatility of Apple", 39.02, 39.9233190449047, 0.2496031746031746, -0.5046914543407315);
        assertComparison(sheet, "Dispersion of Magnificent Seven", "dispersed", 7.933738084913062, 0.9527777777777777);
    }
}
