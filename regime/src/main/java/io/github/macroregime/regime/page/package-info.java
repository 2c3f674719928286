/**
 * Lays out any report as text or as one HTML file; a new part of a report needs no new renderer.
 *
 * <p>Start here: {@link io.github.macroregime.regime.page.Page}, {@link io.github.macroregime.regime.page.Figures};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/daily-report.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.page;

import org.jspecify.annotations.NullMarked;
