/**
 * What a check of printed figures finds: one finding and one verdict for every module that checks.
 */
@NullMarked
package io.github.macroregime.core.check;

import org.jspecify.annotations.NullMarked;
