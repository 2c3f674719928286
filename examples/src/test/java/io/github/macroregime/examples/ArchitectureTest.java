package io.github.macroregime.examples;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.credit.SpreadPercentiles;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.regime.strength.StrengthBoard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of who may import whom, one sentence a rule. */
@AnalyzeClasses(
        packages = "io.github.macroregime",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutFixture.class})
class ArchitectureTest {

    /** What the tests share is on the class path of these tests, but no part of the library. */
    static final class WithoutFixture implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/macroregime/fixture/");
        }
    }

    /** What may have other bits in {@link Math} on another machine. */
    static final String MACHINE_DEPENDENT =
            "exp|expm1|log|log10|log1p|pow|cbrt|sin|cos|tan|a(sin|cos|tan|tan2)|(sin|cos|tan)h|hypot";

    private static final Pattern CONTRACT = Pattern.compile("@ContractOf\\([^)]*\\)");
    private static final Pattern CLASS = Pattern.compile("([A-Z]\\w*)\\.class");
    private static final String ROOT = "io.github.macroregime.";
    private static final List<String> BANNED_NAMES =
            List.of("util", "common", "helper", "impl", "base", "manager", "processor", "model", "types");
    private static final List<String> JSHELL_IMPORTS = List.of(
            "java.lang",
            "java.io",
            "java.math",
            "java.net",
            "java.nio.file",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.prefs",
            "java.util.regex",
            "java.util.stream");
    private static final List<String> BANNED_ENDINGS =
            List.of("util", "utils", "helper", "impl", "manager", "processor");

    @ArchTest
    static final ArchRule core_imports_no_other_module = noModuleDependency(
            "core", "rates", "strata", "spark", "credit", "equities", "regime", "examples", "benchmarks");

    @ArchTest
    static final ArchRule rates_imports_core_only =
            noModuleDependency("rates", "strata", "spark", "credit", "equities", "regime", "examples", "benchmarks");

    @ArchTest
    static final ArchRule rooms_of_rates_look_down_only = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "rates..")
            .layer("meeting")
            .definedBy(ROOT + "rates.meeting")
            .layer("instrument")
            .definedBy(ROOT + "rates.instrument")
            .layer("path")
            .definedBy(ROOT + "rates.path")
            .layer("top floor")
            .definedBy(ROOT + "rates.probability", ROOT + "rates.risk", ROOT + "rates.io", ROOT + "rates.check")
            .layer("history")
            .definedBy(ROOT + "rates.history")
            .whereLayer("instrument")
            .mayOnlyBeAccessedByLayers("path", "top floor", "history")
            .whereLayer("path")
            .mayOnlyBeAccessedByLayers("top floor", "history")
            .whereLayer("top floor")
            .mayOnlyBeAccessedByLayers("history")
            .whereLayer("history")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule strata_imports_core_and_rates_only =
            noModuleDependency("strata", "spark", "credit", "equities", "regime", "examples", "benchmarks");

    @ArchTest
    static final ArchRule only_the_strata_module_knows_strata_joda_and_guava = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "strata..", ROOT + "benchmarks..", ROOT + "examples..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.opengamma..", "org.joda..", "com.google.common..");

    @ArchTest
    static final ArchRule credit_imports_core_only =
            noModuleDependency("credit", "rates", "strata", "spark", "equities", "regime", "examples", "benchmarks");

    @ArchTest
    static final ArchRule equities_imports_core_only =
            noModuleDependency("equities", "rates", "strata", "spark", "credit", "regime", "examples", "benchmarks");

    @ArchTest
    static final ArchRule regime_imports_neither_pricers_nor_examples_nor_benchmarks =
            noModuleDependency("regime", "strata", "spark", "examples", "benchmarks");

    @ArchTest
    static final ArchRule a_folder_is_read_without_the_report_that_is_made_of_it = noClasses()
            .that()
            .resideInAPackage(ROOT + "regime.folder..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "regime.report..", ROOT + "regime.edition..");

    /** What a report shows of the board, of a spread card and of a path is what its part computed. */
    @ArchTest
    static void the_board_the_card_and_the_path_of_a_report_are_computed_in_one_place(JavaClasses imported) {
        assertThat(callers(imported, StrengthBoard.class, "of")).containsExactly("StrengthPart");
        assertThat(callers(imported, SpreadCard.class, "of")).containsExactly("CreditPart");
        assertThat(callers(imported, SpreadPercentiles.class, "fan")).containsExactly("Reader");
        assertThat(callers(imported, PathCalibrator.class, "compile")).containsExactly("PolicyAssembly");
    }

    /** The classes around the report, and those that show it, that call a method. */
    private static List<String> callers(JavaClasses imported, Class<?> owner, String method) {
        return imported.get(owner).getMethodCallsToSelf().stream()
                .filter(call -> call.getTarget().getName().equals(method))
                .map(call -> call.getOriginOwner())
                .filter(caller -> caller.getPackageName()
                        .matches(".*\\.regime\\.(input|folder|report|edition|page)|.*\\.examples"))
                .filter(caller -> !caller.getSimpleName().matches(".*(Test|Golden|RealData|Laws)"))
                .map(JavaClass::getSimpleName)
                .distinct()
                .toList();
    }

    @ArchTest
    static final ArchRule units_know_only_the_jdk = classes()
            .that()
            .resideInAPackage(ROOT + "core.unit..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + "core.unit..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule time_knows_only_the_jdk = classes()
            .that()
            .resideInAPackage(ROOT + "core.time..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + "core.time..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule series_import_no_algorithm = noClasses()
            .that()
            .resideInAPackage(ROOT + "core.series..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "core.stats..", ROOT + "core.io..");

    @ArchTest
    static final ArchRule statistics_read_no_files = noClasses()
            .that()
            .resideInAPackage(ROOT + "core.stats..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "core.io..");

    @ArchTest
    static final ArchRule packages_form_no_cycles =
            slices().matching("io.github.macroregime.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule logging_happens_only_where_files_are_read = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "core.io..", ROOT + "examples..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.slf4j..");

    @ArchTest
    static final ArchRule nothing_asks_the_clock_the_machine_or_chance = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "examples..", ROOT + "benchmarks..")
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat(resideInAPackage("java.util.concurrent.ThreadLocalRandom"));

    @ArchTest
    static final ArchRule no_result_depends_on_the_machines_own_exponential = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "examples..", ROOT + "benchmarks..")
            .should()
            .callMethodWhere(target(owner(type(Math.class))).and(target(nameMatching(MACHINE_DEPENDENT))));

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = classes().should(new ArchCondition<>("have a telling name") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            String name = type.getSimpleName().toLowerCase(Locale.ROOT);
            List<String> packages = List.of(type.getPackageName().split("\\."));
            boolean banned = BANNED_NAMES.contains(name)
                    || BANNED_ENDINGS.stream().anyMatch(name::endsWith)
                    || BANNED_NAMES.stream().anyMatch(packages::contains);
            if (banned) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " says nothing by its name"));
            }
        }
    });

    @ArchTest
    static final ArchRule linear_algebra_knows_only_the_checks_of_series = classes()
            .that()
            .resideInAPackage(ROOT + "core.linear..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + "core.linear..", ROOT + "core.series..", "java..", "org.jspecify..");

    @ArchTest
    static void no_two_public_types_share_a_name(JavaClasses imported) {
        Map<String, List<String>> bySimpleName = imported.stream()
                .filter(ArchitectureTest::isPublished)
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(bySimpleName.values()).filteredOn(names -> names.size() > 1).isEmpty();
    }

    @ArchTest
    static void no_public_type_has_a_name_that_jshell_imports(JavaClasses imported) {
        assertThat(imported.stream().filter(ArchitectureTest::isPublished).map(JavaClass::getSimpleName))
                .noneMatch(ArchitectureTest::isImportedByJShell);
    }

    @ArchTest
    static void every_open_interface_has_its_contract_test(JavaClasses imported) throws IOException {
        Set<String> tested = new TreeSet<>();
        for (Path file : PublishedSourcesTest.tests()) {
            CONTRACT.matcher(Files.readString(file))
                    .results()
                    .flatMap(found -> CLASS.matcher(found.group()).results())
                    .forEach(found -> tested.add(found.group(1)));
        }
        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(imported.stream()
                        .filter(type -> type.isInterface() && !type.isAnnotation())
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && isOfTheLibrary(type))
                        .filter(type -> !type.reflect().isSealed())
                        .map(JavaClass::getSimpleName)
                        .toList());
    }

    private static boolean isPublished(JavaClass type) {
        return type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC) && isOfTheLibrary(type);
    }

    private static boolean isOfTheLibrary(JavaClass type) {
        return !type.getPackageName().startsWith(ROOT + "examples")
                && !type.getPackageName().startsWith(ROOT + "benchmarks");
    }

    private static boolean isImportedByJShell(String name) {
        return JSHELL_IMPORTS.stream().anyMatch(imported -> exists(imported + "." + name));
    }

    private static boolean exists(String type) {
        try {
            Class.forName(type, false, ArchitectureTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static ArchRule noModuleDependency(String module, String... forbidden) {
        String[] packages = new String[forbidden.length];
        for (int i = 0; i < forbidden.length; i++) {
            packages[i] = ROOT + forbidden[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage(ROOT + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
