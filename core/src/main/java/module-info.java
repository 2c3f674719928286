/** Units, dated series, statistics and readers that every other module computes with. */
module io.github.macroregime.core {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires de.siegmar.fastcsv;
    requires java.xml;
    requires static java.sql;
    requires org.slf4j;

    exports io.github.macroregime.core.check;
    exports io.github.macroregime.core.io;
    exports io.github.macroregime.core.linear;
    exports io.github.macroregime.core.series;
    exports io.github.macroregime.core.stats;
    exports io.github.macroregime.core.time;
    exports io.github.macroregime.core.unit;
    exports io.github.macroregime.core.window;
}
