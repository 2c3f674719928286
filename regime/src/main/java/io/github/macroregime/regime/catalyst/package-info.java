/**
 * Dated events: how near they are, and what markets did on the ones before.
 *
 * <p>Days to an event are calendar days. Only events and returns up to the date at which one looks are judged.
 */
@NullMarked
package io.github.macroregime.regime.catalyst;

import org.jspecify.annotations.NullMarked;
