package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InstrumentTest {

    private static final Instrument CDX = new Instrument.Cdx("CDX IG 5Y");
    private static final Instrument OAS = new Instrument.CashOas("ICE BofA US Corporate");

    @Test
    void instruments_of_one_kind_are_comparable() {
        CDX.requireComparable(new Instrument.Cdx("CDX HY 5Y"));
    }

    @Test
    void instruments_of_two_kinds_are_refused_by_name() {
        assertThatThrownBy(() -> CDX.requireComparable(OAS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instruments must be of one kind to be compared but were CDX IG 5Y (CDX spread)"
                        + " and ICE BofA US Corporate (cash OAS)");
    }

    @Test
    void an_unstated_instrument_is_comparable_only_with_itself() {
        Instrument unstated = new Instrument.Unstated("IG spread");
        unstated.requireComparable(new Instrument.Unstated("IG spread"));
        assertThatThrownBy(() -> unstated.requireComparable(new Instrument.Unstated("HY spread")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HY spread (kind not stated)");
        assertThatThrownBy(() -> unstated.requireComparable(CDX)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_blank_name_is_refused() {
        assertThatThrownBy(() -> new Instrument.Cdx(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(OAS.label()).isEqualTo("ICE BofA US Corporate (cash OAS)");
    }
}
