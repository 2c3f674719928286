package io.github.macroregime.core.series;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work on an executor of which the caller gets every result or an error, and of which nothing is left to run.
 *
 * <pre>{@code
 * List<Supplier<Double>> work = List.of(() -> Math.sqrt(2), () -> Math.sqrt(3));
 * List<Double> roots = Tasks.all(work, ForkJoinPool.commonPool());
 * }</pre>
 */
public final class Tasks {

    private Tasks() {}

    /**
     * All results, in the order of the work.
     *
     * <p>What the executor has not begun when it has been given everything is done by the calling thread, so an executor
     * that drops tasks, or whose threads wait for this call, cannot make it wait for ever.
     *
     * @param <T> what a piece of work makes
     * @param work the pieces, none of which waits for a later one
     * @param executor runs them; it is neither started nor stopped here
     * @return what each made; the first that threw throws, when all are over
     * @throws java.util.concurrent.RejectedExecutionException if the executor refuses a piece
     * @throws CancellationException if the calling thread is interrupted
     */
    public static <T> List<T> all(List<Supplier<T>> work, Executor executor) {
        List<Task<T>> tasks = work.stream().map(Task::new).toList();
        try {
            tasks.forEach(executor::execute);
            for (Task<T> task : tasks) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                task.run();
            }
            await(tasks);
        } catch (InterruptedException e) {
            stop(tasks);
            Thread.currentThread().interrupt();
            throw cancelled(e);
        } catch (Throwable refused) {
            // Executors of other languages throw what no signature names.
            stop(tasks);
            awaitOrLeaveInterrupted(tasks);
            throw refused;
        }
        return tasks.stream().map(task -> task.result.get()).toList();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException rethrown(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static CancellationException cancelled(InterruptedException cause) {
        CancellationException cancelled = new CancellationException("interrupted before all of the work was done");
        cancelled.initCause(cause);
        return cancelled;
    }

    private static <T> void stop(List<Task<T>> tasks) {
        tasks.forEach(Task::drop);
        tasks.forEach(Task::interrupt);
    }

    private static <T> void await(List<Task<T>> tasks) throws InterruptedException {
        for (Task<T> task : tasks) {
            task.ended.await();
        }
    }

    private static <T> void awaitOrLeaveInterrupted(List<Task<T>> tasks) {
        try {
            await(tasks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs at most once, however often and wherever it is called. */
    private static final class Task<T> implements Runnable {

        private final CountDownLatch ended = new CountDownLatch(1);
        private Supplier<T> result;
        private boolean isTaken;
        private @Nullable Thread runner;

        private Task(Supplier<T> work) {
            this.result = work;
        }

        @Override
        public void run() {
            if (!take(Thread.currentThread())) {
                return;
            }
            try {
                T value = result.get();
                result = () -> value;
            } catch (Throwable thrown) {
                result = () -> {
                    throw Tasks.<RuntimeException>rethrown(thrown);
                };
            } finally {
                leave();
                ended.countDown();
            }
        }

        private synchronized boolean take(@Nullable Thread thread) {
            boolean isFirst = !isTaken;
            if (isFirst) {
                isTaken = true;
                runner = thread;
            }
            return isFirst;
        }

        private synchronized void leave() {
            runner = null;
        }

        private void drop() {
            if (take(null)) {
                ended.countDown();
            }
        }

        private synchronized void interrupt() {
            if (runner != null) {
                runner.interrupt();
            }
        }
    }
}
