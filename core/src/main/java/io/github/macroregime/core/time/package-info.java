/**
 * Business days of markets, as data of the library and of the caller's own.
 *
 * <p>Start here: {@link io.github.macroregime.core.time.BusinessDays},
 * {@link io.github.macroregime.core.time.ReleaseCalendar};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/vintages-and-releases.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.core.time;

import org.jspecify.annotations.NullMarked;
