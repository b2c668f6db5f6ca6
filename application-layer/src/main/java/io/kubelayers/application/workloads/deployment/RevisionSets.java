package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.ObjectOrder;
import io.kubelayers.application.workloads.PodTemplateHash;
import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.replicaset.ReplicaSetDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ReplicaSets of a Deployment, told apart: the new one, made from the present template, and the old ones.
 *
 * <p>Templates are compared without their {@code pod-template-hash} label, which only the sets carry; if several sets
 * match, the oldest is the new one. Upstream source: {@code FindNewReplicaSet}, {@code FindOldReplicaSets} and {@code
 * FindActiveOrLatest} in {@code pkg/controller/deployment/util/deployment_util.go}.
 *
 * @param newest the set of the present template; null if there is none yet
 * @param old all other sets, oldest first
 */
public record RevisionSets(@Nullable ReplicaSet newest, List<ReplicaSet> old) {
    public RevisionSets {
        old = List.copyOf(old);
    }

    /** Sorts out the sets a deployment owns. */
    public static RevisionSets of(Deployment deployment, List<ReplicaSet> owned) {
        ReplicaSet newest = null;
        var old = new ArrayList<ReplicaSet>();
        for (var set : owned.stream().sorted(ObjectOrder.BY_AGE).toList()) {
            if (newest == null
                    && sameTemplate(set.spec().template(), deployment.spec().template())) {
                newest = set;
            } else {
                old.add(set);
            }
        }
        return new RevisionSets(newest, old);
    }

    /** Whether two templates make equal pods, apart from the hash label. */
    public static boolean sameTemplate(PodTemplateSpec a, PodTemplateSpec b) {
        return withoutHash(a).equals(withoutHash(b));
    }

    /** The template as the Deployment has it: without the hash label of a set. */
    static PodTemplateSpec withoutHash(PodTemplateSpec template) {
        if (!template.metadata().labels().containsKey(PodTemplateHash.LABEL)) {
            return template;
        }
        var labels = new TreeMap<>(template.metadata().labels());
        labels.remove(PodTemplateHash.LABEL);
        return template.withMetadata(template.metadata().withLabels(labels));
    }

    /** All sets, the old ones first. */
    public List<ReplicaSet> all() {
        return newest == null
                ? old
                : Stream.concat(old.stream(), Stream.of(newest)).toList();
    }

    /** Old sets that want pods, oldest first. */
    public List<ReplicaSet> oldWithReplicas() {
        return old.stream().filter(RevisionSets::isActive).toList();
    }

    /** The only set that wants pods, or the latest if none does; null if several do or there is none at all. */
    @Nullable
    ReplicaSet activeOrLatest() {
        var active = all().stream().filter(RevisionSets::isActive).toList();
        if (active.size() == 1) {
            return active.get(0);
        }
        if (!active.isEmpty()) {
            return null;
        }
        return newest != null || old.isEmpty() ? newest : old.get(old.size() - 1);
    }

    static boolean isActive(ReplicaSet set) {
        return ReplicaSetDecision.replicas(set) > 0;
    }

    /** Sum of the replicas that sets ask for. */
    static int wanted(Iterable<ReplicaSet> sets) {
        int sum = 0;
        for (var set : sets) {
            sum += ReplicaSetDecision.replicas(set);
        }
        return sum;
    }

    /** Sum of the available pods that sets report. */
    static int available(Iterable<ReplicaSet> sets) {
        int sum = 0;
        for (var set : sets) {
            sum += set.status().availableReplicas();
        }
        return sum;
    }

    /** Sum of the pods that sets report. */
    static int actual(Iterable<ReplicaSet> sets) {
        int sum = 0;
        for (var set : sets) {
            sum += set.status().replicas();
        }
        return sum;
    }
}
