/**
 * What lies ahead: scheduled events, equity premium, positioning of traders, skew, and what came after states like
 * today's.
 */
@NullMarked
package io.github.macroregime.regime.outlook;

import org.jspecify.annotations.NullMarked;
