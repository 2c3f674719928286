/** How the cost of every statistic grows with its window and with the length of the series. */
@NullMarked
package io.github.macroregime.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
