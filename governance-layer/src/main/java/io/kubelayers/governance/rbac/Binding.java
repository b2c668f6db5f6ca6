package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.value.Absent;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A ClusterRoleBinding or a RoleBinding, seen alike.
 *
 * @param namespace namespace of a RoleBinding; empty for a ClusterRoleBinding
 * @param name name of the binding
 * @param subjects who gets the rights
 * @param roleRef what is granted
 * @param position where the binding stood in the list it came from, from 1; 0 if it did not come from a list
 */
public record Binding(String namespace, String name, List<Subject> subjects, RoleRef roleRef, int position)
        implements Comparable<Binding> {

    public static Binding of(ClusterRoleBinding binding) {
        return new Binding("", Absent.text(binding.metadata().name()), binding.subjects(), binding.roleRef(), 0);
    }

    public static Binding of(RoleBinding binding) {
        var meta = binding.metadata();
        return new Binding(
                Absent.text(meta.namespace()), Absent.text(meta.name()), binding.subjects(), binding.roleRef(), 0);
    }

    Binding at(int position) {
        return new Binding(namespace, name, subjects, roleRef, position);
    }

    public boolean isClusterWide() {
        return namespace.isEmpty();
    }

    /** The first subject that stands for the user; null if none does. */
    public @Nullable Subject subjectFor(UserInfo user) {
        for (var subject : subjects) {
            if (Subjects.standsFor(subject, namespace, user)) {
                return subject;
            }
        }
        return null;
    }

    /** What the binding is: {@code RoleBinding "read/team" of Role "reader"}. */
    public String describe() {
        return (isClusterWide()
                        ? "ClusterRoleBinding " + GoText.quote(name)
                        : "RoleBinding " + GoText.quote(name + "/" + namespace))
                + " of " + roleRef.kind() + " " + GoText.quote(roleRef.name());
    }

    /** The grant to one of its subjects, as upstream names it in the reason for allowing a request. */
    public String describe(Subject subject) {
        return describe() + " to " + describeSubject(subject);
    }

    String describeSubject(Subject subject) {
        return Subjects.describe(subject, namespace);
    }

    /** Why a binding grants nothing if its role is not there, in upstream's words. */
    static String unresolved(RoleRef ref) {
        return switch (ref.kind()) {
            case "Role", "ClusterRole" -> ref.kind().toLowerCase(Locale.ROOT) + ".rbac.authorization.k8s.io "
                    + GoText.quote(ref.name()) + " not found";
            default -> "unsupported role reference kind: " + GoText.quote(ref.kind());
        };
    }

    /** By position in the list, then by name: the order in which bindings are tried. */
    @Override
    public int compareTo(Binding other) {
        int byPosition = Integer.compare(position, other.position);
        return byPosition != 0 ? byPosition : name.compareTo(other.name);
    }
}
