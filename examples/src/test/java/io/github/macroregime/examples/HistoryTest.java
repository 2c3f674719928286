package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.macroregime.examples.History.Row;
import io.github.macroregime.regime.report.Topic;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of an archive and its page. */
class HistoryTest {

    private static final LocalDate DAY = LocalDate.of(2024, 4, 11);

    @TempDir
    Path scratch;

    private static Row row(String subject, double value, String state) {
        return new Row(Topic.CURVE, subject, "bp", value, state);
    }

    private static History history() {
        History history = new History();
        history.put(DAY, List.of(row("2s10s, \"day\" <b>", -12.5, "bear, flat"), row("30y", 1e-6, "up")));
        history.put(
                DAY.plusDays(1), List.of(row("2s10s, \"day\" <b>", 1.2345678e9, "bull"), row("new", Double.NaN, "x")));
        return history;
    }

    private static String text(History history) throws IOException {
        StringWriter writer = new StringWriter();
        history.writeTo(writer);
        return writer.toString();
    }

    private History read(String text) throws IOException {
        return History.read(Files.writeString(scratch.resolve("history.csv"), text));
    }

    @Test
    void what_is_written_is_read() throws IOException {
        assertThat(text(history()))
                .isEqualTo(String.join(
                        "\n",
                        "# macro-regime history, version 1",
                        "date,topic,subject,unit,value,state",
                        "2024-04-11,CURVE,\"2s10s, \"\"day\"\" <b>\",bp,-12.5,\"bear, flat\"",
                        "2024-04-11,CURVE,30y,bp,0.000001,up",
                        "2024-04-12,CURVE,\"2s10s, \"\"day\"\" <b>\",bp,1234567800,bull",
                        "2024-04-12,CURVE,new,bp,,x",
                        ""));
        assertThat(read(text(history())).days()).isEqualTo(history().days());
        assertThat(History.read(scratch.resolve("absent.csv")).days()).isEmpty();
    }

    /** Every size and sign, whole millionths and numbers between them: the decimals of the number itself, rounded. */
    @Test
    void a_number_is_written_as_its_own_decimals_rounded() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            double any = random.nextGaussian() * StrictMath.pow(10, random.nextInt(22) - 8);
            double value = i % 2 == 0 ? any : Math.rint(any * 1e6) / 1e6;
            BigDecimal exact = new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN);
            History history = new History();
            history.put(DAY, List.of(row("x", value, "up")));
            assertThat(text(history))
                    .contains(",bp,"
                            + (exact.signum() == 0
                                    ? "0"
                                    : exact.stripTrailingZeros().toPlainString())
                            + ",up");
        }
    }

    /** A pipe to which nobody writes would be waited for without end. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void what_is_no_file_is_refused_and_not_waited_for() throws IOException, InterruptedException {
        Path pipe = scratch.resolve(".lock");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (ThrowingCallable each :
                List.<ThrowingCallable>of(() -> History.read(pipe), () -> FolderLock.of(scratch))) {
            assertThatThrownBy(each).isInstanceOf(FileSystemException.class).hasMessage(pipe + ": .lock is no file");
        }
    }

    @Test
    void other_versions_and_other_files_are_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("# macro-regime history, version 2\n"))
                .withMessageContaining("history.csv is of version 2 but this program reads version 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("date,value\n"))
                .withMessageContaining("history.csv:1 must begin with \"# macro-regime history, version\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(text(history()) + "2024-04-12,CURVE,cut"))
                .withMessageContaining("history.csv:7: expected 6 fields but found 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(text(history()) + "yesterday,CURVE,a,bp,1,x\n"))
                .withMessageContaining("history.csv:7: ");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "2024-04-12,CURVE,cut,bp,1,bul | :7: the line is cut: it has no end",
                "2024-04-12,CURVE,cut,bp,1,bull/2024-04 | :8: expected 6 fields but found 1",
                "2024-04-12,CURVE,a,bp,NaN,x/ | :7: \"NaN\" is no number",
                "2024-04-12,CURVE,a,bp,1e400,x/ | :7: \"1e400\" is no number",
                "2024-04-12,CURVE,a,bp,0x1p3,x/ | :7: \"0x1p3\" is no number",
                "2024-04-12,CURVE,a,bp,1d,x/ | :7: \"1d\" is no number",
                "2024-04-12,CURVE,a,bp, 1,x/ | :7: \" 1\" is no number",
                "2024-04-12,CURVE,a,bp,1-1,x/ | :7: ",
                "2024-04-12,CURVE,`a`,bp,1,`x/ | :7: a quotation mark is not closed at the end of its field",
                "2024-04-12,CURVE,`a`b,bp,1,x/ | :7: a quotation mark is not closed at the end of its field",
                "2024-04-12,CURVE,new,bp,1,x/ | : 2024-04-12 says \"Yield curve: new\" twice",
                "2024-04-12,SHAPES,a,bp,1,x/ | :7: ",
                "2024-02-30,CURVE,a,bp,1,x/ | :7: ",
                "2199-01-02,CURVE,a,bp,1,x/ | :7: 2199-01-02 lies more than 10 days after today, ",
                "+99999-01-02,CURVE,a,bp,1,x/ | :7: +99999-01-02 lies more than 10 days after today, ",
                "0001-01-02,CURVE,a,bp,1,x/ | :7: 0001-01-02 is a day without reports, which go from 1986-01-01 to ",
            })
    void a_damaged_line_is_refused(String line, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(text(history()) + line.replace('/', '\n').replace('`', '"')))
                .withMessageContaining("history.csv" + sentence.stripTrailing());
    }

    @Test
    void a_state_turns_against_the_day_before() {
        assertThat(history().turned(DAY)).isEmpty();
        assertThat(history().turned(DAY.plusDays(1)))
                .hasToString("[Yield curve: 2s10s, \"day\" <b>: from bear, flat to bull (1234567800 bp)]");
    }

    @Test
    void what_a_day_no_longer_says_is_found() {
        assertThat(history().silent(DAY)).isEmpty();
        assertThat(history().silent(DAY.plusDays(1))).hasToString("[Yield curve: 30y]");
    }

    @Test
    void the_index_has_no_script_and_escapes_every_text() throws IOException {
        StringWriter page = new StringWriter();
        ArchiveIndex.of(history(), DAY::equals).writeTo(page);
        assertThat(page.toString())
                .startsWith("<!doctype html>")
                .endsWith("</html>\n")
                .contains(
                        "prefers-color-scheme: dark",
                        "name=\"viewport\"",
                        "href=\"2024-04-11.html\"",
                        "<title>bull</title>")
                .contains("2s10s, &quot;day&quot; &lt;b&gt;", "1 state turned on 2024-04-12")
                .doesNotContain("<script", "2024-04-12.html", "<b>,", "src=");
    }

    @Test
    void the_index_of_many_days_stays_small() throws IOException {
        History history = new History();
        LocalDate first = LocalDate.of(2005, 1, 3);
        for (int i = 0; i < 5000; i++) {
            history.put(
                    first.plusDays(i),
                    List.of(row("noisy", Math.floorMod(i * 7919L, 1000), i % 2 == 0 ? "up" : "down")));
        }
        StringWriter page = new StringWriter();
        ArchiveIndex.of(history, day -> false).writeTo(page);
        assertThat(page.toString())
                .contains("A column stands for 8.3 days on average", ">2005</span>")
                .hasSizeLessThan(120_000);
    }
}
