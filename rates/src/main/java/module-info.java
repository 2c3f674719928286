/** Implied policy paths from futures and overnight swaps. */
module io.github.macroregime.rates {
    requires static transitive org.jspecify;
    requires transitive io.github.macroregime.core;
    requires de.siegmar.fastcsv;

    exports io.github.macroregime.rates.policy;
    exports io.github.macroregime.rates.probability;
}
