package io.github.macroregime.examples.law;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.fixture.Kernel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a module offers, found in its class files: its types, nested ones too, and its functions on series. */
final class PublicApi {

    private static final Set<Type> SERIES = Set.of(
            double[].class,
            double[][].class,
            Doubles.class,
            TimeSeries.class,
            NamedSeries.class,
            PublishedSeries.class,
            Panel.class);

    private static final Set<Type> FUNCTIONS = Set.of(
            Function.class,
            UnaryOperator.class,
            ToDoubleFunction.class,
            BiFunction.class,
            BinaryOperator.class,
            ToDoubleBiFunction.class);

    private PublicApi() {}

    /** All classes of the folder or archive that a class comes from and of its package and those below. */
    static List<Class<?>> classes(Class<?> of, String packageName) {
        try {
            Path location = Path.of(
                    of.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(location)) {
                return loaded(location, packageName);
            }
            try (FileSystem archive = FileSystems.newFileSystem(location)) {
                return loaded(archive.getPath("/"), packageName);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** What a module does not export is public for its own rooms alone; without a module all is. */
    private static Predicate<String> exported(Path root) throws IOException {
        Path descriptor = root.resolve("module-info.class");
        if (!Files.exists(descriptor)) {
            return name -> true;
        }
        try (InputStream bytes = Files.newInputStream(descriptor)) {
            return ModuleDescriptor.read(bytes).exports().stream()
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet())::contains;
        }
    }

    private static List<Class<?>> loaded(Path root, String packageName) throws IOException {
        Predicate<String> exported = exported(root);
        try (Stream<Path> files = Files.walk(root.resolve(packageName.replace('.', '/')))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .map(name -> name.substring(0, name.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .filter(name -> exported.test(name.substring(0, name.lastIndexOf('.'))))
                    .sorted()
                    .<Class<?>>map(PublicApi::load)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether a type and all types around it are public. */
    static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    /** The public methods of public classes that take series, or that make a series from the one they belong to. */
    static List<Method> functions(Collection<Class<?>> classes) {
        return methods(classes)
                .filter(method -> hasSeries(method)
                        || isOfSeries(method)
                                && (isSeries(method.getGenericReturnType())
                                        || Arrays.asList(method.getParameterTypes())
                                                .contains(LocalDate.class))
                        || !made(method).isEmpty())
                .sorted(Comparator.comparing(PublicApi::signature))
                .toList();
    }

    /** The public methods of public classes that answer with a type. */
    static List<Method> makers(Collection<Class<?>> classes, Collection<Class<?>> types) {
        return methods(classes)
                .filter(method -> types.stream().anyMatch(type -> type.isAssignableFrom(method.getReturnType())))
                .sorted(Comparator.comparing(PublicApi::signature))
                .toList();
    }

    private static Stream<Method> methods(Collection<Class<?>> classes) {
        return classes.stream()
                .filter(PublicApi::isPublic)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !method.getName().equals("equals"));
    }

    /** Whether a method belongs to a series. */
    static boolean isOfSeries(Method method) {
        return !Modifier.isStatic(method.getModifiers()) && SERIES.contains(method.getDeclaringClass());
    }

    /** What the function that a method makes takes, if it makes a function of series. */
    static List<Type> made(Method method) {
        if (!(method.getGenericReturnType() instanceof ParameterizedType of) || !FUNCTIONS.contains(of.getRawType())) {
            return List.of();
        }
        boolean isOfTwo = of.getRawType().getTypeName().contains("Bi");
        Type first = of.getActualTypeArguments()[0];
        Type second = of.getActualTypeArguments()[Math.min(1, of.getActualTypeArguments().length - 1)];
        return !isSeries(first) ? List.of() : isOfTwo ? List.of(first, second) : List.of(first);
    }

    /** What a function answers to arguments. */
    static Object applied(Object function, Object... arguments) {
        Method only = Arrays.stream(function.getClass().getInterfaces())
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .findFirst()
                .orElseThrow();
        return Kernel.invoke(only, function, arguments);
    }

    private static boolean hasSeries(Method method) {
        return Arrays.stream(method.getGenericParameterTypes()).anyMatch(PublicApi::isSeries);
    }

    /** Whether a type is a series or an array, a collection or a map of them. */
    static boolean isSeries(Type type) {
        return SERIES.contains(type)
                || type instanceof Class<?> plain && plain.isArray() && SERIES.contains(plain.getComponentType())
                || type instanceof ParameterizedType of
                        && Set.of(List.class, Collection.class, Iterable.class, Map.class)
                                .contains(of.getRawType())
                        && Arrays.stream(of.getActualTypeArguments()).anyMatch(SERIES::contains);
    }

    /** The public methods and constructors that take series in a shape in which no law gives them any. */
    static List<Executable> untried(Collection<Class<?>> classes, Set<Class<?>> besides) {
        return executables(classes).stream()
                .filter(each -> Arrays.stream(each.getGenericParameterTypes())
                        .anyMatch(type -> !isSeries(type) && (hides(type) || besides.contains(type))))
                .toList();
    }

    /** Whether a type that is no function speaks of a series, as an argument or as a bound. */
    private static boolean hides(Type type) {
        if (type instanceof ParameterizedType of) {
            return !FUNCTIONS.contains(of.getRawType())
                    && Arrays.stream(of.getActualTypeArguments()).anyMatch(each -> isSeries(each) || hides(each));
        }
        Type[] bounds = type instanceof WildcardType any
                ? any.getUpperBounds()
                : type instanceof TypeVariable<?> variable ? variable.getBounds() : new Type[0];
        return type instanceof GenericArrayType array && hides(array.getGenericComponentType())
                || Arrays.stream(bounds).anyMatch(PublicApi::isSeries);
    }

    /** The public fields of public classes that hold a function, which no law would call. */
    static List<Field> functionsInFields(Collection<Class<?>> classes) {
        return classes.stream()
                .filter(PublicApi::isPublic)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> Modifier.isPublic(field.getModifiers()) && FUNCTIONS.contains(field.getType()))
                .toList();
    }

    /** The public methods and constructors of public classes. */
    static List<Executable> executables(Collection<Class<?>> classes) {
        Stream<Executable> constructors = classes.stream()
                .filter(PublicApi::isPublic)
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .flatMap(type -> Arrays.stream(type.getConstructors()));
        return Stream.concat(methods(classes), constructors)
                .sorted(Comparator.comparing(PublicApi::signature))
                .toList();
    }

    /** Whether it is called without an object. */
    static boolean isStatic(Executable executable) {
        return executable instanceof Constructor<?> || Modifier.isStatic(executable.getModifiers());
    }

    /** What it answers. */
    static Object call(Executable executable, Object target, Object... arguments) throws InvocationTargetException {
        try {
            return executable instanceof Method method
                    ? method.invoke(target, arguments)
                    : ((Constructor<?>) executable).newInstance(arguments);
        } catch (IllegalAccessException | InstantiationException e) {
            throw new AssertionError(e);
        }
    }

    /** The lines of a list that say something. */
    static List<String> lines(Class<?> of, String resource) {
        try (InputStream in = of.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a method or constructor with its type and the types of its parameters. */
    static String signature(Executable method) {
        String own =
                method instanceof Constructor<?> ? method.getDeclaringClass().getSimpleName() : method.getName();
        return name(method.getDeclaringClass()) + "." + own + "("
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String name(Class<?> type) {
        return type.getName().replace("io.github.macroregime.", "").replace('$', '.');
    }
}
