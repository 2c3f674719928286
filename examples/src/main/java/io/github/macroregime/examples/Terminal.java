package io.github.macroregime.examples;

import io.github.macroregime.regime.page.Page;
import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.regex.Pattern;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows the progress of long work on a terminal, and nothing in a pipe. */
final class Terminal {

    private static final int IN_A_PIPE = 200;
    private static final int USUAL = 100;
    private static final int NARROWEST = 40;
    private static final Pattern HEADING = Pattern.compile("(?m)^(.+)\n(={2,}|-{2,})$");
    private static final Pattern GAIN = Pattern.compile("(?<![\\w.+-])\\+[\\d,]*\\.?\\d+");
    private static final Pattern LOSS = Pattern.compile("(?<![\\w.+-])-[\\d,]*\\.?\\d+");

    private Terminal() {}

    /** Something that is told of each step and closed at the end. */
    interface Progress extends AutoCloseable {

        void step(String what);

        @Override
        void close();
    }

    static Progress progress(String task) {
        return progress(task, -1);
    }

    /** Progress towards a known end, with the rate. */
    static Progress progress(String task, long steps) {
        return isTerminal(System.console()) ? new Bar(task, steps) : new Silence();
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

    /** The columns of a terminal, as far as it says, and more where a program reads. */
    static int width() {
        if (!isTerminal(System.console())) {
            return IN_A_PIPE;
        }
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[0-9]{2,3}")
                ? Math.max(NARROWEST, Integer.parseInt(columns))
                : USUAL;
    }

    /**
     * Bold headings, blue gains and yellow losses on a terminal that has colours; unchanged in a pipe, under
     * {@code NO_COLOR} and on a dumb terminal.
     */
    static String coloured(String text) {
        return hasColours(System.getenv(), isTerminal(System.console())) ? withColours(text) : text;
    }

    static boolean hasColours(Map<String, String> environment, boolean terminal) {
        return terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }

    static String withColours(String text) {
        String headed = HEADING.matcher(text).replaceAll("\u001b[1m$1\u001b[0m\n$2");
        String risen = GAIN.matcher(headed).replaceAll("\u001b[34m$0\u001b[0m");
        return LOSS.matcher(risen).replaceAll("\u001b[33m$0\u001b[0m");
    }

    private static final class Silence implements Progress {

        @Override
        public void step(String what) {}

        @Override
        public void close() {}
    }

    private static final class Bar implements Progress {

        private final ProgressBar bar;

        Bar(String task, long steps) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(steps)
                    .showSpeed()
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
