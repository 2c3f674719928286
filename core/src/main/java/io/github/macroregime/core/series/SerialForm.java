package io.github.macroregime.core.series;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a record with components of type {@link Optional}, which is not serializable, is written and read back, and how
 * other classes check what they were read with.
 *
 * <p>The record answers with its form in {@code writeReplace}. Reading calls the public constructor of the record, so
 * that what it refuses is refused in a stream, too.
 */
public final class SerialForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Class<? extends Record> type;
    private final @Nullable Serializable[] components;

    private SerialForm(Class<? extends Record> type, @Nullable Serializable[] components) {
        this.type = type;
        this.components = components;
    }

    /**
     * The form of a record.
     *
     * @param type the record
     * @param components all its components, in order
     * @return what is written in its place
     */
    public static SerialForm of(Class<? extends Record> type, Object... components) {
        return new SerialForm(
                type,
                Arrays.stream(components)
                        .map(each ->
                                (Serializable) (each instanceof Optional<?> optional ? optional.orElse(null) : each))
                        .toArray(Serializable[]::new));
    }

    /**
     * What a class makes of the fields that it was read with, for its {@code readResolve}.
     *
     * @param <T> the class
     * @param made calls what checks arguments
     * @return what it makes
     * @throws InvalidObjectException if it refuses the fields
     */
    public static <T> T checked(Supplier<T> made) throws InvalidObjectException {
        try {
            return made.get();
        } catch (RuntimeException e) {
            InvalidObjectException invalid = new InvalidObjectException("the fields of the stream do not fit: " + e);
            invalid.initCause(e);
            throw invalid;
        }
    }

    private Object readResolve() throws InvalidObjectException {
        try {
            RecordComponent[] declared = type.getRecordComponents();
            Object[] values = new Object[declared.length];
            Arrays.setAll(
                    values,
                    i -> declared[i].getType() == Optional.class ? Optional.ofNullable(components[i]) : components[i]);
            return type.getConstructor(Arrays.stream(declared)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException | RuntimeException e) {
            InvalidObjectException invalid = new InvalidObjectException("no record can be made of the stream");
            invalid.initCause(e);
            throw invalid;
        }
    }
}
