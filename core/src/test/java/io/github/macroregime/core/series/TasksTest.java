package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.fixture.HostileExecutor;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All or nothing, whatever the executor does with the tasks it is given. */
@Timeout(20)
class TasksTest {

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void stop() throws InterruptedException {
        pool.shutdownNow();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private List<Supplier<Integer>> work() {
        return IntStream.range(0, 3)
                .<Supplier<Integer>>mapToObj(i -> () -> {
                    begun.incrementAndGet();
                    running.incrementAndGet();
                    try {
                        Thread.sleep(20);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        running.decrementAndGet();
                    }
                    return i;
                })
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void allOrNothing(HostileExecutor kind) throws InterruptedException {
        Executor executor = kind.on(pool);
        if (kind.thrown() == null) {
            assertThat(Tasks.all(work(), executor)).containsExactly(0, 1, 2);
            assertThat(begun).hasValue(3);
        } else {
            assertThatThrownBy(() -> Tasks.all(work(), executor)).isInstanceOf(kind.thrown());
            boolean isInterrupted = Thread.interrupted();
            assertThat(isInterrupted).isEqualTo(kind == HostileExecutor.INTERRUPTS_THE_CALLER);
            assertThat(isInterrupted || running.get() == 0).isTrue();
            pool.shutdown();
            assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            assertThat(begun).hasValueLessThan(3);
        }
    }

    @Test
    void anErrorOfATaskIsThrownAsItIsWhenAllHaveEnded() {
        AssertionError error = new AssertionError("of a task");
        AtomicBoolean hasEnded = new AtomicBoolean();
        assertThatThrownBy(() -> Tasks.all(
                        List.of(
                                () -> {
                                    throw error;
                                },
                                () -> hasEnded.getAndSet(true)),
                        pool))
                .isSameAs(error);
        assertThat(hasEnded).isTrue();
    }

    @Test
    void aThreadOfThePoolMayCall() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            assertThat(one.submit(() -> Tasks.all(work(), one)).get(10, TimeUnit.SECONDS))
                    .containsExactly(0, 1, 2);
        } finally {
            one.shutdown();
        }
    }

    @Test
    void aWaitingCallerCanBeInterrupted() throws InterruptedException {
        CountDownLatch isBegun = new CountDownLatch(1);
        CountDownLatch isStopped = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        Supplier<Integer> endless = () -> {
            isBegun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                isStopped.countDown();
            }
            return 0;
        };
        Executor executor = task -> {
            pool.execute(task);
            try {
                isBegun.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            pool.execute(caller::interrupt);
        };
        assertThatThrownBy(() -> Tasks.all(List.of(endless), executor))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted before all of the work was done");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(isStopped.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static final class Checked extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Throws what no signature of Java lets pass, as code of other languages can. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException thrown(Throwable fault) throws E {
        throw (E) fault;
    }

    @Test
    void aCheckedExceptionOfATaskIsThrownAfterOneTry() {
        Checked fault = new Checked();
        assertThatThrownBy(() -> Tasks.all(
                        List.of(() -> {
                            begun.incrementAndGet();
                            throw TasksTest.<RuntimeException>thrown(fault);
                        }),
                        pool))
                .isSameAs(fault);
        assertThat(begun).hasValue(1);
    }

    @Test
    void aCheckedExceptionOfTheExecutorLeavesNothingToRun() throws InterruptedException {
        Checked fault = new Checked();
        AtomicInteger place = new AtomicInteger();
        Executor executor = task -> {
            if (place.getAndIncrement() == 2) {
                throw TasksTest.<RuntimeException>thrown(fault);
            }
            pool.execute(task);
        };
        assertThatThrownBy(() -> Tasks.all(work(), executor)).isSameAs(fault);
        assertThat(running).hasValue(0);
        pool.shutdown();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(begun).hasValueLessThan(3);
    }

    @Test
    void aCallerThatIsInterruptedAlreadyBeginsNothingItself() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Tasks.all(work(), task -> {})).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(begun).hasValue(0);
    }
}
