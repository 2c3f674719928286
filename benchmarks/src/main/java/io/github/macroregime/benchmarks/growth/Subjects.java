package io.github.macroregime.benchmarks.growth;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.window.CalendarWindow;
import io.github.macroregime.core.window.DatedStatistic;
import io.github.macroregime.core.window.Decay;
import io.github.macroregime.core.window.Expanding;
import io.github.macroregime.core.window.PairStatistic;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Statistic;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.credit.SpreadScores;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.fixture.Bindings;
import io.github.macroregime.fixture.Kernel;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.regime.bar.BarStatistic;
import io.github.macroregime.regime.bar.Bars;
import io.github.macroregime.regime.bar.RunningBars;
import io.github.macroregime.regime.changepoint.ChangePoints.RunLengthPrior;
import io.github.macroregime.regime.hmm.HmmParameters;
import io.github.macroregime.regime.signal.Crossover;
import io.github.macroregime.regime.signal.ExAnteVolatility;
import io.github.macroregime.regime.signal.HorizonScore;
import io.github.macroregime.regime.signal.Macd;
import io.github.macroregime.regime.signal.PastReturn;
import io.github.macroregime.regime.signal.Rsi;
import io.github.macroregime.regime.signal.Signal;
import io.github.macroregime.regime.signal.TrendStatistic;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.strategy.PositionRule;
import io.github.macroregime.regime.strength.StrengthModel;
import io.github.macroregime.regime.switching.SwitchingModel;
import io.github.macroregime.regime.switching.SwitchingOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds by reflection every statistic of every module and every function that answers a series with a series. */
final class Subjects {

    private static final List<Class<?>> MODULES =
            List.of(Doubles.class, PolicyPath.class, SpreadScores.class, Breadth.class, Signal.class);
    private static final List<Class<?>> STATISTICS =
            List.of(DatedStatistic.class, PairStatistic.class, BarStatistic.class);
    private static final double CALENDAR_DAYS = 1.4;
    private static final int LAG = 4;
    /** Below every length, as the cost of a day grows until the longest run is reached. */
    private static final int LONGEST_RUN = 60;

    private static final SwitchingModel SWITCHING = SwitchingOptions.ofMeans()
            .fit(Sample.returns(200, 0).columns().get(0))
            .orElseThrow();

    private Subjects() {}

    static List<Subject> all() {
        List<Subject> subjects = new ArrayList<>();
        for (Class<?> type : types()) {
            if (type.isRecord() && isStatistic(type)) {
                add(
                        subjects,
                        name(type),
                        hasWindow(type),
                        window -> bindings(window).options(type).get(0));
            }
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                    .sorted(Comparator.comparing(Method::toString))
                    .forEach(method -> add(subjects, method));
        }
        return subjects;
    }

    private static void add(List<Subject> subjects, Method method) {
        String name = name(method.getDeclaringClass()) + "." + method.getName() + parameters(method);
        boolean hasWindow = hasWindow(method.getDeclaringClass())
                || Arrays.asList(method.getParameterTypes()).contains(int.class);
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        if (isStatistic(method.getReturnType())) {
            add(subjects, name, hasWindow, window -> {
                Object owner = isStatic
                        ? null
                        : bindings(window).options(method.getDeclaringClass()).get(0);
                return Kernel.invoke(method, owner, arguments(method, window));
            });
        } else if (isStatic
                && method.getReturnType() == double[].class
                && Arrays.asList(method.getParameterTypes()).contains(double[].class)) {
            boolean ofState = name.contains("hmm.") || name.contains("switching.");
            subjects.add(new Subject(name, false, hasWindow && !ofState, window -> {
                Object[] bound = arguments(method, ofState ? 0 : window);
                return sample -> Kernel.invoke(method, null, withSeries(method, bound, sample));
            }));
        }
    }

    /** The first whole number is the window, one after it a lag. */
    private static Object[] arguments(Method method, int window) {
        Object[] arguments = bindings(Math.max(LAG, window)).arguments(method).get(0);
        boolean isFirst = true;
        for (int i = 0; i < arguments.length; i++) {
            if (method.getParameterTypes()[i] == int.class) {
                arguments[i] = isFirst ? window : LAG;
                isFirst = false;
            }
        }
        return arguments;
    }

    private static Object[] withSeries(Method method, Object[] bound, Sample sample) {
        Object[] arguments = bound.clone();
        int column = 0;
        for (int i = 0; i < arguments.length; i++) {
            if (method.getParameterTypes()[i] == double[].class) {
                arguments[i] = sample.columns().get(column++);
            }
        }
        return arguments;
    }

    /** The whole series and, if there is one, the running form. */
    private static void add(List<Subject> subjects, String name, boolean hasWindow, IntFunction<Object> statistic) {
        subjects.add(new Subject(name, false, hasWindow, window -> batch(statistic.apply(window))));
        if (!name.contains("CalendarWindow")) {
            subjects.add(new Subject(name, true, hasWindow, window -> running(statistic.apply(window))));
        }
    }

