package io.github.macroregime.examples.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.Disconnect;
import io.github.macroregime.credit.Driver;
import io.github.macroregime.equities.attribution.RiskContributions;
import io.github.macroregime.equities.contribution.BeginWeights;
import io.github.macroregime.examples.EmbeddedEdition;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.risk.PassedMeeting;
import io.github.macroregime.rates.risk.TermPremium;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.edition.Printed;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.macro.FinancialConditions;
import io.github.macroregime.regime.outlook.EquityPremium;
import io.github.macroregime.regime.report.LiquidityPart.OwnConditions;
import io.github.macroregime.regime.section.Card;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.state.Fit;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.switching.SwitchingErrors;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every public record of every published module says what it refuses, keeps its own copies and can be read back. */
class RecordLaws {

    static final List<Class<?>> RECORDS = Instances.publicRecords(PublicApiLaws.allClasses());
    static final Instances INSTANCES = new Instances(Samples.all())
            .with(Edition.of(EmbeddedEdition.read()))
            .with(others())
            .search(PublicApiLaws.allClasses());

    private static List<Object> others() {
        LocalDate day = LocalDate.of(2025, 9, 17);
        Rate rate = Rate.ofPercent(4.25);
        PublishedSeries money = daily("money", Unit.BILLIONS_OF_DOLLARS);
        PublishedSeries rates = daily("rate", Unit.PERCENT);
        Table table = new Table(Table.columns("Asset", "#Return %"), List.of(List.of("one", "+1.0")));
        Chart chart = new Chart(
                "Return",
                "percent",
                "by hand",
                Chart.Form.LINE,
                List.of("2025-09-17"),
                List.of(new Chart.Line("one", List.of(1.0), List.of(0.5))),
                List.of(new Chart.Range("high", 1, 2, Chart.Tone.GOOD)),
                List.of(new Chart.Span("calm", day, day.plusDays(1), Chart.Tone.NEUTRAL)));
        return List.of(
                Printed.of("-0.50"),
                new CalibratedPath.Collinearity(
                        List.of(Quote.current(OvernightIndex.effr(), rate)), Doubles.of(1), rate, rate),
                new Section("one", "One", List.of(), List.of(table), List.of(chart), List.of()),
                new Card("One", "+1.0 %", "", "", List.of(1.0), "one"),
                new EconomyInput.MoneyParts(money, money, money),
                new EconomyInput.Premium(
                        EquityPremium.Definition.values()[0],
                        daily("ratio", Unit.PRICE),
                        daily("yield", Unit.PERCENT),
                        1),
                new RatesInput.Funding(rates, rates, rates, List.of(rates)),
                new Fit.Converged<>(MarkovChain.ofTwoStates(0.9, 0.8), -9, 9, 2, 3, 0),
                AverageFuture.zq(YearMonth.of(2025, 10)),
                TenorOis.of(OvernightIndex.sofr(), day, "2Y"),
                new PassedMeeting(
                        day, rate, AdjacentOutcomes.of(Rate.ofBasisPoints(-10), Rate.ofBasisPoints(25)), List.of()),
                new TermPremium.Table(Doubles.of(1, 2), Doubles.of(0.001, 0.002)),
                new RiskContributions(List.of("a"), rate, Doubles.of(1), Doubles.of(1), Doubles.of(1)),
                new BeginWeights(day, List.of("a"), Doubles.of(1)),
                new OwnConditions(
                        "own", new FinancialConditions.Reading(day, 1, List.of("a"), Doubles.of(1), Doubles.of(1), 9)),
                disconnect(),
                new SwitchingErrors(
                        Matrix.copyOf(new double[][] {{0.1, 0.1}, {0.1, 0.1}}),
                        Doubles.of(0.1, 0.2),
                        Doubles.of(0.1, 0.2),
                        Matrix.copyOf(new double[][] {{0.1}, {0.2}}),
                        99),
                new Fit.AtFloor<>(MarkovChain.ofTwoStates(0.9, 0.8), -9, 9, 0.1, List.of(0)),
                new Fit.IterationLimit<>(MarkovChain.ofTwoStates(0.9, 0.8), -9, 0.1, 9));
    }

