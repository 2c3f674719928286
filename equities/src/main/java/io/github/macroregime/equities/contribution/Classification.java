package io.github.macroregime.equities.contribution;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which group a constituent belongs to, day by day and level by level.
 *
 * <p>An assignment holds from its first day until the next one of the same constituent. A group is a path from the
 * widest to the narrowest level, such as {@code [Information Technology, Semiconductors]}. Whoever has no assignment
 * on a day belongs to {@value #UNCLASSIFIED}, so that no contribution is lost. Immutable.
 *
 * @param name what the classification is called, such as GICS
 * @param assignments who belongs where from when
 */
public record Classification(String name, List<Assignment> assignments) implements Serializable {

    /** The group of those that have none. */
    public static final String UNCLASSIFIED = "(unclassified)";

    /**
     * One constituent's group from a day on.
     *
     * @param id the constituent
     * @param fromInclusive the first day
     * @param path the group from the widest to the narrowest level, at least one name
     */
    public record Assignment(String id, LocalDate fromInclusive, List<String> path) implements Serializable {

        public Assignment {
            Require.components(Assignment.class, id, fromInclusive, path);
            path = List.copyOf(path);
            if (path.isEmpty()) {
                throw new IllegalArgumentException("path of " + id + " must hold at least one group but was empty");
            }
        }
    }

    public Classification {
        Require.components(Classification.class, name, assignments);
        assignments = List.copyOf(assignments);
        byId(assignments);
    }

    /**
     * A classification of one level that never changes.
     *
     * @param name what the classification is called
     * @param groups group by constituent
     * @return the classification
     */
    public static Classification of(String name, Map<String, String> groups) {
        Map<String, List<String>> paths = new LinkedHashMap<>();
        groups.forEach((id, group) -> paths.put(id, List.of(group)));
        return ofPaths(name, paths);
    }

    /**
     * A classification of several levels that never changes.
     *
     * @param name what the classification is called
     * @param paths group by constituent, from the widest to the narrowest level
     * @return the classification
     */
    public static Classification ofPaths(String name, Map<String, List<String>> paths) {
        List<Assignment> assignments = new ArrayList<>();
        new TreeMap<>(paths).forEach((id, path) -> assignments.add(new Assignment(id, LocalDate.MIN, path)));
        return new Classification(name, assignments);
    }

    /**
     * This classification with a constituent moved to a group from a day on.
     *
     * @param id the constituent
     * @param fromInclusive the first day in the new group
     * @param path the group from the widest to the narrowest level
     * @return the changed copy
     * @throws IllegalArgumentException if the constituent is already assigned on exactly that day
     */
    public Classification withMove(String id, LocalDate fromInclusive, String... path) {
        List<Assignment> changed = new ArrayList<>(assignments);
        changed.add(new Assignment(id, fromInclusive, List.of(path)));
        return new Classification(name, changed);
    }

    /**
     * The groups of all constituents on one day, for repeated questions.
     *
     * @param date the day
     * @return path by constituent; whoever is not assigned is absent
     */
    public Map<String, List<String>> on(LocalDate date) {
        Map<String, List<String>> paths = new LinkedHashMap<>();
        byId(assignments).forEach((id, moves) -> {
            Map.Entry<LocalDate, List<String>> last = moves.floorEntry(date);
            if (last != null) {
                paths.put(id, last.getValue());
            }
        });
        return Collections.unmodifiableMap(paths);
    }

    /**
     * The path of a constituent on a day.
     *
     * @param id the constituent
     * @param date the day
     * @return from the widest to the narrowest level; {@value #UNCLASSIFIED} alone if it is not assigned
     */
    public List<String> pathOf(String id, LocalDate date) {
        return on(date).getOrDefault(id, List.of(UNCLASSIFIED));
    }

    private static Map<String, TreeMap<LocalDate, List<String>>> byId(List<Assignment> assignments) {
        Map<String, TreeMap<LocalDate, List<String>>> byId = new LinkedHashMap<>();
        for (Assignment assignment : assignments) {
            boolean repeated = byId.computeIfAbsent(assignment.id(), id -> new TreeMap<>())
                            .put(assignment.fromInclusive(), assignment.path())
                    != null;
            if (repeated) {
                throw new IllegalArgumentException("assignments must name a constituent once a day but "
                        + assignment.id() + " is assigned twice from " + assignment.fromInclusive());
            }
        }
        return byId;
    }

    /** The name and how many assignments there are. */
    @Override
    public String toString() {
        return name + " (" + assignments.size() + " assignments)";
    }
}
