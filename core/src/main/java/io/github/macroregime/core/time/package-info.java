/**
 * Business days and day counts, on the calendars of a well-kept library.
 */
@NullMarked
package io.github.macroregime.core.time;

import org.jspecify.annotations.NullMarked;
