package io.github.macroregime.rates.meeting;

/** The central banks whose meetings the library carries. */
public enum CentralBank {
    /** The Federal Open Market Committee ({@index FOMC}). */
    FED("Federal Reserve", EffectiveRule.NEXT_BUSINESS_DAY),
    /** The Governing Council of the European Central Bank. */
    ECB("European Central Bank", EffectiveRule.NEXT_WEDNESDAY),
    /** The Monetary Policy Committee of the Bank of England. */
    BOE("Bank of England", EffectiveRule.SAME_DAY),
    /** The Policy Board of the Bank of Japan. */
    BOJ("Bank of Japan", EffectiveRule.NEXT_BUSINESS_DAY),
    /** The Governing Council of the Bank of Canada. */
    BOC("Bank of Canada", EffectiveRule.NEXT_BUSINESS_DAY),
    /** The Monetary Policy Board of the Reserve Bank of Australia. */
    RBA("Reserve Bank of Australia", EffectiveRule.NEXT_BUSINESS_DAY),
    /** The Governing Board of the Swiss National Bank. */
    SNB("Swiss National Bank", EffectiveRule.NEXT_BUSINESS_DAY),
    /** The Monetary Policy Committee of the Reserve Bank of New Zealand. */
    RBNZ("Reserve Bank of New Zealand", EffectiveRule.NEXT_BUSINESS_DAY);

    private final String label;
    private final EffectiveRule rule;

    CentralBank(String label, EffectiveRule rule) {
        this.label = label;
        this.rule = rule;
    }

    /**
     * The name of the bank.
     *
     * @return for example {@code Federal Reserve}
     */
    public String label() {
        return label;
    }

    /**
     * From which day a decision usually takes effect; a calendar may override it for one meeting.
     *
     * @return the rule
     */
    public EffectiveRule rule() {
        return rule;
    }
}
