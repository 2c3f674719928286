package io.github.macroregime.regime.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LazyStatesTest {

    private static final List<String> STATES = List.of("", "up", "up", "", "down", "", "down", "up", "down");

    @Test
    void aStateIsFoundOnceWhenItIsAskedFor() {
        List<Integer> asked = new ArrayList<>();
        LazyStates states = new LazyStates(STATES.size(), i -> {
            asked.add(i);
            return STATES.get(i);
        });
        assertThat(states.at(4)).isEqualTo("down");
        assertThat(states.at(4)).isEqualTo("down");
        assertThat(asked).containsExactly(4);
    }

    /** Runs begin at 1, 4, 7 and 8; places without a state belong to the run before and are not counted. */
    @Test
    void runsAreCountedByTheirKnownPlaces() {
        LazyStates.Runs runs = new LazyStates(STATES.size(), STATES::get).runs();
        assertThat(List.of(runs.of(1), runs.of(3), runs.of(4), runs.of(5), runs.of(6), runs.of(7), runs.of(8)))
                .containsExactly(0, 0, 1, 1, 1, 2, 3);
        assertThat(List.of(runs.first(0), runs.first(1), runs.first(2), runs.first(3)))
                .containsExactly(1, 4, 7, 8);
        assertThat(List.of(runs.length(0), runs.length(1), runs.length(2), runs.length(3)))
                .containsExactly(2, 2, 1, 1);
        assertThat(runs.turns("up", "down")).containsExactly(4, 8);
        assertThat(runs.turns("down", "up")).containsExactly(7);
    }
}
