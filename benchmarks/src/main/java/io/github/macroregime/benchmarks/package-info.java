/**
 * One JMH class for each question of speed: ours beside a naive reference, the peers that do the same work, and the
 * bound of the hardware. Each class compares the numbers before the times.
 */
@NullMarked
package io.github.macroregime.benchmarks;

import org.jspecify.annotations.NullMarked;
