package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of rights for the whole cluster, which a RoleBinding can also grant in one namespace.
 *
 * @param metadata the usual object metadata
 * @param rules The rights; written by the controller when aggregationRule is set.
 * @param aggregationRule Builds the rules from other ClusterRoles; null if they are set by hand.
 */
@Kind(
        group = "rbac.authorization.k8s.io",
        version = "v1",
        plural = "clusterroles",
        scope = Scope.CLUSTER,
        columns = {@Column(name = "Name", format = "name"), @Column(name = "Created At", type = "date")})
@RecordBuilder
public record ClusterRole(
        @Written @Pb(1) ObjectMeta metadata,
        @Written @Atomic @Pb(2) List<PolicyRule> rules,
        @Pb(3) @Nullable AggregationRule aggregationRule)
        implements KubernetesObject, ClusterRoleBuilder.With {
    public ClusterRole {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        rules = Absent.list(rules);
    }

    @Override
    public ClusterRole withMetadata(ObjectMeta metadata) {
        return ClusterRoleBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Says from which ClusterRoles the rules of another are gathered.
     *
     * @param clusterRoleSelectors Label selectors; a role matching any of them adds its rules.
     */
    @RecordBuilder
    public record AggregationRule(@Atomic @Pb(1) List<LabelSelector> clusterRoleSelectors)
            implements ClusterRoleAggregationRuleBuilder.With {
        public AggregationRule {
            clusterRoleSelectors = Absent.list(clusterRoleSelectors);
        }
    }
}
