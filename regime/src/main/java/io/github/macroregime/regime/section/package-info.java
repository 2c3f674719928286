/**
 * What a page is made of: cards, and sections of sentences, tables and charts. It knows neither reports nor pages.
 *
 * <p>Start here: {@link io.github.macroregime.regime.section.Section},
 * {@link io.github.macroregime.regime.section.Chart}, {@link io.github.macroregime.regime.section.Charts};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/daily-report.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.section;

import org.jspecify.annotations.NullMarked;
