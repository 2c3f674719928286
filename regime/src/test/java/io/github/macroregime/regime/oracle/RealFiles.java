package io.github.macroregime.regime.oracle;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real data beside the checkout; a test that asks for a file that is not there is skipped. */
public final class RealFiles {

    private RealFiles() {}

    public static Path path(String name) {
        Path file = Path.of(System.getProperty("macroregime.shared", "absent"), "data", name);
        assumeThat(Files.exists(file)).as(file + " exists").isTrue();
        return file;
    }

    public static TimeSeries series(String name, Unit unit) {
        return SeriesCsv.read(path(name), unit).dropMissing();
    }
}
