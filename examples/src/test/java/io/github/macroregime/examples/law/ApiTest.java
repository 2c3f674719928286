package io.github.macroregime.examples.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.equities.contribution.Contributions;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.strata.PathCurves;
import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The public API of every module is the one that was last reviewed, name by name, in {@code docs/api}. With
 * {@code -Dmacroregime.write=true} the lists are written anew; the change to be reviewed is then the difference in Git.
 */
class ApiTest {

    private static final Path LISTS =
            Path.of(System.getProperty("macroregime.root", "..")).resolve("docs/api");
    static final Map<String, Class<?>> MODULES = Map.of(
            "core", TimeSeries.class,
            "rates", PolicyPath.class,
            "credit", SpreadCard.class,
            "equities", Contributions.class,
            "regime", StrengthBoard.class,
            "strata", PathCurves.class);
    /** Its own test compares its list, since no other module has Spark on its class path. */
    private static final String SPARK = "spark";

    private static final String RENEW =
            "; if the change is meant: mvn test -pl examples -am -Dtest=ApiTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dmacroregime.write=true, and review the difference in docs/api";
    private static final Set<String> OF_EVERY_OBJECT = Set.of("toString", "hashCode", "equals");
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[@A-Z])");

    @TestFactory
    Stream<DynamicTest> the_api_of_a_module_is_the_reviewed_one() {
        return MODULES.entrySet().stream()
                .map(module -> DynamicTest.dynamicTest(module.getKey(), () -> {
                    List<String> api =
                            api(PublicApi.classes(module.getValue(), "io.github.macroregime." + module.getKey()));
                    Path list = LISTS.resolve(module.getKey() + ".txt");
                    if (Boolean.getBoolean("macroregime.write")) {
                        Files.createDirectories(LISTS);
                        Files.write(list, api);
                    }
                    compare(Files.readAllLines(list), api);
                }));
    }

    @Test
    void every_module_that_is_published_has_a_list() throws IOException {
        try (Stream<Path> lists = Files.list(LISTS)) {
            assertThat(lists.map(list -> list.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(MODULES.keySet().stream(), Stream.of(SPARK))
                            .map(name -> name + ".txt")
                            .toList());
        }
    }

    @Test
    void what_went_and_what_came_are_told_apart() {
        List<String> reviewed = List.of("class A", "  int a()", "class B", "  int a()", "  int b()");
        assertThatCode(() -> compare(reviewed, reviewed)).doesNotThrowAnyException();
        assertThatCode(() -> compare(reviewed, List.of("class A", "  int a()", "  int b()", "class B", "  int b()")))
                .hasMessageContaining("no longer there: [class B: int a()]")
                .hasMessageContaining("new: [class A: int b()]");
    }

    private static void compare(List<String> reviewed, List<String> api) {
        Set<String> gone = withTheirTypes(reviewed);
        gone.removeAll(withTheirTypes(api));
        Set<String> added = withTheirTypes(api);
        added.removeAll(withTheirTypes(reviewed));
        assertThat(gone.isEmpty() && added.isEmpty())
                .as(() -> "no longer there: " + gone + "; new: " + added + RENEW)
                .isTrue();
    }

    private static Set<String> withTheirTypes(List<String> lines) {
        Set<String> named = new TreeSet<>();
        String type = "";
        for (String line : lines) {
            type = line.startsWith(" ") ? type : line;
            named.add(line.equals(type) ? type : type + ": " + line.strip());
        }
        return named;
    }

    private static List<String> api(List<Class<?>> classes) {
        return classes.stream()
                .filter(PublicApi::isPublic)
                .flatMap(type -> Stream.concat(Stream.of(head(type)), members(type)))
                .toList();
    }

    /** Kind, name and what it extends. */
    private static String head(Class<?> type) {
        String kind = type.isRecord()
                ? "record"
                : type.isEnum()
                        ? "enum"
                        : type.isAnnotation() ? "annotation" : type.isInterface() ? "interface" : "class";
        String above = Stream.concat(
                        Stream.ofNullable(type.getAnnotatedSuperclass()), Stream.of(type.getAnnotatedInterfaces()))
                .map(ApiTest::shortened)
                .filter(name -> !name.matches("Object|Record|Enum<.*"))
                .collect(Collectors.joining(", "));
        String permitted = type.isSealed() && !type.isEnum()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .filter(PublicApi::isPublic)
                        .map(Class::getSimpleName)
                        .sorted()
                        .collect(Collectors.joining(", ", " permits ", ""))
                : "";
        boolean isPlain = type.isInterface() || type.isEnum() || type.isRecord();
        return (isPlain ? "" : modifiers(type.getModifiers() & ~Modifier.STATIC)) + kind + " "
                + type.getName().replace("io.github.macroregime.", "").replace('$', '.')
                + variables(type.getTypeParameters()) + (above.isEmpty() ? "" : " : " + above) + permitted;
    }

    private static Stream<String> members(Class<?> type) {
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(ApiTest::isOffered)
                .map(field ->
                        modifiers(field.getModifiers()) + shortened(field.getAnnotatedType()) + " " + field.getName());
        Stream<String> executables = Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredConstructors()), methods(type))
                .filter(ApiTest::isOffered)
                .filter(each -> !each.isSynthetic() && !OF_EVERY_OBJECT.contains(each.getName()))
                .map(each -> signature(type, each));
        return Stream.concat(fields, executables).map(line -> "  " + line).sorted();
    }

    /** Those of the type, and those that it has from a class that nobody else sees. */
    private static Stream<Method> methods(Class<?> type) {
        Class<?> above = type.getSuperclass();
        boolean isHidden =
                above != null && !PublicApi.isPublic(above) && above.getName().startsWith("io.github.macroregime.");
        return Stream.concat(Arrays.stream(type.getDeclaredMethods()), isHidden ? methods(above) : Stream.empty());
    }

    private static boolean isOffered(Member member) {
        boolean isInherited = Modifier.isProtected(member.getModifiers())
                && !Modifier.isFinal(member.getDeclaringClass().getModifiers());
        return Modifier.isPublic(member.getModifiers()) || isInherited;
    }

    private static String signature(Class<?> type, Executable executable) {
        String parameters =
                parameters(type, executable).map(ApiTest::shortened).collect(Collectors.joining(", ", "(", ")"));
        String checked = Arrays.stream(executable.getExceptionTypes())
                .map(Class::getSimpleName)
                .sorted()
                .collect(Collectors.joining(", "));
        String named = executable instanceof Method method
                ? shortened(method.getAnnotatedReturnType()) + " " + method.getName()
                : type.getSimpleName();
        return modifiers(executable.getModifiers())
                + variables(executable.getTypeParameters())
                + named
                + parameters
                + (checked.isEmpty() ? "" : " throws " + checked);
    }

    /** Of the constructor of a record those of its components, which every compiler writes alike. */
    private static Stream<AnnotatedType> parameters(Class<?> type, Executable executable) {
        boolean isOfRecord = type.isRecord()
                && executable instanceof Constructor<?>
                && Arrays.equals(
                        executable.getParameterTypes(),
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray());
        return isOfRecord
                ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAnnotatedType)
                : Arrays.stream(executable.getAnnotatedParameterTypes());
    }

    private static String modifiers(int modifiers) {
        int said = modifiers & (Modifier.STATIC | Modifier.ABSTRACT | Modifier.PROTECTED | Modifier.FINAL);
        return said == 0 ? "" : Modifier.toString(said) + " ";
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable.getName()
                                + Arrays.stream(variable.getAnnotatedBounds())
                                        .map(ApiTest::shortened)
                                        .filter(bound -> !bound.equals("Object"))
                                        .collect(Collectors.joining(" & "))
                                        .transform(bound -> bound.isEmpty() ? "" : " extends " + bound))
                        .collect(Collectors.joining(", ", "<", "> "));
    }

    /** A type as a reader writes it, the same from every JDK. */
    private static String shortened(AnnotatedType type) {
        return PACKAGE.matcher(type.toString()).replaceAll("").replace("()", "").replace('$', '.');
    }
}
