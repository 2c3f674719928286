package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateFuture;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.RatePosition;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.meeting.Meeting;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** On strips that leave a part of the path open: what a path answers is so, whatever the open rates are. */
class OpenRatesLaws {

    private static final OvernightIndex SOFR = OvernightIndex.sofr();

    /** Views that say which rates are identified, or speak of those alone. */
    private static final Set<String> OF_THE_IDENTIFIED = Set.of(
            "isIdentified", "unidentifiedPeriods", "trough", "peak", "terminal", "meetingsUntil", "equals", "hashCode");

    @Provide
    Arbitrary<PathLaws.Sample> samples() {
        return new PathLaws().samples();
    }

    /** A third of the quotes of a path. */
    private static Optional<CalibratedPath> thinned(PathLaws.Sample sample, Random random) {
        List<RateInstrument> kept = new ArrayList<>(sample.strip());
        kept.addAll(sample.fromToday());
        kept.removeIf(instrument -> random.nextInt(3) > 0);
        List<Quote> quotes = new ArrayList<>(sample.quotes(kept));
        if (random.nextBoolean()) {
            quotes.add(Quote.current(SOFR, sample.path().startRate().orElseThrow()));
        }
        return PathCalibrator.compile(sample.path().frame(), quotes).calibrate() instanceof CalibratedPath found
                        && !found.unidentifiedPeriods().isEmpty()
                ? Optional.of(found)
                : Optional.empty();
    }

    private static PolicyPath filled(PolicyPath path, Random random) {
        double[] rates = path.rates().toArray();
        path.unidentifiedPeriods().forEach(period -> rates[period] = -0.05 + 0.5 * random.nextDouble());
        return new PolicyPath(path.frame(), Doubles.copyOf(rates));
    }

    @Property(seed = "20250722", tries = 300)
    void noViewDependsOnHowTheOpenRatesAreFilled(@ForAll("samples") PathLaws.Sample sample, @ForAll long seed) {
        Random random = new Random(seed);
        thinned(sample, random).map(CalibratedPath::path).ifPresent(path -> {
            PolicyPath one = filled(path, random);
            PolicyPath other = filled(path, random);
            for (Method view : PolicyPath.class.getDeclaredMethods()) {
                if (Modifier.isPublic(view.getModifiers())
                        && !Modifier.isStatic(view.getModifiers())
                        && !OF_THE_IDENTIFIED.contains(view.getName())) {
                    for (Object[] arguments : arguments(view, sample)) {
                        String where = view.getName() + Arrays.toString(arguments);
                        Object answer = call(view, path, arguments);
                        agree(where, answer, call(view, one, arguments));
                        agree(where, answer, call(view, other, arguments));
                    }
                }
            }
        });
    }

    /** Quotes without error: what they settle is the path they were read from. */
    @Property(seed = "20250722", tries = 300)
    void whatIsAnsweredIsTheTruth(@ForAll("samples") PathLaws.Sample sample, @ForAll long seed) {
        thinned(sample, new Random(seed)).ifPresent(found -> {
            PolicyPath truth = sample.path();
            IntStream.rangeClosed(0, truth.meetings().size())
                    .filter(found.path()::isIdentified)
                    .forEach(j -> assertThat(found.path().rates().get(j))
                            .isCloseTo(truth.rates().get(j), offset(1e-8)));
            Stream.of(sample.strip(), sample.fromToday())
                    .flatMap(List::stream)
                    .forEach(instrument -> found.path()
                            .parRate(instrument)
                            .ifPresent(rate -> assertThat(rate.decimal())
                                    .as(instrument.label())
                                    .isCloseTo(
                                            truth.parRate(instrument)
                                                    .orElseThrow()
                                                    .decimal(),
                                            offset(1e-8))));
            assertThat(found.completed().unidentifiedPeriods()).isEmpty();
        });
    }

    @Property(seed = "20250722", tries = 100)
    void theExtremesAndThePrintingAreThoseOfTheIdentifiedRates(
            @ForAll("samples") PathLaws.Sample sample, @ForAll long seed) {
        thinned(sample, new Random(seed)).map(CalibratedPath::path).ifPresent(path -> {
            path.trough()
                    .ifPresent(trough -> assertThat(trough.rate().decimal())
                            .isCloseTo(
                                    path.rates().stream()
                                            .filter(rate -> !Double.isNaN(rate))
                                            .min()
                                            .orElseThrow(),
                                    offset(1e-12)));
            List<String> lines = path.toString().lines().toList();
            int first = lines.size() - path.meetings().size() - 1;
            for (int j = 1; j < path.rates().size(); j++) {
                assertThat(lines.get(first + j - 1).contains(" open "))
                        .isEqualTo(!path.isIdentified(j) || !path.isIdentified(j - 1) || !path.isIdentified(0));
            }
        });
    }

