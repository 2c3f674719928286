/**
 * The numbers of a whole universe on Apache Spark: {@link io.github.macroregime.spark.Universe} streams each asset of a
 * dataset through the running forms of the library.
 *
 * <p>Spark itself is provided by the cluster; this module brings none of its jars.
 *
 * <p>Start here: {@link io.github.macroregime.spark.Universe};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/spark.md">its page</a>,
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/README.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.spark;

import org.jspecify.annotations.NullMarked;
