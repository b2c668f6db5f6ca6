package io.kubelayers.application.workloads.replicaset;

import io.kubelayers.application.workloads.Claimed;
import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.Orphans;
import io.kubelayers.application.workloads.OwnedOrOrphaned;
import io.kubelayers.application.workloads.PodWriter;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.ReplicationController;
import io.kubelayers.application.workloads.TemplatePod;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.selector.Selector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Keeps the pods of a ReplicaSet, or of a ReplicationController seen as one, at the number it wants.
 *
 * @param <T> the kind
 */
public final class ReplicaReconciler<T extends KubernetesObject> implements Reconciler {
    private final ControllerContext context;
    private final ReplicaKind<T> kind;

    private ReplicaReconciler(ControllerContext context, ReplicaKind<T> kind) {
        this.context = context;
        this.kind = kind;
    }

    /** The controller of ReplicaSets. */
    public static Controller replicaSets() {
        return controller("replicaset", ReplicaSet.class, ReplicaKind.REPLICA_SET);
    }

    /** The controller of ReplicationControllers. */
    public static Controller replicationControllers() {
        return controller("replication", ReplicationController.class, ReplicaKind.REPLICATION_CONTROLLER);
    }

    private static <T extends KubernetesObject> Controller controller(String name, Class<T> type, ReplicaKind<T> kind) {
        return Controller.named(name)
                .over(type)
                .watching(
                        Pod.class,
                        OwnedOrOrphaned.<T, Pod>of(
                                type, (object, labels) -> selects(kind.asReplicaSet(object), labels)))
                .reconcile(context -> new ReplicaReconciler<>(context, kind));
    }

    private static boolean selects(ReplicaSet set, Map<String, String> labels) {
        return Selector.of(set.spec().selector()).matches(labels);
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(kind.type()).get(request.namespace(), request.name());
        return found.isEmpty() ? Requeue.never() : reconcile(found.get());
    }

    private Requeue reconcile(T object) {
        var set = kind.asReplicaSet(object);
        var reference = ControllerRef.to(kind.apiVersion(), kind.type().getSimpleName(), set.metadata());
        var selector = Selector.of(set.spec().selector());
        var owned = Claimed.by(
                context, set.metadata(), reference, Pod.class, Orphans.PODS, meta -> selector.matches(meta.labels()));
        var now = context.runtime().now();
        boolean tooMany = owned.size() > ReplicaSetDecision.replicas(set);
        var decision = ReplicaSetDecision.of(set, owned, tooMany ? related(set, owned) : owned, now);
        var writer = new PodWriter(context, object);
        writer.create(Collections.nCopies(
                decision.create(), TemplatePod.of(set.spec().template(), set.metadata(), reference)));
        writer.delete(decision.delete());
        var error = writer.error() == null ? null : writer.error().explain();
        var status = ReplicaSetStatus.of(set, owned, error, now);
        if (!status.equals(set.status())) {
            context.client().updateStatus(kind.withStatus(object, status));
        }
        writer.rethrow();
        var next = ReplicaSetStatus.nextCheck(set, owned, now);
        return next == null ? Requeue.never() : Requeue.after(next);
    }

    /** Pods of all sets of the same owner, which tell how crowded nodes are. */
    private List<Pod> related(ReplicaSet set, List<Pod> owned) {
        var owner = set.metadata().controllerOwner();
        if (owner.isEmpty()) {
            return owned;
        }
        var pods = new ArrayList<Pod>();
        var podLister = context.informers().lister(Pod.class);
        for (var sibling : context.informers()
                .lister(ReplicaSet.class)
                .byIndex(Indexes.BY_CONTROLLER, owner.get().uid())) {
            pods.addAll(podLister.byIndex(
                    Indexes.BY_CONTROLLER, String.valueOf(sibling.metadata().uid())));
        }
        return pods;
    }
}
