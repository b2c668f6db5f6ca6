package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.scheduling.Capacity;
import io.kubelayers.application.scheduling.InformedObjects;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.server.RequestOptions;

/** Asks where a pod goes, by the scheduler's own decision, on the cluster as it is. */
final class PodPlacing {
    private PodPlacing() {}

    static Placement place(Cluster cluster, Profile profile, Pod pod) {
        var name = ObjectName.of(pod);
        var namespaced =
                name.namespace().isEmpty() ? pod.withMetadata(pod.metadata().withNamespace("default")) : pod;
        var stored = cluster.lister(Pod.class).get(namespaced.metadata().namespaceOrEmpty(), name.name());
        var wanted = stored.isPresent() ? asIfNew(stored.get()) : admitted(cluster, namespaced);
        var scheduling = stored.isPresent()
                ? scheduling(cluster, profile).whatIf(before -> before.without(stored.get()))
                : scheduling(cluster, profile);
        return scheduling.inDetail().place(wanted);
    }

    /** The scheduler on the cluster as it is. */
    static Scheduling scheduling(Cluster cluster, Profile profile) {
        return Scheduling.on(
                        cluster.lister(Node.class).list(),
                        cluster.lister(Pod.class).list())
                .with(InformedObjects.of(cluster))
                .by(profile);
    }

    /** How many more pods like this one fit; it is admitted first. */
    static Capacity room(Cluster cluster, Profile profile, Pod pod, int limit) {
        var name = ObjectName.of(pod);
        var namespaced =
                name.namespace().isEmpty() ? pod.withMetadata(pod.metadata().withNamespace("default")) : pod;
        return scheduling(cluster, profile).capacityFor(admitted(cluster, namespaced), limit);
    }

    private static Pod asIfNew(Pod stored) {
        return stored.withSpec(stored.spec().withNodeName(null));
    }

    /** The pod as the API server would store it: with defaults, limits and priority filled in. */
    private static Pod admitted(Cluster cluster, Pod pod) {
        try {
            return cluster.client().on(Pod.class).create(pod, RequestOptions.dryRunOnly());
        } catch (ApiException e) {
            throw new AssertionError(
                    Mismatch.expected("pod " + ObjectName.of(pod) + " reaches the scheduler")
                            .but("the API server refuses it: " + e.explain())
                            .why(e)
                            .text(),
                    e);
        }
    }
}
