/**
 * Linear algebra for small dense matrices: QR and Cholesky factors, symmetric eigenvalues.
 *
 * <p>A matrix is an array of its numbers, row after row. One that is singular is an answer, never an exception.
 */
@NullMarked
package io.github.macroregime.core.linear;

import org.jspecify.annotations.NullMarked;
