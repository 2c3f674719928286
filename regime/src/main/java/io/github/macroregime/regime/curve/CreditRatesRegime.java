package io.github.macroregime.regime.curve;

/** How a credit spread and a government yield moved together. */
public enum CreditRatesRegime {

    /** Spread and yield fell: money is cheaper and lends more freely. */
    EASING("easing: spread and yield fell"),

    /** The spread fell and the yield rose: growth is priced. */
    RISK_ON("risk on: spread fell, yield rose"),

    /** The spread rose and the yield fell: money flees to government bonds. */
    FLIGHT("flight to quality: spread rose, yield fell"),

    /** Spread and yield rose: funding gets dearer on both accounts. */
    TIGHTENING("tightening: spread and yield rose"),

    /** At least one of them moved by no more than the tolerance. */
    UNDIRECTED("undirected: one of them hardly moved");

    private final String words;

    CreditRatesRegime(String words) {
        this.words = words;
    }

    /** The regime in words. */
    @Override
    public String toString() {
        return words;
    }
}
