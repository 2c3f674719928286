/**
 * Policy paths for those who price with the Strata library: {@link io.github.macroregime.strata.PathCurves} hands a
 * path over as a curve, as discount factors or as a rates provider.
 *
 * <p>This module alone knows Strata's pricers; the other modules need no more of that library than its calendars.
 */
@NullMarked
package io.github.macroregime.strata;

import org.jspecify.annotations.NullMarked;
