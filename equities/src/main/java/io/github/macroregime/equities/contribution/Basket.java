package io.github.macroregime.equities.contribution;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A named choice of constituents, such as the seven largest or a desk's defensive sectors; baskets may overlap.
 *
 * @param name what the basket is called
 * @param members the ids, each once
 */
public record Basket(String name, List<String> members) implements Serializable {

    public Basket {
        Require.components(Basket.class, name, members);
        members = List.copyOf(members);
        Set<String> seen = new LinkedHashSet<>();
        for (String member : members) {
            if (!seen.add(member)) {
                throw new IllegalArgumentException("members must be distinct but " + member + " is repeated");
            }
        }
    }

    /**
     * A basket of the given members.
     *
     * @param name what the basket is called
     * @param members the ids, each once
     * @return the basket
     */
    public static Basket of(String name, String... members) {
        return new Basket(name, List.of(members));
    }

    /**
     * Whether a constituent belongs to the basket.
     *
     * @param id the constituent
     * @return true for a member
     */
    public boolean holds(String id) {
        return members.contains(id);
    }
}