    /** A spread against a yield over five days. */
    private static Disconnect disconnect() {
        LocalDate monday = LocalDate.of(2025, 9, 15);
        List<LocalDate> days = monday.datesUntil(monday.plusDays(5)).toList();
        TimeSeries yields = TimeSeries.ofQuoted(days, new double[] {4.1, 4.15, 4.12, 4.2, 4.16}, Unit.PERCENT);
        TimeSeries spreads = TimeSeries.ofQuoted(days, new double[] {80, 79, 81, 78, 78.5}, Unit.BASIS_POINTS);
        return Disconnect.of(
                        spreads,
                        Driver.ofYield("yield", yields, Driver.ExpectedSign.AGAINST),
                        monday.plusDays(4),
                        3,
                        Rate.ofBasisPoints(1))
                .orElseThrow();
    }

    private static PublishedSeries daily(String name, Unit unit) {
        TimeSeries one = TimeSeries.ofQuoted(Map.of(LocalDate.of(2025, 9, 17), 4.0), unit);
        return PublishedSeries.daily(name, one, Source.synthetic("by hand"));
    }

    /** Names that a list excuses, each with a reason, and of which every one must be needed. */
    private static final class Excused {

        private final Map<String, String> reasons = new LinkedHashMap<>();
        private final Set<String> used = new TreeSet<>();

        private Excused(String resource) {
            PublicApi.lines(RecordLaws.class, resource).forEach(line -> {
                String[] halves = line.split("\\s*\\|\\s*", 2);
                assertThat(halves).as(line).hasSize(2);
                reasons.put(halves[0], halves[1]);
            });
        }

        private boolean holds(String fault) {
            String[] words = fault.split(" ");
            return Stream.of(words[0] + " " + words[1], words[0])
                    .filter(reasons::containsKey)
                    .peek(used::add)
                    .findFirst()
                    .isPresent();
        }

        private void assertNone(Collection<String> faults) {
            assertThat(faults.stream().filter(fault -> !holds(fault)).toList()).isEmpty();
            assertThat(used).containsExactlyInAnyOrderElementsOf(reasons.keySet());
        }
    }

    private static List<String> faults(Predicate<RecordComponent> which, Fault fault) {
        List<String> faults = new ArrayList<>();
        for (Class<?> type : RECORDS) {
            for (Object instance : INSTANCES.of(type).stream().limit(1).toList()) {
                RecordComponent[] components = type.getRecordComponents();
                for (int i = 0; i < components.length; i++) {
                    if (which.test(components[i])) {
                        String name = name(type) + " " + components[i].getName();
                        fault.of(instance, i).stream().map(each -> name + each).forEach(faults::add);
                    }
                }
            }
        }
        return faults;
    }

    private interface Fault {
        List<String> of(Object instance, int place);
    }

    static String name(Class<?> type) {
        return type.getName().replace("io.github.macroregime.", "").replace('$', '.');
    }

    /** What the record says of another component, nothing if it takes it. */
    private static String refusal(Object instance, int place, @Nullable Object value) {
        Object[] components = Instances.components(instance);
        components[place] = value;
        try {
            Object made = Instances.made(instance.getClass(), components);
            return Objects.equals(Instances.components(made)[place], value) ? "" : "replaces it";
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            return thrown instanceof NullPointerException || thrown instanceof IllegalArgumentException
                    ? Objects.toString(thrown.getMessage())
                    : "throws " + thrown;
        }
    }

    @Test
    void everyRecordIsTried() {
        new Excused("records-untried.txt")
                .assertNone(RECORDS.stream()
                        .filter(type -> INSTANCES.of(type).isEmpty())
                        .map(type -> name(type) + " has no value")
                        .toList());
    }

    @Test
    void nullIsRefusedByName() {
        List<String> faults = faults(
                component -> !component.getType().isPrimitive()
                        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                (instance, i) -> {
                    String component =
                            instance.getClass().getRecordComponents()[i].getName();
                    String said = refusal(instance, i, null);
                    return said.matches("(?s).*\\b" + component + "\\b.*") ? List.of() : List.of(": " + said);
                });
        assertThat(faults).isEmpty();
    }

