/** Signals, the strength board and the daily macro report. */
module io.github.macroregime.regime {
    requires static transitive org.jspecify;
    requires transitive io.github.macroregime.core;
    requires transitive io.github.macroregime.credit;
    requires transitive io.github.macroregime.equities;
    requires transitive io.github.macroregime.rates;
    requires commons.math3;

    exports io.github.macroregime.regime.bar;
    exports io.github.macroregime.regime.changepoint;
    exports io.github.macroregime.regime.comovement;
    exports io.github.macroregime.regime.curve;
    exports io.github.macroregime.regime.cycle;
    exports io.github.macroregime.regime.drivers;
    exports io.github.macroregime.regime.edition;
    exports io.github.macroregime.regime.folder;
    exports io.github.macroregime.regime.hmm;
    exports io.github.macroregime.regime.input;
    exports io.github.macroregime.regime.macro;
    exports io.github.macroregime.regime.outlook;
    exports io.github.macroregime.regime.page;
    exports io.github.macroregime.regime.persistence;
    exports io.github.macroregime.regime.report;
    exports io.github.macroregime.regime.section;
    exports io.github.macroregime.regime.sheet;
    exports io.github.macroregime.regime.signal;
    exports io.github.macroregime.regime.state;
    exports io.github.macroregime.regime.strategy;
    exports io.github.macroregime.regime.strength;
    exports io.github.macroregime.regime.switching;
}
