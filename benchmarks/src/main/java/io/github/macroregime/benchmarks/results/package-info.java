/** From measurements to the results file: who answers which question, ratios, exponents and tables. */
@NullMarked
package io.github.macroregime.benchmarks.results;

import org.jspecify.annotations.NullMarked;
