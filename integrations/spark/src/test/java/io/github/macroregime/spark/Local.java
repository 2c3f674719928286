package io.github.macroregime.spark;

import org.apache.spark.sql.SparkSession;

/** Spark inside the tests: two threads, nothing on the network but the loopback. */
final class Local {

    static final SparkSession SPARK = SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 4)
            .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/warehouse")
            .getOrCreate();

    private Local() {}
}
