package io.kubelayers.governance.rbac;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Bindings by the name of a subject, in trying order.
 *
 * <p>What changed is in a persistent map, so that a change shares all the rest. A settled table has everything in one
 * hash table besides: there a name is found in the same time among ten names and a million.
 */
final class SubjectTable {
    static final SubjectTable EMPTY = new SubjectTable(Map.of(), HashTreePMap.empty());

    private final Map<String, List<Binding>> settled;
    private final PMap<String, List<Binding>> changes;

    private SubjectTable(Map<String, List<Binding>> settled, PMap<String, List<Binding>> changes) {
        this.settled = settled;
        this.changes = changes;
    }

    /** The bindings that name the subject; empty if none does. */
    List<Binding> of(String name) {
        var changed = changes.isEmpty() ? null : changes.get(name);
        if (changed != null) {
            return changed;
        }
        var found = settled.get(name);
        return found == null ? List.of() : found;
    }

    /** This table with other bindings of one subject; none take it out. */
    SubjectTable with(String name, List<Binding> bindings) {
        if (bindings.isEmpty() && !settled.containsKey(name)) {
            return new SubjectTable(settled, changes.minus(name));
        }
        return new SubjectTable(settled, changes.plus(name, List.copyOf(bindings)));
    }

    /** The same bindings, all in the hash table. */
    SubjectTable settled() {
        if (changes.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(settled);
        changes.forEach((name, bindings) -> {
            if (bindings.isEmpty()) {
                all.remove(name);
            } else {
                all.put(name, bindings);
            }
        });
        return new SubjectTable(all, HashTreePMap.empty());
    }
}