    @Test
    void infinitiesAreRefusedOrExplained() {
        List<String> faults = faults(
                component -> Set.of(double.class, OptionalDouble.class).contains(component.getType()),
                (instance, i) -> {
                    boolean plain = Instances.components(instance)[i] instanceof Double;
                    return Stream.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                            .filter(value -> refusal(instance, i, plain ? value : OptionalDouble.of(value))
                                    .isEmpty())
                            .map(value -> " takes " + value)
                            .toList();
                });
        new Excused("records-numbers.txt").assertNone(faults);
    }

    /** A number that is not there, and a count that is as large or small as can be, make a whole record or none. */
    @Test
    void oddNumbersMakeAWholeRecordOrNone() {
        List<String> faults = faults(component -> component.getType().isPrimitive(), (instance, i) -> {
            Object before = Instances.components(instance)[i];
            List<Object> odd = before instanceof Double
                    ? List.of(Double.NaN, -0.0)
                    : before instanceof Integer
                            ? List.of(Integer.MAX_VALUE, Integer.MIN_VALUE, 0)
                            : before instanceof Long ? List.of(Long.MAX_VALUE, Long.MIN_VALUE, 0L) : List.of();
            return odd.stream()
                    .map(value -> wholeness(instance, i, value))
                    .filter(fault -> !fault.isEmpty())
                    .toList();
        });
        assertThat(faults).isEmpty();
    }

    private static String wholeness(Object instance, int place, Object value) {
        Object[] components = Instances.components(instance);
        components[place] = value;
        try {
            Object made = Instances.made(instance.getClass(), components);
            Object again = Instances.made(instance.getClass(), components);
            return made.equals(again) && made.hashCode() == again.hashCode() && made.toString() != null
                    ? ""
                    : " is not equal to itself with " + value;
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof IllegalArgumentException || e.getCause() instanceof IndexOutOfBoundsException
                    ? ""
                    : " throws " + e.getCause() + " with " + value;
        } catch (RuntimeException e) {
            return " cannot be shown with " + value + ": " + e;
        }
    }

    @Test
    void negativeCountsAreRefusedOrExplained() {
        List<String> faults =
                faults(component -> Set.of(int.class, long.class).contains(component.getType()), (instance, i) -> {
                    Object minus =
                            Instances.components(instance)[i] instanceof Integer ? (Object) (-1) : (Object) (-1L);
                    return refusal(instance, i, minus).isEmpty() ? List.of(" takes -1") : List.of();
                });
        new Excused("records-counts.txt").assertNone(faults);
    }

    @Test
    void collectionsAreCopied() {
        List<String> faults = faults(
                component -> Set.of(List.class, Set.class, Map.class).contains(component.getType()), (instance, i) -> {
                    Object[] components = Instances.components(instance);
                    Object before = components[i];
                    components[i] = before instanceof List<?> list
                            ? new ArrayList<>(list)
                            : before instanceof Set<?> set
                                    ? new LinkedHashSet<>(set)
                                    : new LinkedHashMap<>((Map<?, ?>) before);
                    try {
                        Object made = Instances.made(instance.getClass(), components);
                        return Instances.components(made)[i] == components[i] ? List.of(" is not copied") : List.of();
                    } catch (InvocationTargetException e) {
                        return List.of(" refuses a copy: " + e.getCause());
                    }
                });
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsSerializableCanBeReadBack() {
        List<String> faults = new ArrayList<>();
        for (Class<?> type : RECORDS) {
            for (Object instance : INSTANCES.of(type)) {
                if (instance instanceof Serializable) {
                    faults.addAll(lost(instance));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> lost(Object instance) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(instance);
            out.flush();
            Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
            return read.equals(instance) && read.hashCode() == instance.hashCode()
                    ? List.of()
                    : List.of(name(instance.getClass()) + " is not what was written");
        } catch (IOException | ClassNotFoundException e) {
            return List.of(name(instance.getClass()) + " " + e);
        }
    }
}
