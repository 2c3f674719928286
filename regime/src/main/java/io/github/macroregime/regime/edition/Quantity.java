package io.github.macroregime.regime.edition;

/** What a printed figure of an edition measures; percent and basis points as named. */
public enum Quantity {
    /** The return of the index in percent. */
    INDEX_RETURN("index return", false),
    /** The credit spread in basis points. */
    SPREAD("spread", false),
    /** The printed change of the spread from the day before, in basis points. */
    SPREAD_CHANGE("change of the spread", false),
    /** The long average of the spread in basis points. */
    SPREAD_AVERAGE("average of the spread", false),
    /** The highest spread of the window in basis points. */
    SPREAD_HIGH("highest spread", false),
    /** The lowest spread of the window in basis points. */
    SPREAD_LOW("lowest spread", false),
    /** The overnight rate that the path starts from, in percent. */
    START_RATE("start rate", false),
    /** The priced change of the policy rate to a horizon in basis points, negative for cuts. */
    CUMULATIVE("priced change", true),
    /** The rate at the horizon in percent. */
    TERMINAL_RATE("terminal rate", true),
    /** The probability of a move of 25 basis points at the next meeting in percent; it may exceed 100. */
    NEXT_PROBABILITY("probability at the next meeting", true),
    /** The rate after the next meeting in percent. */
    NEXT_RATE("rate after the next meeting", true);

    private final String words;
    private final boolean dated;

    Quantity(String words, boolean dated) {
        this.words = words;
        this.dated = dated;
    }

    /**
     * Whether a figure means something only with the date that it runs to.
     *
     * @return true for figures of a policy path
     */
    public boolean hasHorizon() {
        return dated;
    }

    /** The quantity in words. */
    @Override
    public String toString() {
        return words;
    }
}
