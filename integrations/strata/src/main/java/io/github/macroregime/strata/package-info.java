/**
 * Policy paths for those who price with the Strata library: {@link io.github.macroregime.strata.PathCurves} hands a
 * path over as a curve, as discount factors or as a rates provider.
 *
 * <p>This module alone knows Strata's pricers; the other modules need no more of that library than its calendars.
 *
 * <p>Start here: {@link io.github.macroregime.strata.PathCurves}, {@link io.github.macroregime.strata.Calendars};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/policy-path.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.strata;

import org.jspecify.annotations.NullMarked;
