package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work on many days ends before its caller goes on, whatever stops it. */
@Timeout(60)
class ManyDaysTest {

    private final AtomicInteger working = new AtomicInteger();
    private final List<Integer> done = new ArrayList<>();

    private int work(int day) {
        working.incrementAndGet();
        try {
            TimeUnit.MILLISECONDS.sleep(30);
        } catch (InterruptedException e) {
            // The rest of a write that cannot be stopped.
            waited();
        } finally {
            working.decrementAndGet();
        }
        return day;
    }

    private static void waited() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void anInterruptedCallerWaitsForWhatIsBeingWritten() {
        assertThatThrownBy(() -> ManyDays.each(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), 2, this::work, day -> {
                    done.add(day);
                    Thread.currentThread().interrupt();
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the work was interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(working).hasValue(0);
        // What was ready already is handed over, and no more is begun.
        assertThat(done)
                .isNotEmpty()
                .isEqualTo(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9).subList(0, done.size()));
    }

    @Test
    void theFirstFaultOfADayIsThrownWithTheDaysBeforeItDone() {
        StackOverflowError fault = new StackOverflowError("of a day");
        assertThatThrownBy(() -> ManyDays.each(
                        List.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
                        3,
                        day -> {
                            if (day == 4) {
                                throw fault;
                            }
                            return work(day);
                        },
                        done::add))
                .isSameAs(fault);
        assertThat(done).containsExactly(1, 2, 3);
        assertThat(working).hasValue(0);
    }
}
