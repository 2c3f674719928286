package io.github.macroregime.examples;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work on many days by several threads, handed over in the order of the days. */
final class ManyDays {

    /** Runs the parts of one day, a thread for each processor: the calling thread may be waiting for one of them. */
    static final Executor EVERY_PROCESSOR = Executors.newWorkStealingPool();

    private static final int AHEAD = 3;

    private ManyDays() {}

    /**
     * Does the work for every day; few results at a time are held.
     *
     * @param <D> a day
     * @param <R> what the work makes of it
     * @param days the days
     * @param threads how many threads work
     * @param work what is done for a day, on any thread
     * @param done told each result in the order of the days, on the caller's thread
     * @throws RuntimeException the first that the work or the consumer throws; the days before it are done
     */
    static <D, R> void each(List<D> days, int threads, Function<D, R> work, Consumer<R> done) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Deque<Future<R>> running = new ArrayDeque<>();
            for (D day : days) {
                running.add(pool.submit(() -> work.apply(day)));
                if (running.size() == AHEAD * threads) {
                    done.accept(result(running.remove()));
                }
            }
            while (!running.isEmpty()) {
                done.accept(result(running.remove()));
            }
        } finally {
            pool.shutdownNow();
            awaitEnd(pool);
        }
    }

    /** Nothing may still be written when the caller goes on. */
    private static void awaitEnd(ExecutorService pool) {
        boolean isInterrupted = false;
        boolean hasEnded = false;
        while (!hasEnded) {
            try {
                hasEnded = pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the work was interrupted", e);
        }
    }
}
