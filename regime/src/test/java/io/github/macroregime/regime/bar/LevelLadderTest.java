package io.github.macroregime.regime.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.regime.bar.LevelLadder.Level;
import io.github.macroregime.regime.bar.LevelLadder.Rung;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelLadderTest {

    private static final Pivots PIVOTS = new Pivots(110, 100, 108);

    @Test
    void classicPivotsByHand() {
        assertThat(PIVOTS.pivot()).isEqualTo(106);
        assertThat(PIVOTS.levels())
                .extracting(Level::price)
                .containsExactly(122.0, 116.0, 112.0, 106.0, 102.0, 96.0, 92.0);
        assertThat(PIVOTS)
                .hasToString("R3 122.000, R2 116.000, R1 112.000, P 106.000, S1 102.000, S2 96.0000, S3 92.0000");
        assertThatIllegalArgumentException().isThrownBy(() -> PIVOTS.support(4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pivots(110, 100, 99));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pivots(110, 100, 111))
                .withMessage("close must lie from low to high but they were 111.0, 100.0 and 110.0");
        assertThat(new Pivots(110, 100, 110).support(1)).isCloseTo(2 * 320 / 3.0 - 110, within(1e-12));
        assertThat(new Pivots(110, 100, 100).resistance(1)).isCloseTo(2 * 310 / 3.0 - 100, within(1e-12));
    }

    @Test
    void theNearestOnEachSide() {
        List<Level> levels = new ArrayList<>(PIVOTS.levels());
        levels.add(new Level("flip", 105));
        LevelLadder ladder = LevelLadder.of(levels, 106, 5, 2);
        assertThat(ladder.rungs()).extracting(rung -> rung.level().name()).containsExactly("R2", "R1", "P", "flip");
        assertThat(ladder.rungs()).extracting(Rung::offset).containsExactly(10.0, 6.0, 0.0, -1.0);
        assertThat(ladder.rungs()).extracting(Rung::isInRange).containsExactly(false, false, true, true);
        assertThat(ladder.rungs().get(0).move().percent()).isCloseTo(1000.0 / 106, within(1e-12));
        assertThat(ladder.toString().lines().toList())
                .contains(
                        "R1                    112.000      +6.000    +5.66 %",
                        "price                 106.000   (range 5.000)",
                        "P                     106.000      +0.000    +0.00 % *",
                        "flip                  105.000      -1.000    -0.94 % *");
        assertThat(ladder.toString().lines().map(line -> line.substring(0, 5).strip()))
                .containsExactly("R2", "R1", "price", "P", "flip");
    }

    @Test
    void oneSideMayBeEmpty() {
        assertThat(LevelLadder.of(List.of(), 1, 1, 5).toString()).startsWith("price");
        assertThat(LevelLadder.of(List.of(new Level("x", 2)), 1, 1, 5)
                        .toString()
                        .lines())
                .hasSize(2);
    }
}
