package io.github.macroregime.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {

    @Test
    void findingReadsAsOneLine() {
        assertThat(new Finding("A + B = 3", Verdict.INCONSISTENT, "1 + 1 = 2"))
                .hasToString("A + B = 3: inconsistent (1 + 1 = 2)");
    }

    @Test
    void partsMustBeGiven() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Finding("A + B = 3", Verdict.CONSISTENT, null))
                .withMessage("arithmetic");
    }

    @Test
    void oneContradictionOutweighsTheRest() {
        assertThat(Verdict.worst(List.of())).isEqualTo(Verdict.CONSISTENT);
        assertThat(Verdict.worst(List.of(Verdict.CONSISTENT, Verdict.UNDECIDED)))
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(Verdict.worst(List.of(Verdict.CONDITIONAL, Verdict.UNDECIDED)))
                .isEqualTo(Verdict.CONDITIONAL);
        assertThat(Verdict.worst(List.of(Verdict.INCONSISTENT, Verdict.CONSISTENT)))
                .isEqualTo(Verdict.INCONSISTENT);
    }

    @Test
    void decidedFiguresGiveOneOfTwoVerdicts() {
        assertThat(Verdict.of(true)).isEqualTo(Verdict.CONSISTENT);
        assertThat(Verdict.of(false)).isEqualTo(Verdict.INCONSISTENT);
    }
}
