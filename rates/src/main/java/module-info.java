/** Implied policy paths from futures and overnight swaps. */
module io.github.macroregime.rates {
    requires static transitive org.jspecify;
    requires transitive io.github.macroregime.core;
    requires de.siegmar.fastcsv;

    exports io.github.macroregime.rates.check;
    exports io.github.macroregime.rates.history;
    exports io.github.macroregime.rates.instrument;
    exports io.github.macroregime.rates.io;
    exports io.github.macroregime.rates.meeting;
    exports io.github.macroregime.rates.path;
    exports io.github.macroregime.rates.probability;
    exports io.github.macroregime.rates.risk;
}
