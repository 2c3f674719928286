/**
 * Linear algebra for small dense matrices: QR and Cholesky factors, symmetric eigenvalues.
 *
 * <p>A matrix is an array of its numbers, row after row. One that is singular is an answer, never an exception.
 *
 * <p>Start here: {@link io.github.macroregime.core.linear.SymmetricEigen},
 * {@link io.github.macroregime.core.linear.Qr};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/rolling-statistics.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.core.linear;

import org.jspecify.annotations.NullMarked;
