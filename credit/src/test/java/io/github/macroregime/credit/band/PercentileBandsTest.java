package io.github.macroregime.credit.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.credit.band.PercentileBands.PercentileBand;
import java.util.List;
import org.junit.jupiter.api.Test;

class PercentileBandsTest {

    private static final PercentileBands BANDS = PercentileBands.between(
            List.of("tight", "usual", "wide"),
            List.of(Severity.ALARM, Severity.NEUTRAL, Severity.STRESS),
            List.of(Probability.percent(10), Probability.percent(90)));

    @Test
    void an_edge_belongs_to_the_band_above_it() {
        assertThat(BANDS.at(0).name()).isEqualTo("tight");
        assertThat(BANDS.at(0.0999).name()).isEqualTo("tight");
        assertThat(BANDS.at(0.1).name()).isEqualTo("usual");
        assertThat(BANDS.at(1).name()).isEqualTo("wide");
    }

    @Test
    void bands_that_leave_ranks_out_are_refused() {
        PercentileBand half = new PercentileBand("half", Probability.ZERO, Probability.HALF, Severity.NEUTRAL);
        assertThatThrownBy(() -> new PercentileBands(List.of(half)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("percentile bands must end at 100 % but end at 50 %");
        assertThatThrownBy(() -> new PercentileBands(List.of(half, half)))
                .hasMessage("percentile band \"half\" must begin at 50 % but begins at 0 %");
        assertThatThrownBy(() -> BANDS.at(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
