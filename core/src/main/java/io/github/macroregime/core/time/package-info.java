/** Business days of markets, as data of the library and of the caller's own. */
@NullMarked
package io.github.macroregime.core.time;

import org.jspecify.annotations.NullMarked;
