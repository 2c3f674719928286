/** Lays out any report as text or as one HTML file; a new part of a report needs no new renderer. */
@NullMarked
package io.github.macroregime.regime.page;

import org.jspecify.annotations.NullMarked;
