/** The obvious ways, the bare loops that bound what is possible, and structures that were tried and lost. */
@NullMarked
package io.github.macroregime.benchmarks.reference;

import org.jspecify.annotations.NullMarked;
