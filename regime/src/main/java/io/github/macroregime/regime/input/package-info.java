/**
 * What the macro report is made from: series with their source and the rule of their publication, what is printed, and the
 * questions that are asked of them.
 *
 * <p>Start here: {@link io.github.macroregime.regime.input.MacroInputs};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/daily-report.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.input;

import org.jspecify.annotations.NullMarked;
