package io.github.macroregime.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {

    private static final String README = "before\n" + Report.BEGIN + "\nold\n" + Report.END + "\nafter\n";

    private static String results() {
        Machine machine = new Machine("A processor", 2, "8 GB", "A system", "A JVM");
        return new Report("2025-07-22", "three rounds", "mvn measure", "none", machine, List.of()).markdown();
    }

    @Test
    void whatStandsBetweenTheMarkersIsReplaced() {
        assertThat(Readme.filled(README, results()))
                .startsWith("before\n" + Report.BEGIN + "\n")
                .endsWith(Report.END + "\nafter\n")
                .contains("Measured on 2025-07-22")
                .doesNotContain("old");
    }

    @Test
    void fillingTwiceChangesNothing() {
        String once = Readme.filled(README, results());
        assertThat(Readme.filled(once, results())).isEqualTo(once);
    }

    @Test
    void refusesTextsWithoutMarkers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Readme.filled("nothing", results()))
                .withMessage("readme must hold the marker " + Report.BEGIN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Readme.filled(README, "nothing"))
                .withMessage("results must hold the marker " + Report.BEGIN);
    }

    @Test
    void fillsTheFile(@TempDir Path folder) throws Exception {
        Path readme = Files.writeString(folder.resolve("README.md"), README);
        Path results = Files.writeString(folder.resolve("2025-07-22.md"), results());
        Readme.main(new String[] {results.toString(), readme.toString()});
        assertThat(readme).content().isEqualTo(Readme.filled(README, results()));
    }

    @Test
    void theDocumentOfTheProjectHasTheMarkers() throws Exception {
        Path document = Path.of(System.getProperty("macroregime.root", ".."), "docs/benchmarks.md");
        assertThat(Readme.filled(Files.readString(document), results())).contains("Measured on 2025-07-22");
    }
}