    private static Function<Sample, Object> batch(Object statistic) {
        if (statistic instanceof Statistic plain) {
            return sample -> plain.over(sample.columns().get(0));
        } else if (statistic instanceof PairStatistic pair) {
            return sample -> pair.over(sample.columns().get(0), sample.columns().get(1));
        } else if (statistic instanceof BarStatistic ofBars) {
            return sample -> ofBars.over(sample.bars());
        }
        DatedStatistic dated = (DatedStatistic) statistic;
        return sample -> dated.over(sample.dated());
    }

    private static Function<Sample, Object> running(Object statistic) {
        if (statistic instanceof Statistic plain) {
            return sample -> {
                RunningStatistic state = plain.start();
                double last = 0;
                for (double x : sample.columns().get(0)) {
                    last = state.push(x);
                }
                return last;
            };
        } else if (statistic instanceof PairStatistic pair) {
            return sample -> {
                PairStatistic.RunningPair state = pair.start();
                double[] x = sample.columns().get(0);
                double[] y = sample.columns().get(1);
                double last = 0;
                for (int t = 0; t < x.length; t++) {
                    last = state.push(x[t], y[t]);
                }
                return last;
            };
        }
        BarStatistic ofBars = (BarStatistic) statistic;
        return sample -> {
            RunningBars state = ofBars.start();
            Bars bars = sample.bars();
            double last = 0;
            for (int t = 0; t < bars.close().size(); t++) {
                last = state.push(
                        bars.open().get(t),
                        bars.high().get(t),
                        bars.low().get(t),
                        bars.close().get(t));
            }
            return last;
        };
    }

    /** What the arguments beside the series are for a window; a number of positions is the window. */
    private static Bindings bindings(int window) {
        MarkovChain chain = MarkovChain.ofTwoStates(0.9, 0.8);
        return new Bindings()
                .with(int.class, window)
                .with(int[].class, new int[] {4, 8, 16})
                .with(double.class, 0.5)
                .with(Probability.class, Probability.percent(95))
                .with(Rate.class, Rate.ofPercent(40))
                .with(Window.class, Window.of(window))
                .with(Decay.class, Decay.span(window))
                .with(Expanding.class, Expanding.from(5))
                .with(CalendarWindow.class, CalendarWindow.days((int) (CALENDAR_DAYS * window)))
                .with(ExAnteVolatility.class, new ExAnteVolatility(window, 252))
                .with(HorizonScore.class, new HorizonScore(window, window))
                .with(PastReturn.class, new PastReturn(window, 1))
                .with(TrendStatistic.class, new TrendStatistic(window, 2))
                .with(Macd.class, new Macd(window / 2, window, window / 3, Macd.Seed.OWN_MEANS))
                .with(
                        Crossover.class,
                        new Crossover(
                                Doubles.of(window / 4.0),
                                Doubles.of(window / 2.0),
                                window,
                                window,
                                Decay.Weighting.RECURSIVE))
                .with(Signal.class, new Rsi(window))
                .with(PositionRule.class, new PositionRule.Sign())
                .with(StrengthModel.class, StrengthModel.withDefaults())
                .with(RunLengthPrior.class, RunLengthPrior.withDefaults().withLongestRun(LONGEST_RUN))
                .with(SwitchingModel.class, SWITCHING)
                .with(
                        HmmParameters.class,
                        HmmParameters.stationary(chain, Doubles.of(0.001, -0.002), Doubles.of(0.0001, 0.0004)));
    }

    private static boolean hasWindow(Class<?> type) {
        return type == Window.class
                || type == Decay.class
                || type == CalendarWindow.class
                || (isStatistic(type) && type.isRecord() && type != StrengthModel.class);
    }

    private static boolean isStatistic(Class<?> type) {
        return STATISTICS.stream().anyMatch(statistic -> statistic.isAssignableFrom(type));
    }

    private static String name(Class<?> type) {
        String name = type.getName().replace("io.github.macroregime.", "").replace('$', '.');
        return name.substring(name.indexOf('.') + 1);
    }

    private static String parameters(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .filter(type -> type != double[].class)
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The public types of the modules. */
    private static List<Class<?>> types() {
        return MODULES.stream().flatMap(module -> types(module).stream()).toList();
    }

    private static List<Class<?>> types(Class<?> of) {
        try {
            Path location = Path.of(
                    of.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(location)) {
                return loaded(location);
            }
            try (FileSystem archive = FileSystems.newFileSystem(location)) {
                return loaded(archive.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Class<?>> loaded(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .<Class<?>>map(Subjects::load)
                    .filter(Subjects::isPublic)
                    .toList();
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Subjects.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
