/** Credit spreads: percentiles, bands, carry and break-even, momentum, and residuals against other markets. */
module io.github.macroregime.credit {
    requires static transitive org.jspecify;
    requires transitive io.github.macroregime.core;

    exports io.github.macroregime.credit;
    exports io.github.macroregime.credit.band;
}
