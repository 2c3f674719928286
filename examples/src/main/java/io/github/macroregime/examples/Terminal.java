package io.github.macroregime.examples;

import io.github.macroregime.regime.page.Page;
import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows the progress of long work on a terminal, and nothing in a pipe. */
final class Terminal {

    private Terminal() {}

    /** Something that is told of each step and closed at the end. */
    interface Progress extends AutoCloseable {

        void step(String what);

        @Override
        void close();
    }

    static Progress progress(String task) {
        return isTerminal(System.console()) ? new Bar(task) : new Silence();
    }

    /**
     * A console is a terminal up to Java 21; later ones also exist in a pipe and say what they are by a method that
     * Java 17 does not have.
     */
    private static boolean isTerminal(@org.jspecify.annotations.Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    private static final class Silence implements Progress {

        @Override
        public void step(String what) {}

        @Override
        public void close() {}
    }

    private static final class Bar implements Progress {

        private final ProgressBar bar;

        Bar(String task) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(-1)
                    .clearDisplayOnFinish()
                    .build();
        }

        @Override
        public void step(String what) {
            bar.setExtraMessage(Page.plain(what));
            bar.step();
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
