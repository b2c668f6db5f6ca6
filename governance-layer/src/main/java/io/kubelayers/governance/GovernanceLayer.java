package io.kubelayers.governance;

import io.kubelayers.governance.limitrange.LimitRangeAdmission;
import io.kubelayers.governance.limitrange.LimitRangeRules;
import io.kubelayers.governance.quota.ResourceQuotaAdmission;
import io.kubelayers.governance.quota.ResourceQuotaController;
import io.kubelayers.governance.quota.ResourceQuotaRules;
import io.kubelayers.governance.rbac.ClusterRoleAggregationController;
import io.kubelayers.governance.rbac.ClusterRoleBindingRules;
import io.kubelayers.governance.rbac.ClusterRoleRules;
import io.kubelayers.governance.rbac.EscalationAdmission;
import io.kubelayers.governance.rbac.PolicyBootstrap;
import io.kubelayers.governance.rbac.RbacAuthorizer;
import io.kubelayers.governance.rbac.RoleBindingRules;
import io.kubelayers.governance.rbac.RoleRules;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.cluster.Layer;
import io.kubelayers.nucleus.cluster.LayerContext;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.store.IndexDefinition;
import java.util.List;
import java.util.Set;

/**
 * Layer 3 as a part of a cluster: its kinds, and what acts on them.
 *
 * <pre>{@code
 * Cluster.builder().layers(GovernanceLayer.standard().without("horizontal-pod-autoscaler"))
 * }</pre>
 */
public final class GovernanceLayer implements Layer {
    private final Set<String> left;

    private GovernanceLayer(Set<String> left) {
        this.left = left;
    }

    /** The layer with all its parts. */
    public static GovernanceLayer standard() {
        return new GovernanceLayer(Set.of());
    }

    /** The layer without the controllers of these names, such as {@code horizontal-pod-autoscaler}. */
    public GovernanceLayer without(String... controllers) {
        return new GovernanceLayer(Set.of(controllers));
    }

    @Override
    public String name() {
        return "governance";
    }

    @Override
    public List<Class<?>> kinds() {
        return GovernanceKinds.ALL;
    }

    @Override
    public List<KindRules<?>> rules(LayerContext context) {
        return List.of(
                new RoleRules(),
                new ClusterRoleRules(),
                new RoleBindingRules(),
                new ClusterRoleBindingRules(),
                new ResourceQuotaRules(),
                new LimitRangeRules());
    }

    /** Quota comes last: it charges for what it admits. */
    @Override
    public List<AdmissionPlugin> admission(LayerContext context) {
        return List.of(
                new LimitRangeAdmission(context.informers()),
                new EscalationAdmission(context.informers()),
                ResourceQuotaAdmission.of(context));
    }

    @Override
    public List<Authorizer> authorizers(LayerContext context) {
        return List.of(RbacAuthorizer.of(context.informers()));
    }

    @Override
    public List<IndexDefinition> indexes() {
        return RbacAuthorizer.indexes();
    }

    @Override
    public void bootstrap(Client admin) {
        PolicyBootstrap.run(admin);
    }

    @Override
    public List<Controller> controllers() {
        var all = List.of(ClusterRoleAggregationController.controller(), ResourceQuotaController.controller());
        return all.stream()
                .filter(controller -> !left.contains(controller.name()))
                .toList();
    }
}
