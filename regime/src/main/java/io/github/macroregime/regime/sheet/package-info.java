/**
 * The sheets of a daily page: models on two axes, a basket name by name, events against assets, levels around the close.
 *
 * <p>A sheet is a value made of readings of other packages and laid out as a table. It tells where things stand; whether
 * that pays is told by the record beside it.
 *
 * <p>Start here: {@link io.github.macroregime.regime.sheet.ModelTable};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/daily-report.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.sheet;

import org.jspecify.annotations.NullMarked;
