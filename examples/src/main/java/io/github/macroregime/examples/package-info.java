/** The daily macro tracker: reads a folder, prints the report and writes it as a page and as JSON. */
@NullMarked
package io.github.macroregime.examples;

import org.jspecify.annotations.NullMarked;
