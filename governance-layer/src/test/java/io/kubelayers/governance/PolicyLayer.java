package io.kubelayers.governance;

import io.kubelayers.application.discovery.Service;
import io.kubelayers.governance.limitrange.LimitRange;
import io.kubelayers.governance.limitrange.LimitRangeAdmission;
import io.kubelayers.governance.limitrange.LimitRangeRules;
import io.kubelayers.governance.quota.ResourceQuota;
import io.kubelayers.governance.quota.ResourceQuotaAdmission;
import io.kubelayers.governance.quota.ResourceQuotaController;
import io.kubelayers.governance.quota.ResourceQuotaRules;
import io.kubelayers.governance.rbac.ClusterRole;
import io.kubelayers.governance.rbac.ClusterRoleAggregationController;
import io.kubelayers.governance.rbac.ClusterRoleBinding;
import io.kubelayers.governance.rbac.ClusterRoleBindingRules;
import io.kubelayers.governance.rbac.ClusterRoleRules;
import io.kubelayers.governance.rbac.EscalationAdmission;
import io.kubelayers.governance.rbac.PolicyBootstrap;
import io.kubelayers.governance.rbac.RbacAuthorizer;
import io.kubelayers.governance.rbac.Role;
import io.kubelayers.governance.rbac.RoleBinding;
import io.kubelayers.governance.rbac.RoleBindingRules;
import io.kubelayers.governance.rbac.RoleRules;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Layer;
import io.kubelayers.nucleus.cluster.LayerContext;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.store.IndexDefinition;
import java.util.List;

/** A layer of access policy, quotas and limit ranges alone, for tests of how they work in a cluster. */
public final class PolicyLayer implements Layer {
    /** A cluster of the nucleus and this layer. */
    public static Cluster cluster() {
        return Cluster.builder().layers(new PolicyLayer()).start();
    }

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public List<Class<?>> kinds() {
        return List.of(
                Role.class,
                ClusterRole.class,
                RoleBinding.class,
                ClusterRoleBinding.class,
                ResourceQuota.class,
                LimitRange.class,
                Service.class);
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
    public List<Controller> controllers() {
        return List.of(ClusterRoleAggregationController.controller(), ResourceQuotaController.controller());
    }

    @Override
    public List<IndexDefinition> indexes() {
        return RbacAuthorizer.indexes();
    }

    @Override
    public void bootstrap(Client admin) {
        PolicyBootstrap.run(admin);
    }
}
