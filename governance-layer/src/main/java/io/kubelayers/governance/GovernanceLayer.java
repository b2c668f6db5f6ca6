package io.kubelayers.governance;

import io.kubelayers.application.scheduling.framework.DisruptionBudgets;
import io.kubelayers.application.scheduling.framework.StorageClasses;
import io.kubelayers.governance.abac.AbacPolicy;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerController;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerRules;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerV1Converter;
import io.kubelayers.governance.autoscaling.horizontal.HpaOptions;
import io.kubelayers.governance.disruption.BudgetAnswers;
import io.kubelayers.governance.disruption.DisruptionController;
import io.kubelayers.governance.disruption.EvictionHandler;
import io.kubelayers.governance.disruption.EvictionV1beta1Converter;
import io.kubelayers.governance.disruption.PodDisruptionBudgetRules;
import io.kubelayers.governance.flowcontrol.DanglingReconciler;
import io.kubelayers.governance.flowcontrol.DefaultFlowControl;
import io.kubelayers.governance.flowcontrol.FlowControlMaintenance;
import io.kubelayers.governance.flowcontrol.FlowSchemaRules;
import io.kubelayers.governance.flowcontrol.PriorityLevelConfigurationRules;
import io.kubelayers.governance.limitrange.LimitRangeAdmission;
import io.kubelayers.governance.limitrange.LimitRangeRules;
import io.kubelayers.governance.metrics.CustomMetricsApi;
import io.kubelayers.governance.metrics.ExternalMetricsApi;
import io.kubelayers.governance.metrics.MetricCatalog;
import io.kubelayers.governance.metrics.MetricsService;
import io.kubelayers.governance.metrics.MetricsSource;
import io.kubelayers.governance.metrics.NodeMetrics;
import io.kubelayers.governance.metrics.NodeMetricsResource;
import io.kubelayers.governance.metrics.PodMetrics;
import io.kubelayers.governance.metrics.PodMetricsResource;
import io.kubelayers.governance.metrics.SimulatedMetrics;
import io.kubelayers.governance.metrics.UsageModel;
import io.kubelayers.governance.networkpolicy.NetworkPolicyRules;
import io.kubelayers.governance.nodeaccess.NodeAuthorizer;
import io.kubelayers.governance.nodeaccess.NodeRestriction;
import io.kubelayers.governance.podsecurity.PodSecurity;
import io.kubelayers.governance.podsecurity.PodSecurityAdmission;
import io.kubelayers.governance.podsecurity.PodSecurityConfiguration;
import io.kubelayers.governance.podsecurity.PodSecurityReview;
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
import io.kubelayers.governance.storage.CSIStorageCapacityRules;
import io.kubelayers.governance.storage.DefaultStorageClass;
import io.kubelayers.governance.storage.DefaultStorageClassAdmission;
import io.kubelayers.governance.storage.PersistentVolumeClaimResize;
import io.kubelayers.governance.storage.PersistentVolumeController;
import io.kubelayers.governance.storage.StorageAnswers;
import io.kubelayers.governance.storage.StorageClassRules;
import io.kubelayers.governance.storage.VolumeAttributesClassRules;
import io.kubelayers.governance.storage.VolumePhases;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.cluster.Layer;
import io.kubelayers.nucleus.cluster.LayerContext;
import io.kubelayers.nucleus.control.Answers;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.server.ExtensionApi;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.SubresourceHandler;
import io.kubelayers.nucleus.server.VersionConverter;
import io.kubelayers.nucleus.server.VirtualResource;
import io.kubelayers.nucleus.store.IndexDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * Layer 3 as a part of a cluster: its kinds, and what acts on them.
 *
 * <pre>{@code
 * Cluster.builder().layers(GovernanceLayer.standard().without("horizontal-pod-autoscaler"))
 * }</pre>
 */
public final class GovernanceLayer implements Layer {
    private final GovernanceOptions options;

    private GovernanceLayer(GovernanceOptions options) {
        this.options = options;
    }

    /** The layer with all its parts; pods idle at a tenth of their requests unless their annotations say otherwise. */
    public static GovernanceLayer standard() {
        return new GovernanceLayer(new GovernanceOptions(
                SimulatedMetrics.factory(UsageModel.IDLE, MetricCatalog.EMPTY),
                HpaOptions.DEFAULT,
                false,
                PodSecurityConfiguration.DEFAULT,
                List.of(),
                true,
                true,
                true));
    }

    /** With these simulated metrics. */
    public GovernanceLayer metrics(UsageModel usage, MetricCatalog catalog) {
        return metrics(SimulatedMetrics.factory(usage, catalog));
    }

    /** With another source of metrics. */
    public GovernanceLayer metrics(MetricsSource.Factory source) {
        return new GovernanceLayer(options.withMetrics(source));
    }

    /** With other settings of the autoscaler. */
    public GovernanceLayer autoscaling(HpaOptions autoscaling) {
        return new GovernanceLayer(options.withAutoscaling(autoscaling));
    }

    /** With autoscalers that may go down to no replica at all: upstream's feature gate HPAScaleToZero. */
    public GovernanceLayer scaleToZero() {
        return new GovernanceLayer(options.withScaleToZero(true));
    }

