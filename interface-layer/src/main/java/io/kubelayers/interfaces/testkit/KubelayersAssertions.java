package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.scheduling.Capacity;
import io.kubelayers.application.scheduling.Comparison;
import io.kubelayers.application.scheduling.Fleet;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Placements;
import io.kubelayers.application.scheduling.WhatIf;
import io.kubelayers.governance.autoscaling.horizontal.HpaDecision;
import io.kubelayers.interfaces.scheduling.GivenCluster;
import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.meta.KubernetesObject;

/**
 * Where the assertions begin. Import statically; it gets along with AssertJ's own {@code Assertions}.
 *
 * <pre>{@code
 * import static io.kubelayers.interfaces.testkit.KubelayersAssertions.*;
 *
 * assertThat(cluster).schedules(pod).onNodeWith(zone("a"));
 * assertThat(cluster).request(pod).isRejectedBy(quota("dev"));
 * assertThat(Scheduling.on(nodes, pods).place(pod)).onNode("n1");
 * }</pre>
 */
public final class KubelayersAssertions {
    private KubelayersAssertions() {}

    /** Questions to a cluster, and about what is in it. */
    public static ClusterAssert assertThat(Cluster cluster) {
        return new ClusterAssert(cluster);
    }

    /** Where a pod goes. */
    public static PlacementAssert assertThat(Placement placement) {
        return new PlacementAssert(placement);
    }

    /** Where many pods go. */
    public static PlacementsAssert assertThat(Placements placements) {
        return new PlacementsAssert(placements);
    }

    /** How many replicas fit. */
    public static CapacityAssert assertThat(Capacity capacity) {
        return new CapacityAssert(capacity);
    }

    /** How many nodes are needed. */
    public static FleetAssert assertThat(Fleet fleet) {
        return new FleetAssert(fleet);
    }

    /** What another scheduler changes. */
    public static ComparisonAssert assertThat(Comparison comparison) {
        return new ComparisonAssert(comparison);
    }

    /** What comes of changes that are only thought. */
    public static WhatIfAssert assertThat(WhatIf whatIf) {
        return new WhatIfAssert(whatIf);
    }

    /** What the scheduler makes of files. */
    public static GivenClusterAssert assertThat(GivenCluster given) {
        return new GivenClusterAssert(given);
    }

    /** Who may do what: the answer of RBAC or of any other authorizer. */
    public static AccessAssert assertThat(AccessDecision decision) {
        return new AccessAssert(decision);
    }

    /** How many replicas an autoscaler wants. */
    public static HpaDecisionAssert assertThat(HpaDecision decision) {
        return new HpaDecisionAssert(decision);
    }

    /** Any other decision. */
    public static ExplainedAssert assertThat(Explained decision) {
        return new ExplainedAssert(decision);
    }

    /** Any object of the API. */
    public static <T extends KubernetesObject> KubernetesObjectAssert<T> assertThat(T object) {
        return new KubernetesObjectAssert<>(object);
    }

    /** A node in that zone (label {@code topology.kubernetes.io/zone}). */
    public static NodeTrait zone(String name) {
        return NodeTrait.label("zone", "topology.kubernetes.io/zone", name);
    }

    /** A node with that label. */
    public static NodeTrait label(String key, String value) {
        return NodeTrait.label("label " + key, key, value);
    }

    /** The ResourceQuota of that name. */
    public static Rule quota(String name) {
        return Rule.quota(name);
    }

    /** The LimitRange of that name. */
    public static Rule limitRange(String name) {
        return Rule.limitRange(name);
    }

    /** The PodDisruptionBudget of that name. */
    public static Rule budget(String name) {
        return Rule.budget(name);
    }

    /** The NetworkPolicy of that namespace and name, such as {@code shop/db}. */
    public static Rule networkPolicy(String name) {
        return Rule.networkPolicy(name);
    }

    /** Pod Security at that level and version, such as {@code baseline:latest}. */
    public static Rule podSecurity(String policy) {
        return Rule.podSecurity(policy);
    }

    /** The pod of that name opens the connection. */
    public static ConnectionEnd from(String pod) {
        return ConnectionEnd.pod(pod);
    }

    /** The pod opens the connection. */
    public static ConnectionEnd from(Pod pod) {
        return ConnectionEnd.pod(ObjectName.of(pod).toString());
    }

    /** An address outside opens the connection. */
    public static ConnectionEnd fromAddress(String ip) {
        return ConnectionEnd.address(ip);
    }

    /** The pod of that name is to answer. */
    public static ConnectionEnd to(String pod) {
        return ConnectionEnd.pod(pod);
    }

    /** The pod is to answer. */
    public static ConnectionEnd to(Pod pod) {
        return ConnectionEnd.pod(ObjectName.of(pod).toString());
    }

    /** Whoever is behind the service is to answer. */
    public static ConnectionEnd to(Service service) {
        return ConnectionEnd.service(ObjectName.of(service).toString());
    }

    /** Whoever is behind the service of that name is to answer. */
    public static ConnectionEnd toService(String service) {
        return ConnectionEnd.service(service);
    }

    /** An address outside is to answer. */
    public static ConnectionEnd toAddress(String ip) {
        return ConnectionEnd.address(ip);
    }

    /** The access rules: no role allows it. */
    public static Rule rbac() {
        return Rule.rbac();
    }

    /** The validation of a field, such as {@code spec.containers[0].image}. */
    public static Rule field(String path) {
        return Rule.field(path);
    }

    /** A scheduler plugin, or any rule by the code of its findings. */
    public static Rule plugin(String name) {
        return Rule.plugin(name);
    }
}
