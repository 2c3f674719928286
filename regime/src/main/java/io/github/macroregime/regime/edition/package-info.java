/**
 * Editions of a daily macro page: a folder in, the report of the day out, and whether what is printed can be true.
 *
 * <p>Start here: {@link io.github.macroregime.regime.edition.Edition};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/daily-report.md">guide</a>.
 *
 * <p>A printed figure stands for all numbers that round to it, so that rounding alone decides whether two
 * figures agree.
 */
@NullMarked
package io.github.macroregime.regime.edition;

import org.jspecify.annotations.NullMarked;
