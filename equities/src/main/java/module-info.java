/** Contributions to the return of an index, performance attribution, breadth and concentration. */
module io.github.macroregime.equities {
    requires static transitive org.jspecify;
    requires transitive io.github.macroregime.core;

    exports io.github.macroregime.equities.attribution;
    exports io.github.macroregime.equities.breadth;
    exports io.github.macroregime.equities.contribution;
    exports io.github.macroregime.equities.linking;
    exports io.github.macroregime.equities.print;
}
