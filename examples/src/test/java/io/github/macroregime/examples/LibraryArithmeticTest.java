package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No result depends on the machine's own exponential through the library of mathematics either: each of its methods that
 * ours can reach is looked into, with all its overrides.
 */
class LibraryArithmeticTest {

    private static final String OURS = "io.github.macroregime";
    private static final String LIBRARY = "org.apache.commons.math3";

    @Test
    void noLibraryMethodThatOursReachesAsksTheMachine() {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(
                        OURS + ".core",
                        OURS + ".rates",
                        OURS + ".credit",
                        OURS + ".equities",
                        OURS + ".regime",
                        LIBRARY);
        Deque<JavaCodeUnit> open = all.stream()
                .filter(type -> type.getPackageName().startsWith(OURS))
                .flatMap(type -> type.getCodeUnits().stream())
                .collect(Collectors.toCollection(ArrayDeque::new));
        Set<JavaCodeUnit> reached = new HashSet<>();
        Set<String> asked = new TreeSet<>();
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.remove();
            for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
                if (reached.contains(unit)
                        && access.getTargetOwner().isEquivalentTo(Math.class)
                        && access.getTarget().getName().matches(ArchitectureTest.MACHINE_DEPENDENT)) {
                    asked.add(access.getDescription());
                }
                if (access.getTargetOwner().getPackageName().startsWith(LIBRARY)) {
                    targets(access).filter(reached::add).forEach(open::add);
                }
            }
        }
        assertThat(asked).isEmpty();
        assertThat(reached).anyMatch(unit -> unit.getFullName().contains("FastMath.log"));
    }

    private static Stream<JavaCodeUnit> targets(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        Stream<JavaCodeUnit> initializer = owner.getStaticInitializer().map(JavaCodeUnit.class::cast).stream();
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return initializer;
        }
        Stream<JavaCodeUnit> declared = target.resolveMember().map(JavaCodeUnit.class::cast).stream();
        String[] parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        Stream<JavaCodeUnit> overrides = owner.getAllSubclasses().stream()
                .map(type -> type.tryGetMethod(target.getName(), parameters))
                .flatMap(Optional<JavaMethod>::stream);
        return Stream.of(initializer, declared, overrides).flatMap(units -> units);
    }
}
