/** Spread percentiles and named bands. */
module io.github.macroregime.credit {
    requires static transitive org.jspecify;
    requires transitive io.github.macroregime.core;

    exports io.github.macroregime.credit;
    exports io.github.macroregime.credit.band;
}
