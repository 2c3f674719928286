/**
 * Statistics over trailing windows, decaying weights and expanding samples, in batch and one observation at a time.
 *
 * <p>Start here: {@link io.github.macroregime.core.window.Window}, {@link io.github.macroregime.core.window.Decay};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/rolling-statistics.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.core.window;

import org.jspecify.annotations.NullMarked;