    /** Every combination of arguments that a view takes, of some each. */
    private static List<Object[]> arguments(Method view, PathLaws.Sample sample) {
        List<Object[]> all = new ArrayList<>();
        all.add(new Object[0]);
        for (Class<?> type : view.getParameterTypes()) {
            List<Object[]> longer = new ArrayList<>();
            for (Object[] some : all) {
                for (Object value : values(type, sample)) {
                    Object[] more = Arrays.copyOf(some, some.length + 1);
                    more[some.length] = value;
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    private static List<?> values(Class<?> type, PathLaws.Sample sample) {
        LocalDate asOf = sample.path().asOf();
        if (type == Meeting.class) {
            return sample.path().meetings();
        } else if (type == LocalDate.class) {
            return Stream.concat(
                            sample.path().meetings().stream().map(Meeting::decision),
                            Stream.of(0, 30, 100, 400).map(asOf::plusDays))
                    .toList();
        } else if (type == Rate.class) {
            return List.of(Rate.ofBasisPoints(25));
        } else if (type == RateFuture.class) {
            return futures(asOf);
        } else if (type == TenorOis.class) {
            return List.of(TenorOis.of(SOFR, asOf, "18M"));
        } else if (type == DatedOis.class) {
            return sample.dated();
        } else if (type == double.class) {
            return List.of(1.0);
        }
        assertThat(type).as("a view asks for what this law does not know").isEqualTo(RateInstrument.class);
        List<RateInstrument> instruments = new ArrayList<>(futures(asOf));
        instruments.addAll(sample.dated());
        instruments.addAll(sample.fromToday());
        instruments.add(TenorOis.of(SOFR, asOf, "18M"));
        return instruments;
    }

    private static List<RateFuture> futures(LocalDate asOf) {
        YearMonth month = YearMonth.from(asOf);
        return List.of(
                AverageFuture.sr1(month),
                AverageFuture.sr1(month.plusMonths(2)),
                AverageFuture.sr1(month.plusMonths(5)),
                CompoundedFuture.sr3(month.plusMonths(3 - month.getMonthValue() % 3)));
    }

    private static Object call(Method view, PolicyPath path, Object... arguments) {
        try {
            return view.invoke(path, arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(view + " failed", e);
        }
    }

    /** Whether every number of an answer is also in another. */
    private static void agree(String where, Object answer, Object other) {
        if (answer instanceof Optional<?> some) {
            some.ifPresent(value -> agree(where, value, ((Optional<?>) other).orElseThrow()));
        } else if (answer instanceof OptionalDouble some) {
            some.ifPresent(value -> agree(where, value, ((OptionalDouble) other).orElseThrow()));
        } else if (answer instanceof Doubles some) {
            IntStream.range(0, some.size())
                    .filter(i -> !some.isMissing(i))
                    .forEach(i -> agree(where, some.get(i), ((Doubles) other).get(i)));
        } else if (answer instanceof List<?> some) {
            IntStream.range(0, some.size()).forEach(i -> agree(where, some.get(i), ((List<?>) other).get(i)));
        } else if (answer instanceof PathStep step) {
            PathStep full = (PathStep) other;
            agree(where, step.rateAfter(), full.rateAfter());
            agree(where, step.step(), full.step());
            agree(where, step.cumulative(), full.cumulative());
        } else if (answer instanceof Rate rate) {
            agree(where, rate.decimal(), ((Rate) other).decimal());
        } else if (answer instanceof RatePosition position) {
            agree(where, position.basisPointValue(), ((RatePosition) other).basisPointValue());
        } else if (answer instanceof Double number) {
            assertThat((Double) other).as(where).isCloseTo(number, offset(1e-14));
        } else if (answer instanceof String text) {
            assertThat(text.lines().filter(line -> line.matches("2.*") && !line.contains("open")))
                    .as(where)
                    .allMatch(((String) other).lines().toList()::contains);
        } else {
            assertThat(answer).as(where).isEqualTo(other);
        }
    }
}
