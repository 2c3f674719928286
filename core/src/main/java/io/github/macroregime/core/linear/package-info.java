/**
 * Linear algebra for small dense matrices.
 */
@NullMarked
package io.github.macroregime.core.linear;

import org.jspecify.annotations.NullMarked;
