package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A user, group or service account that a binding grants rights to.
 *
 * @param kind User, Group or ServiceAccount.
 * @param apiGroup Empty for ServiceAccount, rbac.authorization.k8s.io for User and Group; filled in when empty.
 * @param name Name of the subject.
 * @param namespace Namespace of the service account; empty for User and Group.
 */
@Atomic
@RecordBuilder
public record Subject(
        @Required @Pb(1) String kind,
        @Pb(2) @Nullable String apiGroup,
        @Required @Pb(3) String name,
        @Pb(4) @Nullable String namespace)
        implements SubjectBuilder.With {
    public Subject {
        kind = Absent.text(kind);
        apiGroup = Absent.optional(apiGroup);
        name = Absent.text(name);
        namespace = Absent.optional(namespace);
    }
}
