package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacroStatementTest {

    private static final Evidence EVIDENCE = new Evidence(List.of(ByHand.HAND), ByHand.TUESDAY);

    private static MacroStatement said(Topic topic, String subject) {
        return said(topic, subject, "up", "1 of 2", "a share");
    }

    private static MacroStatement said(Topic topic, String subject, String state, String sentence, String definition) {
        return new MacroStatement(
                topic,
                subject,
                state,
                sentence,
                Figure.percent(0.5),
                definition,
                Sample.of(2, "names"),
                ByHand.MONDAY,
                EVIDENCE);
    }

    @Test
    void itSaysNumberSampleDateSourceAndDefinition() {
        assertThat(said(Topic.EQUITIES, "Breadth"))
                .hasToString("Breadth: 1 of 2 [50.00 %; n 2 names; 2025-07-21; known 2025-07-22, by hand (SYNTHETIC); a"
                        + " share]");
    }

    @Test
    void topicAndSubjectNameIt() {
        MacroStatement one = said(Topic.EQUITIES, "Breadth");
        assertThat(one.speaksOf(said(Topic.EQUITIES, "Breadth", "down", "0 of 2", "a share")))
                .isTrue();
        assertThat(one.speaksOf(said(Topic.SECTORS, "Breadth"))).isFalse();
        assertThat(one.speaksOf(said(Topic.EQUITIES, "Rotation"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "EQUITIES, Strongest sector, true",
        "'EQUITIES', 'Sectors, above the 50-day mean', false",
        "CURVE, '2s10s, day', true",
        "CURVE, '2s10s, 20 days', false",
        "LEVELS, VIX, false"
    })
    void whatTellsOneDayIsToldFromWhatStands(Topic topic, String subject, boolean isOfOneDay) {
        assertThat(said(topic, subject).isOfOneDay()).isEqualTo(isOfOneDay);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void noTextIsBlank(int place) {
        String[] texts = {"subject", "state", "sentence", "definition"};
        texts[place] = " ";
        String named = Arrays.stream(texts).map(each -> '"' + each + '"').collect(Collectors.joining(", "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> said(Topic.MOVES, texts[0], texts[1], texts[2], texts[3]))
                .withMessage("subject, state, sentence and definition must not be blank but were "
                        + named.replace(", \"" + texts[3], " and \"" + texts[3]));
    }

    @Test
    void aSampleCountsFromZero() {
        assertThat(Sample.of(3, "days").effectiveN()).isEqualTo(3);
        assertThat(Sample.of(0, "days")).hasToString("n 0 days");
        assertThat(new Sample(60, "days", 2.857)).hasToString("n 60 days, effective 2.9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.of(-1, "days"))
                .withMessage("n and effectiveN must not be negative but were -1 and -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sample(1, "days", Double.NaN))
                .withMessage("n and effectiveN must not be negative but were 1 and NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sample(1, "days", Double.POSITIVE_INFINITY))
                .withMessage("effectiveN must be finite or NaN but was Infinity");
        assertThatNullPointerException().isThrownBy(() -> Sample.of(1, null)).withMessage("counted must not be null");
    }

    @Test
    void topicsAreNamedAndTheirLinksAreDistinct() {
        assertThat(Topic.RISK_REWARD.id()).isEqualTo("risk-reward");
        assertThat(Topic.RISK_REWARD.title()).isEqualTo("Risk and reward");
        assertThat(Arrays.stream(Topic.values()).map(Topic::id)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Topic.values()).map(Topic::title)).doesNotHaveDuplicates();
    }
}
