package io.github.macroregime.examples.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read from a stream whose bytes were changed on their way is refused, or is a value like any other. */
class StreamLaws {

    private static final int SEED = 20251128;
    private static final int BENT = 60;
    private static final int LARGEST = 20_000;
    private static final Set<String> CHECKS = Set.of("readResolve", "writeReplace", "readObject");
    private static final ObjectInputFilter FILTER =
            ObjectInputFilter.Config.createFilter("maxarray=100000;maxdepth=50;maxrefs=100000");

    /** A record is made by its constructor, an enum by its name; any other class says how it checks itself. */
    @Test
    void everyClassThatTravelsChecksItself() {
        assertThat(PublicApiLaws.allClasses().stream()
                        .filter(Serializable.class::isAssignableFrom)
                        .filter(type -> !type.isInterface() && !type.isRecord() && !Enum.class.isAssignableFrom(type))
                        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                        .filter(type -> type.getSuperclass() == null
                                || !Serializable.class.isAssignableFrom(type.getSuperclass())
                                || type.getSuperclass().getName().startsWith("io.github."))
                        .filter(type -> Arrays.stream(type.getDeclaredMethods())
                                .map(Method::getName)
                                .noneMatch(CHECKS::contains))
                        .map(Class::getName))
                .isEmpty();
    }

    @Test
    void bentBytesAreRefusedOrMakeAWholeValue() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> faults = new ArrayList<>();
        int read = 0;
        for (Object instance : values().toList()) {
            byte[] bytes = written(instance);
            for (int i = 0; i < BENT && bytes.length <= LARGEST; i++) {
                byte[] bent = bytes.clone();
                bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
                Optional<Object> value = read(bent);
                read += value.isPresent() ? 1 : 0;
                value.flatMap(StreamLaws::fault)
                        .map(fault -> RecordLaws.name(instance.getClass()) + " " + fault)
                        .ifPresent(faults::add);
            }
        }
        assertThat(faults.stream().distinct().toList()).isEmpty();
        assertThat(read).isPositive();
    }

    private static Stream<Object> values() {
        return RecordLaws.RECORDS.stream()
                .flatMap(type -> RecordLaws.INSTANCES.of(type).stream().limit(1))
                .filter(Serializable.class::isInstance);
    }

    private static byte[] written(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    /** The value, or nothing if the stream is refused, which may be at any depth of the JDK: its maps throw an error. */
    private static Optional<Object> read(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(FILTER);
            return Optional.ofNullable(in.readObject());
        } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError | InternalError refused) {
            return Optional.empty();
        }
    }

    /**
     * A list may hold what does not belong there, of which the one who takes it out is told by the JDK; a sum of numbers at
     * the end of their range is refused when it is asked for.
     */
    private static Optional<String> fault(Object value) {
        try {
            return Set.of(value).contains(value) && !value.toString().isEmpty()
                    ? Optional.empty()
                    : Optional.of("is not equal to itself");
        } catch (ClassCastException foreign) {
            return Optional.empty();
        } catch (RuntimeException e) {
            boolean isTooLarge = e instanceof IllegalArgumentException
                    && Objects.toString(e.getMessage()).contains(" must be finite but was ");
            return isTooLarge ? Optional.empty() : Optional.of("throws " + e);
        }
    }
}
