package io.github.macroregime.regime.report;

/** What a statement of the report is about, in the order in which the report says it. */
public enum Topic {
    /** Skew and risk against reward of each asset class. */
    SYNTHESIS("Skew and reward by asset class"),
    /** Growth and inflation by data and by market. */
    GROWTH_INFLATION("Growth and inflation"),
    /** Net liquidity and financial conditions. */
    LIQUIDITY("Liquidity"),
    /** The yield curve. */
    CURVE("Yield curve"),
    /** What is priced of policy. */
    POLICY("Policy"),
    /** Credit spreads and their link to yields. */
    CREDIT("Credit"),
    /** What moved equities on the day. */
    EQUITIES("Equities"),
    /** How far assets move as one. */
    LOCKSTEP("Lockstep"),
    /** What drives an asset. */
    SENSITIVITY("Sensitivity"),
    /** The equity risk premium. */
    PREMIUM("Equity risk premium"),
    /** Positions of traders. */
    POSITIONING("Positioning"),
    /** Which way large moves go. */
    SKEW("Skew"),
    /** Statistical states. */
    STATES("Statistical states"),
    /** What followed on days like today. */
    RISK_REWARD("Risk and reward"),
    /** Events ahead. */
    CATALYSTS("Catalysts"),
    /** The strength board. */
    STRENGTH("Strength");

    private final String title;

    Topic(String title) {
        this.title = title;
    }

    /**
     * The heading.
     *
     * @return for example {@code Yield curve}
     */
    public String title() {
        return title;
    }
}
