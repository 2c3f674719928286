package io.github.macroregime.regime.report;

import java.util.Locale;

/** What a statement of the report is about, in the order in which the report says it. */
public enum Topic {
    /** The largest moves of the day. */
    MOVES("Moves of the day"),
    /** What moved equities on the day. */
    EQUITIES("Equities"),
    /** Levels of rates, prices and volatility, and funding. */
    LEVELS("Levels"),
    /** Credit spreads and their link to yields. */
    CREDIT("Credit"),
    /** The policy path that markets price. */
    POLICY("Policy"),
    /** Growth and inflation by data and by market. */
    GROWTH_INFLATION("Growth and inflation"),
    /** Net liquidity and financial conditions. */
    LIQUIDITY("Liquidity"),
    /** The yield curve. */
    CURVE("Yield curve"),
    /** The comovement of assets. */
    LOCKSTEP("Lockstep"),
    /** Sensitivities (betas) to drivers. */
    SENSITIVITY("Sensitivity"),
    /** The equity risk premium. */
    PREMIUM("Equity risk premium"),
    /** Positioning of traders. */
    POSITIONING("Positioning"),
    /** Skewness, realised and implied. */
    SKEW("Skew"),
    /** Statistical states. */
    STATES("Statistical states"),
    /** Conditional forward returns: what followed on days like today. */
    RISK_REWARD("Risk and reward"),
    /** Skew and risk-reward of each asset class. */
    SYNTHESIS("Skew and risk-reward by asset class"),
    /** Events ahead. */
    CATALYSTS("Catalysts"),
    /** The strength board. */
    STRENGTH("Strength board");

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

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
