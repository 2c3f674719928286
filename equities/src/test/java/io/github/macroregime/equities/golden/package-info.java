/** Files of values computed elsewhere. */
@org.jspecify.annotations.NullMarked
package io.github.macroregime.equities.golden;
