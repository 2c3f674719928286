/** What a page is made of: cards, and sections of sentences, tables and charts. It knows neither reports nor pages. */
@NullMarked
package io.github.macroregime.regime.section;

import org.jspecify.annotations.NullMarked;
