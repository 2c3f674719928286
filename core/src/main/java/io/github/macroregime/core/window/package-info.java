/**
 * Statistics over trailing windows, decaying weights and expanding samples, in batch and one observation at a time.
 *
 * <p>Start here: {@link io.github.macroregime.core.window.Window}, {@link io.github.macroregime.core.window.Decay}.
 */
@NullMarked
package io.github.macroregime.core.window;

import org.jspecify.annotations.NullMarked;
