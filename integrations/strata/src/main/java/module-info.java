/** Policy paths as curves of the Strata library, and business days as its calendars. */
module io.github.macroregime.strata {
    requires static transitive org.jspecify;
    requires transitive io.github.macroregime.rates;
    requires transitive com.opengamma.strata.basics;
    requires transitive com.opengamma.strata.collect;
    requires transitive com.opengamma.strata.market;
    requires transitive com.opengamma.strata.pricer;
    requires com.google.common;
    requires org.joda.beans;
    requires org.joda.convert;

    exports io.github.macroregime.strata;
}
