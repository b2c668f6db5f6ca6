package io.kubelayers.governance.rbac;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.pcollections.TreePMap;

/**
 * The bindings of one namespace (or the cluster-wide ones), found by the user or group they name.
 *
 * <p>Persistent: {@code with} and {@code without} share all but the few entries that change, O(log n) in the number of
 * users, O(k) in the bindings that name the same subject. Each entry is a list in trying order, so that a request walks
 * only bindings that really apply.
 */
final class BindingIndex {
    static final BindingIndex EMPTY = new BindingIndex(TreePMap.empty(), SubjectTable.EMPTY, SubjectTable.EMPTY);

    private final TreePMap<String, Binding> byName;
    private final SubjectTable byUser;
    private final SubjectTable byGroup;

    private BindingIndex(TreePMap<String, Binding> byName, SubjectTable byUser, SubjectTable byGroup) {
        this.byName = byName;
        this.byUser = byUser;
        this.byGroup = byGroup;
    }

    List<Binding> ofUser(String name) {
        return byUser.of(name);
    }

    List<Binding> ofGroup(String name) {
        return byGroup.of(name);
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

    /** The same bindings, with tables that are found in at once: for an index that is going to be asked more than changed. */
    BindingIndex settled() {
        return new BindingIndex(byName, byUser.settled(), byGroup.settled());
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

    private static SubjectTable added(SubjectTable index, Set<String> names, Binding binding) {
        var more = index;
        for (var name : names) {
            var sorted = new ArrayList<>(more.of(name));
            sorted.add(-Collections.binarySearch(sorted, binding) - 1, binding);
            more = more.with(name, sorted);
        }
        return more;
    }

    private static SubjectTable removed(SubjectTable index, Set<String> names, Binding binding) {
        var fewer = index;
        for (var name : names) {
            var rest = new ArrayList<>(fewer.of(name));
            rest.remove(Collections.binarySearch(rest, binding));
            fewer = fewer.with(name, rest);
        }
        return fewer;
    }
}
