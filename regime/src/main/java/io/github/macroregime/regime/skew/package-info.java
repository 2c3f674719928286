/**
 * Which way the large moves go: realised, by semivariance, by quantiles, and as options price it.
 *
 * <p>Above zero is a skew to the upside in every measure.
 */
@NullMarked
package io.github.macroregime.regime.skew;

import org.jspecify.annotations.NullMarked;
