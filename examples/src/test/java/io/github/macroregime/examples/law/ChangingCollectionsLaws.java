package io.github.macroregime.examples.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A record that is given a list, a set or a map which is another one at the second look keeps what it has checked, or
 * refuses it.
 */
class ChangingCollectionsLaws {

    private static final int LOOKS = 4;
    private static final List<Object> NUMBERS = List.of(-1, Integer.MIN_VALUE, Double.NEGATIVE_INFINITY);

    private int looks;
    private int changesAfter;

    private <T> T look(T before, T after) {
        return looks++ < changesAfter ? before : after;
    }

    private final class ChangingList extends AbstractList<Object> {
        private final List<Object> before;
        private final List<Object> after;

        private ChangingList(List<Object> before, List<Object> after) {
            this.before = before;
            this.after = after;
        }

        @Override
        public Object get(int index) {
            return look(before, after).get(index);
        }

        @Override
        public int size() {
            return look(before, after).size();
        }

        @Override
        public Iterator<Object> iterator() {
            return look(before, after).iterator();
        }

        @Override
        public Object[] toArray() {
            return look(before, after).toArray();
        }

        @Override
        public Stream<Object> stream() {
            return look(before, after).stream();
        }
    }

    private final class ChangingSet extends AbstractSet<Object> {
        private final Set<Object> before;
        private final Set<Object> after;

        private ChangingSet(Set<Object> before, Set<Object> after) {
            this.before = before;
            this.after = after;
        }

        @Override
        public int size() {
            return look(before, after).size();
        }

        @Override
        public Iterator<Object> iterator() {
            return look(before, after).iterator();
        }
    }

    private final class ChangingMap extends AbstractMap<Object, Object> {
        private final Map<Object, Object> before;
        private final Map<Object, Object> after;

        private ChangingMap(Map<Object, Object> before, Map<Object, Object> after) {
            this.before = before;
            this.after = after;
        }

        @Override
        public Set<Map.Entry<Object, Object>> entrySet() {
            return look(before, after).entrySet();
        }
    }

    /** Fewer, none, one twice, null, and in the place of one another of its kind. */
    private static List<List<Object>> others(Collection<?> good) {
        List<Object> one = new ArrayList<>(good);
        if (one.isEmpty()) {
            return List.of();
        }
        Object first = one.get(0);
        List<Object> twice = new ArrayList<>(one);
        twice.add(first);
        List<List<Object>> others = new ArrayList<>(List.of(List.of(), one.subList(1, one.size()), twice));
        Stream.concat(Stream.of((Object) null), kin(first)).forEach(each -> {
            List<Object> changed = new ArrayList<>(one);
            changed.set(0, each);
            others.add(changed);
        });
        return others;
    }

    private static Stream<?> kin(Object value) {
        return value instanceof Number
                ? NUMBERS.stream().filter(each -> each.getClass() == value.getClass())
                : RecordLaws.INSTANCES.of(value.getClass()).stream()
                        .filter(each -> !each.equals(value))
                        .limit(1);
    }

    private List<Object> changing(Object good) {
        if (good instanceof List<?> list) {
            return others(list).stream()
                    .<Object>map(other -> new ChangingList(List.copyOf(list), other))
                    .toList();
        } else if (good instanceof Set<?> set) {
            return others(set).stream()
                    .<Object>map(other -> new ChangingSet(Set.copyOf(set), new LinkedHashSet<>(other)))
                    .toList();
        } else if (!(good instanceof Map<?, ?> map) || map.isEmpty()) {
            return List.of();
        }
        Map<?, ?> map = (Map<?, ?>) good;
        Object key = map.keySet().iterator().next();
        List<Map<Object, Object>> others = new ArrayList<>(List.of(Map.of(), changed(map, null, map.get(key))));
        Stream.concat(Stream.of((Object) null), kin(map.get(key))).forEach(each -> others.add(changed(map, key, each)));
        return others.stream()
                .<Object>map(other -> new ChangingMap(new LinkedHashMap<>(map), other))
                .toList();
    }

    private static Map<Object, Object> changed(Map<?, ?> map, @Nullable Object key, @Nullable Object value) {
        Map<Object, Object> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    @Test
    void what_is_kept_is_what_was_checked() {
        Set<String> faults = new TreeSet<>();
        int tried = 0;
        for (Class<?> type : RecordLaws.RECORDS) {
            for (Object instance :
                    RecordLaws.INSTANCES.of(type).stream().limit(1).toList()) {
                Object[] components = Instances.components(instance);
                for (int i = 0; i < components.length; i++) {
                    String name = RecordLaws.name(type) + " " + type.getRecordComponents()[i].getName();
                    for (Object changing : changing(components[i])) {
                        for (changesAfter = 0; changesAfter < LOOKS; changesAfter++) {
                            tried++;
                            looks = 0;
                            fault(type, i, changing, components)
                                    .map(each -> name + each)
                                    .forEach(faults::add);
                        }
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(1000);
    }

    private Stream<String> fault(Class<?> type, int place, Object changing, Object... components) {
        Object[] given = components.clone();
        given[place] = changing;
        try {
            Object made = Instances.made(type, given);
            Object[] kept = Instances.components(made);
            return kept[place] == changing || !Instances.made(type, kept).equals(made) || !isShown(made)
                    ? Stream.of(" is not what was checked")
                    : Stream.empty();
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            boolean isRefused = thrown instanceof IllegalArgumentException || thrown instanceof NullPointerException;
            // An exception that the JVM has thrown often has no trace.
            boolean isByMade = thrown.getStackTrace().length == 0
                    || Arrays.stream(thrown.getStackTrace())
                            .anyMatch(frame -> frame.getClassName().equals(type.getName()));
            return isRefused && isByMade ? Stream.empty() : Stream.of(" throws " + thrown);
        }
    }

    private static boolean isShown(Object made) {
        try {
            return made.toString() != null;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
