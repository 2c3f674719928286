package io.github.macroregime.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.strategy.TearSheetOptions;
import io.github.macroregime.regime.strength.StrengthModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The page about Spark shows code that runs: the block of the page stands here line by line. */
class PageTest {

    private static final Path ROOT = Path.of(System.getProperty("macroregime.root", "../.."));

    @Test
    @DisabledForJreRange(min = JRE.JAVA_24, disabledReason = Local.NO_FILES)
    void the_block_of_the_page_runs(@TempDir Path folder) throws IOException {
        Universe.of(Local.dataset(Local.closes(2, 260)), Unit.PRICE)
                .values()
                .write()
                .parquet(folder + "/closes");
        Universe.of(Local.dataset(Local.returns(2, 260)), Unit.PERCENT)
                .values()
                .write()
                .parquet(folder + "/returns");
        run(Local.spark(), folder + "/");
        assertThat(Files.exists(folder.resolve("strengths/_SUCCESS"))).isTrue();

        String page = Files.readString(ROOT.resolve("docs/spark.md"));
        String block = page.split("```")[1].strip();
        String source = Files.readString(
                ROOT.resolve("integrations/spark/src/test/java/io/github/macroregime/spark/PageTest.java"));
        assertThat(squeezed(source)).contains(squeezed(block));
    }

    private static String squeezed(String code) {
        return code.replace("folder + ", "").replaceAll("\\s", "");
    }

    private static void run(SparkSession spark, String folder) {
        Universe universe = Universe.of(spark.read().parquet(folder + "closes"), Unit.PRICE);
        universe.strengths(StrengthModel.withDefaults()).write().parquet(folder + "strengths");
        universe.momentumCycles(MomentumCycle.DAILY).where("phase = 'rebound'").count();
        universe.statistics(Map.of("score", Window.of(252).zScore())).count();
        Universe returns = Universe.of(spark.read().parquet(folder + "returns"), Unit.PERCENT);
        returns.tearSheets(TearSheetOptions.of(365))
                .orderBy(functions.col("sharpe").desc())
                .count();
    }
}
