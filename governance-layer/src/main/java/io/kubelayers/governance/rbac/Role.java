package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A set of rights within one namespace.
 *
 * @param metadata the usual object metadata
 * @param rules The rights; null or empty grants nothing.
 */
@Kind(
        group = "rbac.authorization.k8s.io",
        version = "v1",
        plural = "roles",
        columns = {@Column(name = "Name", format = "name"), @Column(name = "Created At", type = "date")})
@RecordBuilder
public record Role(@Written @Pb(1) ObjectMeta metadata, @Written @Atomic @Pb(2) List<PolicyRule> rules)
        implements KubernetesObject, RoleBuilder.With {
    public Role {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        rules = Absent.list(rules);
    }

    @Override
    public Role withMetadata(ObjectMeta metadata) {
        return RoleBuilder.With.super.withMetadata(metadata);
    }
}
