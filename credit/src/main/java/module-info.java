/** Spread percentiles and named bands. */
module io.github.macroregime.credit {
    requires static transitive org.jspecify;
    requires transitive io.github.macroregime.core;
}
