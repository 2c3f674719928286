package io.github.macroregime.benchmarks.results;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a benchmark class is shown in the results. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Comparison {

    /**
     * The heading of the class in the results.
     *
     * @return a few words
     */
    String title();

    /**
     * What one time is for.
     *
     * @return for example {@code observation}
     */
    String per();

    /**
     * The parameter in which the growth of the cost is measured.
     *
     * @return the name of a parameter with at least three values, empty for none
     */
    String grows() default "";

    /**
     * The parameters of the rows that are shown in the summary.
     *
     * @return for example {@code window=252}; empty for all rows, {@code -} for none
     */
    String summary() default "";
}
