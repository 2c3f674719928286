package io.github.macroregime.benchmarks.results;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which question a benchmark method answers, and as whom. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Candidate {

    /**
     * The question, or several where one measurement answers them all.
     *
     * @return a few words each
     */
    String[] question();

    /**
     * What the candidate is to the comparison.
     *
     * @return the role
     */
    Role role();

    /**
     * Who answers, the heading of a column.
     *
     * @return a name; the library's own may be left out
     */
    String by() default "ours";

    /**
     * What is not comparable.
     *
     * @return a sentence, empty if there is nothing to say
     */
    String note() default "";

    /**
     * Whether it needs many seconds before the JVM has compiled it.
     *
     * @return true for a longer warm-up
     */
    boolean slowStarter() default false;
}
