package io.kubelayers.governance.rbac;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The bindings of one namespace (or the cluster-wide ones), found by the user or group they name.
 *
 * <p>Persistent: {@code with} and {@code without} share all but the few entries that change, O(log n) in the number of
 * users, O(k) in the bindings that name the same subject. Each entry is a list in trying order, so that a request walks
 * only bindings that really apply.
 */
final class BindingIndex {
    static final BindingIndex EMPTY = new BindingIndex(TreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    private final TreePMap<String, Binding> byName;
    private final PMap<String, List<Binding>> byUser;
    private final PMap<String, List<Binding>> byGroup;

    private BindingIndex(
            TreePMap<String, Binding> byName, PMap<String, List<Binding>> byUser, PMap<String, List<Binding>> byGroup) {
        this.byName = byName;
        this.byUser = byUser;
        this.byGroup = byGroup;
    }

    List<Binding> ofUser(String name) {
        return byUser.getOrDefault(name, List.of());
    }

    List<Binding> ofGroup(String name) {
        return byGroup.getOrDefault(name, List.of());
    }

    /** All bindings, in trying order. */
    List<Binding> all() {
        return byName.values().stream().sorted().toList();
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    int size() {
        return byName.size();
    }

    BindingIndex with(Binding binding) {
        var base = without(binding.name());
        return new BindingIndex(
                base.byName.plus(binding.name(), binding),
                added(base.byUser, Subjects.usersOf(binding), binding),
                added(base.byGroup, Subjects.groupsOf(binding), binding));
    }

    BindingIndex without(String name) {
        var old = byName.get(name);
        if (old == null) {
            return this;
        }
        return new BindingIndex(
                byName.minus(name),
                removed(byUser, Subjects.usersOf(old), old),
                removed(byGroup, Subjects.groupsOf(old), old));
    }

    private static PMap<String, List<Binding>> added(
            PMap<String, List<Binding>> index, Set<String> names, Binding binding) {
        var more = index;
        for (var name : names) {
            var sorted = new ArrayList<>(more.getOrDefault(name, List.of()));
            sorted.add(-Collections.binarySearch(sorted, binding) - 1, binding);
            more = more.plus(name, List.copyOf(sorted));
        }
        return more;
    }

    private static PMap<String, List<Binding>> removed(
            PMap<String, List<Binding>> index, Set<String> names, Binding binding) {
        var fewer = index;
        for (var name : names) {
            var rest = new ArrayList<>(fewer.getOrDefault(name, List.of()));
            rest.remove(Collections.binarySearch(rest, binding));
            fewer = rest.isEmpty() ? fewer.minus(name) : fewer.plus(name, List.copyOf(rest));
        }
        return fewer;
    }
}