    /** With other policies for namespaces without labels, or with exemptions. */
    public GovernanceLayer podSecurity(PodSecurityConfiguration configuration) {
        return new GovernanceLayer(options.withPodSecurity(configuration));
    }

    /** With this policy file asked after the roles, as with {@code --authorization-mode=RBAC,ABAC}. */
    public GovernanceLayer abac(AbacPolicy policy) {
        return new GovernanceLayer(options.withMore(List.of(policy)));
    }

    /** Without the storage class {@code standard}: claims name their class, or wait until there is a default. */
    public GovernanceLayer withoutStorageClass() {
        return new GovernanceLayer(options.withStorageClass(false));
    }

    /** Without the metrics APIs, as a cluster that nobody gave a metrics server; autoscalers still read metrics. */
    public GovernanceLayer withoutMetricsApis() {
        return new GovernanceLayer(options.withMetricsApis(false));
    }

    /**
     * Without the Node authorizer, as with {@code --authorization-mode=RBAC}: agents of nodes may do what roles are bound to
     * them, which at first is nothing.
     */
    public GovernanceLayer withoutNodeAuthorization() {
        return new GovernanceLayer(options.withNodes(false));
    }

    @Override
    public String name() {
        return "governance";
    }

    @Override
    public List<Class<?>> kinds() {
        if (options.metricsApis()) {
            return GovernanceKinds.ALL;
        }
        var kinds = new ArrayList<>(GovernanceKinds.ALL);
        kinds.removeAll(List.of(NodeMetrics.class, PodMetrics.class));
        return kinds;
    }

    @Override
    public List<KindRules<?>> rules(LayerContext context) {
        return List.of(
                new RoleRules(),
                new ClusterRoleRules(),
                new RoleBindingRules(),
                new ClusterRoleBindingRules(),
                new ResourceQuotaRules(),
                new LimitRangeRules(),
                new HorizontalPodAutoscalerRules(options.scaleToZero()),
                new PodDisruptionBudgetRules(),
                new NetworkPolicyRules(),
                new StorageClassRules(),
                new VolumeAttributesClassRules(),
                new CSIStorageCapacityRules(),
                new FlowSchemaRules(),
                new PriorityLevelConfigurationRules());
    }

    @Override
    public List<VersionConverter<?, ?>> converters() {
        return List.of(new HorizontalPodAutoscalerV1Converter(), new EvictionV1beta1Converter());
    }

    @Override
    public List<SubresourceHandler> subresources(LayerContext context) {
        return List.of(
                new EvictionHandler(context.client(), context.informers(), context.objects(), context.runtime()));
    }

    @Override
    public List<VirtualResource> virtualResources(LayerContext context) {
        var source = options.metrics().of(context.informers(), context.runtime().clock());
        return List.of(new PodMetricsResource(source), new NodeMetricsResource(source));
    }

    @Override
    public List<ExtensionApi> extensions(LayerContext context) {
        var source = options.metrics().of(context.informers(), context.runtime().clock());
        return options.metricsApis()
                ? List.of(new CustomMetricsApi(context.client(), source), new ExternalMetricsApi(source))
                : List.of();
    }

    /** Quota comes last: it charges for what it admits. */
    @Override
    public List<AdmissionPlugin> admission(LayerContext context) {
        return List.of(
                new DefaultStorageClassAdmission(context.informers()),
                new PersistentVolumeClaimResize(context.informers()),
                new LimitRangeAdmission(context.informers()),
                new NodeRestriction(context.informers(), context.authorizer()),
                new PodSecurityAdmission(
                        context.informers(), new PodSecurityReview(PodSecurity.standard(), options.podSecurity())),
                new EscalationAdmission(context.informers(), context.authorizer()),
                ResourceQuotaAdmission.of(context));
    }

    @Override
    public List<Authorizer> authorizers(LayerContext context) {
        var all = new ArrayList<Authorizer>();
        if (options.nodes()) {
            all.add(new NodeAuthorizer(context.informers()));
        }
        all.add(RbacAuthorizer.of(context.informers()));
        all.addAll(options.more());
        return all;
    }

    @Override
    public List<IndexDefinition> indexes() {
        return RbacAuthorizer.indexes();
    }

    @Override
    public void bootstrap(Client admin) {
        PolicyBootstrap.run(admin);
        if (options.storageClass()) {
            DefaultStorageClass.bootstrap(admin);
        }
        DefaultFlowControl.bootstrap(admin);
        if (options.metricsApis()) {
            MetricsService.bootstrap(admin);
        }
    }

    @Override
    public Answers answers(Informers informers) {
        return Answers.none()
                .with(StorageClasses.class, StorageAnswers.of(informers))
                .with(DisruptionBudgets.class, BudgetAnswers.of(informers));
    }

    @Override
    public List<Controller> controllers() {
        var all = new ArrayList<>(List.of(
                ClusterRoleAggregationController.controller(),
                DanglingReconciler.controller(),
                ResourceQuotaController.controller(),
                HorizontalPodAutoscalerController.with(options.metrics(), options.autoscaling()),
                DisruptionController.controller(),
                PersistentVolumeController.controller(),
                VolumePhases.controller()));
        all.addAll(FlowControlMaintenance.controllers());
        return all;
    }
}
