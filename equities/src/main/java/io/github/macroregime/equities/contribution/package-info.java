/**
 * What moved the index: contributions of constituents and groups, reconciled with the reported return.
 *
 * <p>A contribution is beginning weight times return, and contributions add up to the return of the whole. Three
 * numbers are kept apart: what the lines explain, what was reported, and the residual. Weights are decimal
 * fractions of the whole at the beginning of the period, after the index actions of the previous close.
 */
@NullMarked
package io.github.macroregime.equities.contribution;

import org.jspecify.annotations.NullMarked;
