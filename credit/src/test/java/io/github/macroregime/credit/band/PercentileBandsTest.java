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

    @Test
    void ranks_outside_and_bands_without_ranks_are_refused() {
        for (double refused : new double[] {-1e-9, 1.000001}) {
            assertThatThrownBy(() -> BANDS.at(refused)).hasMessage("fraction must lie in [0, 1] but was " + refused);
        }
        assertThat(BANDS.at(0.8999).name()).isEqualTo("usual");
        assertThat(BANDS.at(0.9).name()).isEqualTo("wide");
        Probability half = Probability.HALF;
        assertThatThrownBy(() -> new PercentileBand("none", half, half, Severity.NEUTRAL))
                .hasMessage("to must lie above 50 % but was 50 %");
        assertThatThrownBy(() -> new PercentileBand(" ", Probability.ZERO, half, Severity.NEUTRAL))
                .hasMessage("name of a percentile band must not be blank");
    }

    @Test
    void names_severities_and_edges_must_fit_one_another() {
        List<String> names = List.of("tight", "wide");
        List<Severity> severities = List.of(Severity.ALARM, Severity.STRESS);
        List<Probability> edges = List.of(Probability.HALF);
        assertThat(PercentileBands.between(names, severities, edges))
                .hasToString("0 % to 50 % tight\n50 % to 100 % wide");
        assertThatThrownBy(() -> PercentileBands.between(names, severities, List.of()))
                .hasMessage("names and severities must be one more than the 0 edges but were 2 and 2");
        assertThatThrownBy(() -> PercentileBands.between(names, List.of(Severity.ALARM), edges))
                .hasMessage("names and severities must be one more than the 1 edges but were 2 and 1");
    }
}
