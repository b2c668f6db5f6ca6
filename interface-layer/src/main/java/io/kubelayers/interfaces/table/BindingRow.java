package io.kubelayers.interfaces.table;

import io.kubelayers.governance.rbac.RoleRef;
import io.kubelayers.governance.rbac.Subject;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role binding of either scope: the role, and who has it. */
final class BindingRow {
    private BindingRow() {}

    static List<@Nullable Object> cells(KubernetesObject binding, RoleRef role, List<Subject> subjects, Instant now) {
        return Cells.row(
                Cells.name(binding),
                role.kind() + "/" + role.name(),
                Cells.age(binding, now),
                names("User", subjects),
                names("Group", subjects),
                names("ServiceAccount", subjects));
    }

    private static String names(String kind, List<Subject> subjects) {
        var names = new ArrayList<String>();
        for (var subject : subjects) {
            if (subject.kind().equals(kind)) {
                var namespace = Cells.text(subject.namespace());
                names.add(kind.equals("ServiceAccount") ? namespace + "/" + subject.name() : subject.name());
            }
        }
        return String.join(", ", names);
    }
}
