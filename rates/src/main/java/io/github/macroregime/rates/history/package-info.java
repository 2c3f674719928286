/**
 * Policy paths of the past beside what was then decided: surprises, the calibration of implied probabilities, and the
 * average miss by horizon as a term premium.
 *
 * <p>A path is judged only by what was decided after its date.
 *
 * <p>Start here: {@link io.github.macroregime.rates.history.PathHistory};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/probabilities.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.rates.history;

import org.jspecify.annotations.NullMarked;
