package io.kubelayers.application.workloads.statefulset;

import io.kubelayers.application.workloads.Claimed;
import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.Orphans;
import io.kubelayers.application.workloads.OwnedOrOrphaned;
import io.kubelayers.application.workloads.PodWriter;
import io.kubelayers.application.workloads.RevisionWriter;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.selector.Selector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps the numbered pods of StatefulSets and their claims. */
public final class StatefulSetReconciler implements Reconciler {
    private final ControllerContext context;

    private StatefulSetReconciler(ControllerContext context) {
        this.context = context;
    }

    /** The controller of StatefulSets. */
    public static Controller controller() {
        return Controller.named("statefulset")
                .over(StatefulSet.class)
                .watching(
                        Pod.class, OwnedOrOrphaned.<StatefulSet, Pod>of(StatefulSet.class, (set, labels) -> Selector.of(
                                        set.spec().selector())
                                .matches(labels)))
                .watching(PersistentVolumeClaim.class, StatefulSetReconciler::waitingForClaims)
                .reconcile(StatefulSetReconciler::new);
    }

    /** A new pod may wait for a claim of an earlier pod to go. */
    private static void waitingForClaims(Change<PersistentVolumeClaim> change, Consumer<Request> enqueue) {
        if (change.type() != Change.Type.DELETED) {
            return;
        }
        var claim = change.object().metadata();
        for (var owner : claim.ownerReferences()) {
            int dash = owner.name().lastIndexOf('-');
            if (owner.kind().equals("Pod") && dash > 0) {
                enqueue.accept(
                        new Request(claim.namespaceOrEmpty(), owner.name().substring(0, dash)));
            }
        }
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(StatefulSet.class).get(request.namespace(), request.name());
        return found.isEmpty() ? Requeue.never() : reconcile(found.get());
    }

    private Requeue reconcile(StatefulSet set) {
        var metadata = set.metadata();
        var selector = Selector.of(set.spec().selector());
        var pods = Claimed.by(
                context,
                metadata,
                ControllerRef.to("apps/v1", "StatefulSet", metadata),
                Pod.class,
                Orphans.PODS,
                meta -> selector.matches(meta.labels()) && StatefulPod.ordinal(set, meta.nameOrEmpty()) >= 0);
        var revisions = new RevisionWriter(context);
        var decision = StatefulSetDecision.of(
                set,
                pods,
                claims(set, pods),
                revisions.history(metadata),
                context.runtime().now());
        if (!write(set, decision.actions(), revisions)) {
            return Requeue.never();
        }
        if (!decision.status().equals(set.status())) {
            context.client().updateStatus(set.withStatus(decision.status()));
        }
        var again = decision.checkAgainAfter();
        return again == null ? Requeue.never() : Requeue.after(again);
    }

    /** The claims that exist of the pods there are and of those there should be. */
    private List<PersistentVolumeClaim> claims(StatefulSet set, List<Pod> pods) {
        if (set.spec().volumeClaimTemplates().isEmpty()) {
            return List.of();
        }
        Set<Integer> ordinals = new HashSet<>();
        pods.forEach(pod -> ordinals.add(StatefulPod.ordinal(set, pod.metadata().nameOrEmpty())));
        int start = set.spec().ordinals() == null ? 0 : set.spec().ordinals().start();
        for (int i = 0; i < StatefulSetDecision.replicas(set); i++) {
            ordinals.add(start + i);
        }
        var lister = context.informers().lister(PersistentVolumeClaim.class);
        var claims = new ArrayList<PersistentVolumeClaim>();
        for (int ordinal : ordinals) {
            for (var template : set.spec().volumeClaimTemplates()) {
                lister.get(set.metadata().namespaceOrEmpty(), StatefulPod.claimName(set, template, ordinal))
                        .ifPresent(claims::add);
            }
        }
        return claims;
    }

    /** False if a revision's name is taken, or nothing can be created because the namespace is going away. */
    private boolean write(StatefulSet set, List<StatefulSetAction> actions, RevisionWriter revisions) {
        for (var action : actions) {
            if (action instanceof StatefulSetAction.CreateRevision create) {
                if (!revisions.create(create.revision())) {
                    var count = set.status().collisionCount();
                    context.client()
                            .updateStatus(
                                    set.withStatus(set.status().withCollisionCount(count == null ? 1 : count + 1)));
                    return false;
                }
            } else if (action instanceof StatefulSetAction.UpdateRevision update) {
                revisions.update(update.revision());
            } else if (action instanceof StatefulSetAction.DeleteRevision delete) {
                revisions.delete(List.of(delete.revision()));
            } else if (!write(set, action)) {
                return false;
            }
        }
        return true;
    }

    private boolean write(StatefulSet set, StatefulSetAction action) {
        var teller = new PodWriter(context, set);
        try {
            if (action instanceof StatefulSetAction.CreateClaim create) {
                context.client().create(create.claim());
                teller.tell(StatefulSetEvents.claim(
                        set, "create", create.claim().metadata().nameOrEmpty(), create.podName()));
            } else if (action instanceof StatefulSetAction.UpdateClaim update) {
                context.client().update(update.claim());
            } else if (action instanceof StatefulSetAction.TellConflict conflict) {
                teller.tell(
                        StatefulSetEvents.conflict(conflict.claim().metadata().nameOrEmpty()));
            } else if (action instanceof StatefulSetAction.CreatePod create) {
                context.client().create(create.pod());
                teller.tell(StatefulSetEvents.pod(
                        set, "create", create.pod().metadata().nameOrEmpty()));
            } else if (action instanceof StatefulSetAction.UpdatePod update) {
                context.client().update(update.pod());
                teller.tell(StatefulSetEvents.pod(
                        set, "update", update.pod().metadata().nameOrEmpty()));
            } else if (action instanceof StatefulSetAction.DeletePod delete) {
                context.client().delete(delete.pod());
                teller.tell(StatefulSetEvents.pod(
                        set, "delete", delete.pod().metadata().nameOrEmpty()));
            }
            return true;
        } catch (ApiException refused) {
            return isHarmless(set, action, refused, teller);
        }
    }

    /** Tells about a refusal and passes it on, unless it says that the work is done or can't be done any more. */
    private static boolean isHarmless(
            StatefulSet set, StatefulSetAction action, ApiException refused, PodWriter teller) {
        if (PodWriter.isNamespaceTerminating(refused)) {
            return false;
        }
        if (action instanceof StatefulSetAction.CreateClaim create) {
            if (refused.isAlreadyExists()) {
                return true;
            }
            teller.tell(StatefulSetEvents.claimFailed(
                    set, "create", create.claim().metadata().nameOrEmpty(), create.podName(), refused.explain()));
        } else if (action instanceof StatefulSetAction.CreatePod create) {
            teller.tell(StatefulSetEvents.podFailed(
                    set, "create", create.pod().metadata().nameOrEmpty(), refused.explain()));
        } else if (action instanceof StatefulSetAction.DeletePod && refused.isNotFound()) {
            return true;
        }
        throw refused;
    }
}
