/**
 * Readers that turn text files into series and tables, each error with its file and line.
 */
@NullMarked
package io.github.macroregime.core.io;

import org.jspecify.annotations.NullMarked;
