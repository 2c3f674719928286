/**
 * A folder of small files and of vendors' downloads, read for one day.
 *
 * <p>What is written for the folder must be right, to the column; what a vendor wrote is taken from its header or left
 * out and named. Nothing dated after the day is kept, and every file that was not read is listed with the reason.
 *
 * <p>Start here: {@link io.github.macroregime.regime.folder.TrackerFolder};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/daily-report.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.folder;

import org.jspecify.annotations.NullMarked;
