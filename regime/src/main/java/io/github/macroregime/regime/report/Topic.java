package io.github.macroregime.regime.report;

import java.util.Locale;

/** What a statement of the report is about, in the order in which the report says it. */
public enum Topic {
    /** The largest moves of the day. */
    MOVES("Moves of the day"),
    /** What moved equities on the day. */
    EQUITIES("Equities"),
    /** Sectors over twenty days, and price as earnings times multiple. */
    SECTORS("Sectors over twenty days"),
    /** Baskets of equities, name by name. */
    BASKET("Baskets, name by name"),
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
    /** Stocks and bonds, and assets against a base market. */
    PAIRS("Stocks, bonds and bitcoin"),
    /** Sensitivities (betas) to drivers. */
    SENSITIVITY("Sensitivity"),
    /** Rate sensitivity of every asset; duration and credit. */
    RATES("Rate sensitivity"),
    /** The equity risk premium. */
    PREMIUM("Equity risk premium"),
    /** Positioning of traders. */
    POSITIONING("Positioning"),
    /** Skewness, realised and implied. */
    SKEW("Skew"),
    /** The premium in implied volatility. */
    VOLATILITY("Volatility premium"),
    /** Statistical states. */
    STATES("Statistical states"),
    /** Conditional forward returns: what followed on days like today. */
    RISK_REWARD("Risk and reward"),
    /** Skew and risk-reward of each asset class. */
    SYNTHESIS("Skew and risk-reward by asset class"),
    /** Events ahead. */
    CATALYSTS("Catalysts"),
    /** Coming events against assets. */
    EVENT_MATRIX("Events against assets"),
    /** The strength board. */
    STRENGTH("Strength board"),
    /** Driver models and their records. */
    DRIVERS("Driver models"),
    /** The whole record of every model. */
    RECORDS("Records of the models"),
    /** Levels around the close of each asset. */
    LADDER("Levels around the close");

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
