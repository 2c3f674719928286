/** Contributions that add up, breadth, and what moved the index. */
module io.github.macroregime.equities {
    requires static transitive org.jspecify;
    requires transitive io.github.macroregime.core;
}
