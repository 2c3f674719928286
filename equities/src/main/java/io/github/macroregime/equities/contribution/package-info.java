/**
 * What moved the index: contributions of constituents and groups, reconciled with the reported return.
 *
 * <p>A contribution is beginning weight times return, and contributions add up to the return of the whole. Three
 * numbers are kept apart: what the lines explain, what was reported, and the residual. Weights are decimal
 * fractions of the whole at the beginning of the period, after the index actions of the previous close.
 *
 * <p>Start here: {@link io.github.macroregime.equities.contribution.Contributions},
 * {@link io.github.macroregime.equities.contribution.ContributionReport};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/contributions.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.equities.contribution;

import org.jspecify.annotations.NullMarked;
