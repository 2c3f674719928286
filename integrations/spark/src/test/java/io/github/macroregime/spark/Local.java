package io.github.macroregime.spark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Spark inside the tests, with nothing on the network but the loopback, and synthetic assets for it. */
final class Local {

    static final StructType TYPE = new StructType()
            .add("asset", DataTypes.StringType)
            .add("date", DataTypes.DateType)
            .add("value", DataTypes.DoubleType);

    static final String NO_FILES =
            "Hadoop 3.4, which Spark writes files with, asks for a subject that JDK 24 and newer refuse";

    static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    private Local() {}

    static SparkSession spark() {
        return Session.SPARK;
    }

    /** Begun when it is first asked for. */
    private static final class Session {

        static final SparkSession SPARK = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 3)
                .config("spark.sql.datetime.java8API.enabled", true)
                .getOrCreate();
    }

    /** Closes of a few assets that begin on different days and have gaps; synthetic. */
    static Map<String, double[]> closes(int assets, int days) {
        Map<String, double[]> closes = new TreeMap<>();
        Random random = new Random(7);
        for (int i = 0; i < assets; i++) {
            double[] close = new double[days - 10 * i];
            double level = 100;
            for (int t = 0; t < close.length; t++) {
                level *= Math.exp(0.01 * random.nextGaussian());
                close[t] = random.nextInt(20) == 0 ? Double.NaN : level;
            }
            closes.put("A" + i, close);
        }
        return closes;
    }

    static Map<String, double[]> returns(int assets, int days) {
        Map<String, double[]> returns = closes(assets, days);
        returns.values().forEach(close -> {
            for (int t = close.length - 1; t >= 0; t--) {
                close[t] = t == 0 ? 0 : close[t] / close[t - 1] - 1;
            }
        });
        return returns;
    }

    /** The rows in any order; of the missing values some are null and some NaN. */
    static Dataset<Row> dataset(Map<String, double[]> values) {
        List<Row> rows = new ArrayList<>();
        values.forEach((asset, numbers) -> {
            for (int t = 0; t < numbers.length; t++) {
                boolean isNull = Double.isNaN(numbers[t]) && t % 2 == 0;
                rows.add(row(asset, FIRST.plusDays(t), isNull ? null : numbers[t]));
            }
        });
        Collections.shuffle(rows, new Random(3));
        return dataset(rows);
    }

    static Dataset<Row> dataset(List<Row> rows) {
        return spark().createDataFrame(rows, TYPE).repartition(2);
    }

    static Row row(String asset, LocalDate date, Double value) {
        return RowFactory.create(asset, date, value);
    }

    /** A column of a result by asset, in the order of the dates, null as NaN. */
    static Map<String, double[]> numbers(Dataset<Row> result, String column) {
        Map<String, double[]> numbers = new TreeMap<>();
        for (Row row : result.orderBy("asset", "date").select("asset", column).collectAsList()) {
            double[] before = numbers.getOrDefault(row.getString(0), new double[0]);
            double[] longer = Arrays.copyOf(before, before.length + 1);
            longer[before.length] = row.isNullAt(1) ? Double.NaN : ((Number) row.get(1)).doubleValue();
            numbers.put(row.getString(0), longer);
        }
        return numbers;
    }
}
