package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Grants the rights of a Role or ClusterRole within one namespace.
 *
 * @param metadata the usual object metadata
 * @param subjects Who gets the rights; empty grants to nobody.
 * @param roleRef Role that is granted; cannot change.
 */
@Kind(
        group = "rbac.authorization.k8s.io",
        version = "v1",
        plural = "rolebindings",
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Role"),
            @Column(name = "Age"),
            @Column(name = "Users", priority = 1),
            @Column(name = "Groups", priority = 1),
            @Column(name = "ServiceAccounts", priority = 1)
        })
@RecordBuilder
public record RoleBinding(
        @Written @Pb(1) ObjectMeta metadata,
        @Atomic @Pb(2) List<Subject> subjects,
        @Required @Immutable @Pb(3) RoleRef roleRef)
        implements KubernetesObject, RoleBindingBuilder.With {
    public RoleBinding {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        subjects = Absent.list(subjects);
        roleRef = Absent.or(roleRef, RoleRef.EMPTY);
    }

    @Override
    public RoleBinding withMetadata(ObjectMeta metadata) {
        return RoleBindingBuilder.With.super.withMetadata(metadata);
    }
}
