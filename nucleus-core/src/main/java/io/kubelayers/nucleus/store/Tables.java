package io.kubelayers.nucleus.store;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The tables of all resources in one state, immutable. A new resource takes the next place in an array, for good, so that
 * a write copies one array of references, a few dozen, and finding a table is a look-up of its place.
 */
final class Tables {
    static final Tables NONE = new Tables(ImmutableMap.of(), new Table[0]);

    private final ImmutableMap<String, Integer> places;
    private final Table[] tables;

    private Tables(ImmutableMap<String, Integer> places, Table[] tables) {
        this.places = places;
        this.tables = tables;
    }

    @Nullable
    Table get(String resource) {
        Integer place = places.get(resource);
        return place == null ? null : tables[place];
    }

    /** The tables, in the order in which their resources came. */
    List<Table> all() {
        return List.of(tables);
    }

    Tables with(Table table) {
        Integer place = places.get(table.resource());
        if (place != null) {
            Table[] copy = tables.clone();
            copy[place] = table;
            return new Tables(places, copy);
        }
        ImmutableMap<String, Integer> more = ImmutableMap.<String, Integer>builderWithExpectedSize(tables.length + 1)
                .putAll(places)
                .put(table.resource(), tables.length)
                .buildOrThrow();
        Table[] longer = Arrays.copyOf(tables, tables.length + 1);
        longer[tables.length] = table;
        return new Tables(more, longer);
    }

    Tables each(UnaryOperator<Table> change) {
        Table[] changed = tables.clone();
        for (int place = 0; place < changed.length; place++) {
            changed[place] = change.apply(changed[place]);
        }
        return new Tables(places, changed);
    }
}
