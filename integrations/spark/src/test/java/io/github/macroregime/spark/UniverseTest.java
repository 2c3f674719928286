package io.github.macroregime.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Statistic;
import io.github.macroregime.core.window.Window;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class UniverseTest {

    private static final StructType TYPE = new StructType()
            .add("asset", DataTypes.StringType)
            .add("date", DataTypes.DateType)
            .add("value", DataTypes.DoubleType);

    @Test
    void statistics_are_those_of_one_machine() {
        List<Row> rows = new ArrayList<>();
        Random random = new Random(1);
        for (int day = 0; day < 50; day++) {
            rows.add(RowFactory.create("A", Date.valueOf(LocalDate.ofEpochDay(day)), random.nextDouble()));
        }
        Collections.shuffle(rows, random);
        Dataset<Row> data = Local.SPARK.createDataFrame(rows, TYPE);
        Dataset<Row> result = Universe.of(data, Unit.PRICE)
                .statistics(Map.<String, Statistic>of("mean", Window.of(5).mean()));
        assertThat(result.collectAsList()).hasSize(50);
        assertThat(Universe.unitOf(result, "mean")).contains(Unit.PRICE);
    }
}
