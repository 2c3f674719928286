/**
 * Consistency checks of a printed table of contributions and returns, and what its rounded figures imply.
 *
 * <p>Printed figures are rounded: each stands for an interval half a unit of its last decimal to both sides. From
 * these follow intervals for the weights nobody printed, an interval for the return of the index, and a verdict on
 * each sentence written beside the table.
 *
 * <p>Start here: {@link io.github.macroregime.equities.print.PrintCheck},
 * {@link io.github.macroregime.equities.print.PrintedDay};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/contributions.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.equities.print;

import org.jspecify.annotations.NullMarked;
