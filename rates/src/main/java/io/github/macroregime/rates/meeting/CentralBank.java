package io.github.macroregime.rates.meeting;

import java.time.LocalDate;

/**
 * The central banks whose meetings the library carries.
 *
 * <p>Each has a rule from which day its decisions take effect, some of them another one in earlier years. The rules are
 * held to the days on which the policy rates and the overnight fixings moved.
 */
public enum CentralBank {
    /** The Federal Open Market Committee ({@index FOMC}); the target moved on the day of the decision to 2008. */
    FED("Federal Reserve", EffectiveRule.SAME_DAY, LocalDate.of(2009, 1, 1), EffectiveRule.NEXT_BUSINESS_DAY),
    /** The Governing Council of the European Central Bank; the next business day to March 2004. */
    ECB(
            "European Central Bank",
            EffectiveRule.NEXT_BUSINESS_DAY,
            LocalDate.of(2004, 3, 10),
            EffectiveRule.NEXT_WEDNESDAY),
    /** The Monetary Policy Committee of the Bank of England. */
    BOE("Bank of England", EffectiveRule.SAME_DAY),
    /** The Policy Board of the Bank of Japan. */
    BOJ("Bank of Japan", EffectiveRule.NEXT_BUSINESS_DAY),
    /** The Governing Council of the Bank of Canada; the day of the decision to 2021. */
    BOC("Bank of Canada", EffectiveRule.SAME_DAY, LocalDate.of(2022, 1, 1), EffectiveRule.NEXT_BUSINESS_DAY),
    /** The Monetary Policy Board of the Reserve Bank of Australia. */
    RBA("Reserve Bank of Australia", EffectiveRule.NEXT_BUSINESS_DAY),
    /** The Governing Board of the Swiss National Bank. */
    SNB("Swiss National Bank", EffectiveRule.NEXT_BUSINESS_DAY),
    /** The Monetary Policy Committee of the Reserve Bank of New Zealand. */
    RBNZ("Reserve Bank of New Zealand", EffectiveRule.NEXT_BUSINESS_DAY),
    /** The Executive Board of the Riksbank. */
    RIKSBANK("Sveriges Riksbank", EffectiveRule.NEXT_WEDNESDAY),
    /** The Monetary Policy and Financial Stability Committee of Norges Bank. */
    NORGES_BANK("Norges Bank", EffectiveRule.NEXT_BUSINESS_DAY);

    private final String label;
    private final EffectiveRule earlier;
    private final LocalDate changed;
    private final EffectiveRule rule;

    CentralBank(String label, EffectiveRule rule) {
        this(label, rule, LocalDate.MIN, rule);
    }

    CentralBank(String label, EffectiveRule earlier, LocalDate changed, EffectiveRule rule) {
        this.label = label;
        this.earlier = earlier;
        this.changed = changed;
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
     * From which day a decision takes effect; a calendar may override it for one meeting.
     *
     * @param decision the day of the decision, since the rules of some banks have changed
     * @return the rule of that day
     */
    public EffectiveRule rule(LocalDate decision) {
        return decision.isBefore(changed) ? earlier : rule;
    }
}
