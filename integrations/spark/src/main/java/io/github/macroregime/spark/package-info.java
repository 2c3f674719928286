/**
 * The numbers of a whole universe on Apache Spark: {@link io.github.macroregime.spark.Universe} streams each asset of a
 * dataset through the running forms of the library.
 *
 * <p>Spark itself is provided by the cluster; this module brings none of its jars.
 */
@NullMarked
package io.github.macroregime.spark;

import org.jspecify.annotations.NullMarked;
