package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.ReplicationController;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.OwnerReference;
import io.kubelayers.nucleus.selector.Requirement;
import io.kubelayers.nucleus.selector.Selector;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which pods a pod belongs together with, if it does not say so: those its services and its owner select. Upstream:
 * {@code DefaultSelector} of {@code plugins/helper/spread.go}.
 */
final class DefaultSelector {
    private DefaultSelector() {}

    static Selector of(PodInfo pod, ClusterObjects objects) {
        var labels = new TreeMap<String, String>();
        for (var service : objects.list(Service.class, pod.namespace())) {
            var selector = service.spec().selector();
            if (!selector.isEmpty() && Selector.ofLabels(selector).matches(pod.labels())) {
                labels.putAll(selector);
            }
        }
        var owner = pod.pod().metadata().controllerOwner();
        if (owner.isPresent() && is(owner.get(), "v1", "ReplicationController")) {
            objects.find(
                            ReplicationController.class,
                            pod.namespace(),
                            owner.get().name())
                    .ifPresent(controller -> labels.putAll(controller.spec().selector()));
        }
        var selector = Selector.ofLabels(labels);
        if (owner.isPresent() && is(owner.get(), "apps/v1", "ReplicaSet")) {
            return objects.find(ReplicaSet.class, pod.namespace(), owner.get().name())
                    .map(set -> both(selector, set.spec().selector()))
                    .orElse(selector);
        }
        if (owner.isPresent() && is(owner.get(), "apps/v1", "StatefulSet")) {
            return objects.find(StatefulSet.class, pod.namespace(), owner.get().name())
                    .map(set -> both(selector, set.spec().selector()))
                    .orElse(selector);
        }
        return selector;
    }

    private static boolean is(OwnerReference owner, String version, String kind) {
        return owner.apiVersion().equals(version) && owner.kind().equals(kind);
    }

    private static Selector both(Selector selector, @Nullable LabelSelector more) {
        return selector.and(Selector.of(more).requirements().toArray(new Requirement[0]));
    }
}
