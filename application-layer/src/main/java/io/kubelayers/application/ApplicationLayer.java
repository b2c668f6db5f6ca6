package io.kubelayers.application;

import io.kubelayers.application.batch.CronJobReconciler;
import io.kubelayers.application.batch.CronJobRules;
import io.kubelayers.application.batch.JobReconciler;
import io.kubelayers.application.batch.JobRules;
import io.kubelayers.application.discovery.AddressBlock;
import io.kubelayers.application.discovery.ApiServiceReconciler;
import io.kubelayers.application.discovery.ClusterIpReconciler;
import io.kubelayers.application.discovery.EndpointSliceReconciler;
import io.kubelayers.application.discovery.EndpointSliceRules;
import io.kubelayers.application.discovery.EndpointsReconciler;
import io.kubelayers.application.discovery.EndpointsRules;
import io.kubelayers.application.discovery.IPAddressRules;
import io.kubelayers.application.discovery.KubernetesService;
import io.kubelayers.application.discovery.MirroringReconciler;
import io.kubelayers.application.discovery.NodePortRange;
import io.kubelayers.application.discovery.ServiceAddresses;
import io.kubelayers.application.discovery.ServiceCIDRRules;
import io.kubelayers.application.discovery.ServiceCidrReconciler;
import io.kubelayers.application.discovery.ServiceIndexes;
import io.kubelayers.application.discovery.ServiceProxySubresource;
import io.kubelayers.application.discovery.ServiceRanges;
import io.kubelayers.application.discovery.ServiceRules;
import io.kubelayers.application.routing.DefaultIngressClass;
import io.kubelayers.application.routing.IngressClassRules;
import io.kubelayers.application.routing.IngressRules;
import io.kubelayers.application.scheduling.PriorityAdmission;
import io.kubelayers.application.scheduling.PriorityClassRules;
import io.kubelayers.application.scheduling.SchedulerController;
import io.kubelayers.application.scheduling.SystemPriorityClasses;
import io.kubelayers.application.workloads.Orphans;
import io.kubelayers.application.workloads.WorkloadRules;
import io.kubelayers.application.workloads.WorkloadScales;
import io.kubelayers.application.workloads.daemonset.DaemonSetReconciler;
import io.kubelayers.application.workloads.deployment.DeploymentReconciler;
import io.kubelayers.application.workloads.replicaset.ReplicaReconciler;
import io.kubelayers.application.workloads.statefulset.StatefulSetReconciler;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.cluster.Layer;
import io.kubelayers.nucleus.cluster.LayerContext;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.podstream.PodPlace;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.ScaleRules;
import io.kubelayers.nucleus.server.SubresourceHandler;
import io.kubelayers.nucleus.store.IndexDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * Layer 2 as a part of a cluster: its kinds, and what acts on them.
 *
 * <pre>{@code
 * Cluster.builder().layers(ApplicationLayer.standard()).start();
 * Cluster.builder().layers(ApplicationLayer.standard().without("job")).start();
 * }</pre>
 *
 * Immutable; each method gives a changed copy.
 */
public final class ApplicationLayer implements Layer {
    private final List<AddressBlock> serviceRanges;
    private final NodePortRange nodePorts;

    private ApplicationLayer(List<AddressBlock> serviceRanges, NodePortRange nodePorts) {
        this.serviceRanges = List.copyOf(serviceRanges);
        this.nodePorts = nodePorts;
    }

    /** All of it. */
    public static ApplicationLayer standard() {
        return new ApplicationLayer(List.of(ServiceAddresses.STANDARD_RANGE), NodePortRange.STANDARD);
    }

    /** The layer with other ranges of cluster IPs, one for each address family, the cluster's own first. */
    public ApplicationLayer serviceRanges(AddressBlock... ranges) {
        return new ApplicationLayer(List.of(ranges), nodePorts);
    }

    /** The layer with another range of node ports. */
    public ApplicationLayer nodePorts(NodePortRange range) {
        return new ApplicationLayer(serviceRanges, range);
    }

    @Override
    public String name() {
        return "application";
    }

    @Override
    public List<Class<?>> kinds() {
        return ApplicationKinds.ALL;
    }

    @Override
    public List<KindRules<?>> rules(LayerContext context) {
        var rules = new ArrayList<KindRules<?>>(WorkloadRules.all());
        rules.add(new JobRules());
        rules.add(new CronJobRules());
        rules.add(new ServiceRules());
        rules.add(new EndpointsRules());
        rules.add(new EndpointSliceRules());
        rules.add(new IPAddressRules());
        rules.add(new ServiceCIDRRules());
        rules.add(new IngressRules());
        rules.add(new IngressClassRules());
        rules.add(new PriorityClassRules());
        return rules;
    }

    @Override
    public List<ScaleRules<?>> scales() {
        return WorkloadScales.all();
    }

    @Override
    public List<SubresourceHandler> subresources(LayerContext context) {
        var place = new PodPlace(context.informers(), context.link());
        return List.of(new ServiceProxySubresource(
                place, context.informers(), context.runtime().random()));
    }

    @Override
    public List<AdmissionPlugin> admission(LayerContext context) {
        return List.of(
                new PriorityAdmission(context.informers()),
                new DefaultIngressClass(context.informers()),
                new ServiceAddresses(context, serviceRanges, nodePorts));
    }

    @Override
    public List<Controller> controllers() {
        return List.of(
                DeploymentReconciler.controller(),
                ReplicaReconciler.replicaSets(),
                ReplicaReconciler.replicationControllers(),
                StatefulSetReconciler.controller(),
                DaemonSetReconciler.controller(),
                JobReconciler.controller(),
                CronJobReconciler.controller(),
                EndpointSliceReconciler.controller(),
                ApiServiceReconciler.controller(),
                ClusterIpReconciler.controller(),
                ServiceCidrReconciler.controller(serviceRanges),
                EndpointsReconciler.controller(),
                MirroringReconciler.controller(),
                SchedulerController.controller());
    }

    @Override
    public List<IndexDefinition> indexes() {
        var all = new ArrayList<>(Orphans.indexes());
        all.addAll(ServiceIndexes.all());
        return all;
    }

    @Override
    public void bootstrap(Client admin) {
        SystemPriorityClasses.bootstrap(admin);
        admin.create(ServiceRanges.standard(serviceRanges));
        admin.create(KubernetesService.in(serviceRanges.get(0)));
    }
}
