package io.kubelayers.application.workloads.daemonset;

import io.kubelayers.application.workloads.Claimed;
import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.application.workloads.Orphans;
import io.kubelayers.application.workloads.OwnedOrOrphaned;
import io.kubelayers.application.workloads.PodWriter;
import io.kubelayers.application.workloads.RevisionWriter;
import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Mapping;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.selector.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps one pod of each DaemonSet on every fitting node. */
public final class DaemonSetReconciler implements Reconciler {
    private final ControllerContext context;

    private DaemonSetReconciler(ControllerContext context) {
        this.context = context;
    }

    /** The controller of DaemonSets. */
    public static Controller controller() {
        return Controller.named("daemonset")
                .over(DaemonSet.class)
                .watching(Pod.class, OwnedOrOrphaned.<DaemonSet, Pod>of(DaemonSet.class, (set, labels) -> Selector.of(
                                set.spec().selector())
                        .matches(labels)))
                .watching(Node.class, DaemonSetReconciler::allSets)
                .reconcile(DaemonSetReconciler::new);
    }

    /** A node that comes, goes or changes what decides about its pods concerns every set. */
    private static Mapping<Node> allSets(ControllerContext context) {
        return (change, enqueue) -> {
            if (matters(change)) {
                context.informers().lister(DaemonSet.class).list().forEach(set -> enqueue.accept(Request.of(set)));
            }
        };
    }

    private static boolean matters(Change<Node> change) {
        var before = change.previous();
        var now = change.object();
        return before == null
                || change.type() == Change.Type.DELETED
                || !before.spec().equals(now.spec())
                || !before.metadata().labels().equals(now.metadata().labels());
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(DaemonSet.class).get(request.namespace(), request.name());
        return found.isEmpty() ? Requeue.never() : reconcile(found.get());
    }

    private Requeue reconcile(DaemonSet set) {
        var metadata = set.metadata();
        var selector = Selector.of(set.spec().selector());
        var pods = Claimed.by(
                context,
                metadata,
                ControllerRef.to("apps/v1", "DaemonSet", metadata),
                Pod.class,
                Orphans.PODS,
                meta -> selector.matches(meta.labels()));
        var revisions = new RevisionWriter(context);
        var now = context.runtime().now();
        var decision = DaemonSetDecision.of(
                set, pods, context.informers().lister(Node.class).list(), revisions.history(metadata), now);
        switch (decision.revision().change()) {
            case CREATE -> {
                if (!revisions.create(decision.revision().revision())) {
                    var count = set.status().collisionCount();
                    context.client()
                            .updateStatus(
                                    set.withStatus(set.status().withCollisionCount(count == null ? 1 : count + 1)));
                    return Requeue.never();
                }
            }
            case RENUMBER -> revisions.update(decision.revision().revision());
            case NONE -> {}
        }
        var backoff = new FailedPodBackoff(context.memory(), metadata.uid(), now);
        var held = hold(decision.failed(), backoff);
        var writer = new PodWriter(context, set);
        writer.create(decision.create());
        var delete = new ArrayList<>(decision.delete());
        delete.removeIf(pod -> held.contains(pod.metadata().name()));
        if (held.isEmpty()) {
            decision.events().forEach(writer::tell);
        }
        writer.delete(delete);
        revisions.delete(decision.forget());
        if (!decision.status().equals(set.status())) {
            context.client().updateStatus(set.withStatus(decision.status()));
        }
        writer.rethrow();
        return again(decision.checkAgainAfter()).or(again(backoff.next()));
    }

    /** Names of failed pods that stay for now, so that a node that rejects the pod is not asked all the time. */
    private static Set<String> hold(List<Pod> failed, FailedPodBackoff backoff) {
        Set<String> held = new HashSet<>();
        for (var pod : failed) {
            if (!backoff.mayReplace(String.valueOf(DaemonPod.nodeOf(pod)))) {
                held.add(pod.metadata().nameOrEmpty());
            }
        }
        return held;
    }

    private static Requeue again(@Nullable Duration delay) {
        return delay == null ? Requeue.never() : Requeue.after(delay);
    }
}
