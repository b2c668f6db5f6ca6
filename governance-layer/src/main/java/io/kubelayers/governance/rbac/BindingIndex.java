package io.kubelayers.governance.rbac;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The bindings of one namespace (or the cluster-wide ones), found by the user or group they name.
 *
 * <p>Persistent: {@code with} and {@code without} share all but the few entries that change, O(log n) in the number of
 * users, O(k) in the bindings that name the same subject. Each entry is an array in trying order, so that a request
 * walks only bindings that really apply. Service accounts are users here, under their full user name.
 */
final class BindingIndex {
    static final BindingIndex EMPTY = new BindingIndex(TreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());
    private static final Binding[] NONE = {};

    private final TreePMap<String, Binding> byName;
    private final PMap<String, Binding[]> byUser;
    private final PMap<String, Binding[]> byGroup;

    private BindingIndex(
            TreePMap<String, Binding> byName, PMap<String, Binding[]> byUser, PMap<String, Binding[]> byGroup) {
        this.byName = byName;
        this.byUser = byUser;
        this.byGroup = byGroup;
    }

    Binding[] ofUser(String name) {
        var found = byUser.get(name);
        return found == null ? NONE : found;
    }

    Binding[] ofGroup(String name) {
        var found = byGroup.get(name);
        return found == null ? NONE : found;
    }

    /** All bindings, by name. */
    Collection<Binding> all() {
        return byName.values();
    }

    @Nullable
    Binding named(String name) {
        return byName.get(name);
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    int size() {
        return byName.size();
    }

    BindingIndex with(Binding binding) {
        var base = without(binding.name());
        var users = base.byUser;
        for (var user : users(binding)) {
            users = users.plus(user, inserted(base.ofUser(user), binding));
        }
        var groups = base.byGroup;
        for (var group : groups(binding)) {
            groups = groups.plus(group, inserted(base.ofGroup(group), binding));
        }
        return new BindingIndex(base.byName.plus(binding.name(), binding), users, groups);
    }

    BindingIndex without(String name) {
        var old = byName.get(name);
        if (old == null) {
            return this;
        }
        var users = byUser;
        for (var user : users(old)) {
            var rest = removed(ofUser(user), old);
            users = rest.length == 0 ? users.minus(user) : users.plus(user, rest);
        }
        var groups = byGroup;
        for (var group : groups(old)) {
            var rest = removed(ofGroup(group), old);
            groups = rest.length == 0 ? groups.minus(group) : groups.plus(group, rest);
        }
        return new BindingIndex(byName.minus(name), users, groups);
    }

    private static Set<String> users(Binding binding) {
        var names = new LinkedHashSet<String>();
        for (var subject : binding.subjects()) {
            if (subject.kind().equals(Subjects.USER)) {
                names.add(subject.name());
            } else if (subject.kind().equals(Subjects.SERVICE_ACCOUNT)) {
                var user = Subjects.accountName(subject, binding.namespace());
                if (user != null) {
                    names.add(user);
                }
            }
        }
        return names;
    }

    private static Set<String> groups(Binding binding) {
        var names = new LinkedHashSet<String>();
        for (var subject : binding.subjects()) {
            if (subject.kind().equals(Subjects.GROUP)) {
                names.add(subject.name());
            }
        }
        return names;
    }

    private static Binding[] inserted(Binding[] sorted, Binding binding) {
        int at = -Arrays.binarySearch(sorted, binding) - 1;
        var more = new Binding[sorted.length + 1];
        System.arraycopy(sorted, 0, more, 0, at);
        more[at] = binding;
        System.arraycopy(sorted, at, more, at + 1, sorted.length - at);
        return more;
    }

    private static Binding[] removed(Binding[] sorted, Binding binding) {
        int at = Arrays.binarySearch(sorted, binding);
        var fewer = new Binding[sorted.length - 1];
        System.arraycopy(sorted, 0, fewer, 0, at);
        System.arraycopy(sorted, at + 1, fewer, at, fewer.length - at);
        return fewer;
    }
}
