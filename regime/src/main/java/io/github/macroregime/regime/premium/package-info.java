/**
 * The equity risk premium by named definition.
 */
@NullMarked
package io.github.macroregime.regime.premium;

import org.jspecify.annotations.NullMarked;
