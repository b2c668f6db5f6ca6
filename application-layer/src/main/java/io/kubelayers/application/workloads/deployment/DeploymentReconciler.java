package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.Claimed;
import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.Orphans;
import io.kubelayers.application.workloads.OwnedOrOrphaned;
import io.kubelayers.application.workloads.PodWriter;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.control.Mapping;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.selector.Selector;
import java.util.ArrayList;
import java.util.List;

/** Rolls Deployments out: decides a step and writes what it says. */
public final class DeploymentReconciler implements Reconciler {
    private final ControllerContext context;

    private DeploymentReconciler(ControllerContext context) {
        this.context = context;
    }

    /** The controller of Deployments. */
    public static Controller controller() {
        return Controller.named("deployment")
                .over(Deployment.class)
                .watching(
                        ReplicaSet.class,
                        OwnedOrOrphaned.<Deployment, ReplicaSet>of(
                                Deployment.class, (deployment, labels) -> Selector.of(
                                                deployment.spec().selector())
                                        .matches(labels)))
                .watching(Pod.class, DeploymentReconciler::lastPodsOfRecreate)
                .reconcile(DeploymentReconciler::new);
    }

    /** A Recreate waits for old pods to end; their sets don't tell it when the last one is really gone. */
    private static Mapping<Pod> lastPodsOfRecreate(ControllerContext context) {
        return (change, enqueue) -> {
            var owner = change.object().metadata().controllerOwner();
            if (owner.isEmpty() || !owner.get().kind().equals("ReplicaSet")) {
                return;
            }
            var namespace = change.object().metadata().namespaceOrEmpty();
            context.informers()
                    .lister(ReplicaSet.class)
                    .get(namespace, owner.get().name())
                    .flatMap(set -> set.metadata().controllerOwner())
                    .flatMap(parent ->
                            context.informers().lister(Deployment.class).get(namespace, parent.name()))
                    .filter(DeploymentReconciler::isRecreate)
                    .ifPresent(deployment -> enqueue.accept(Request.of(deployment)));
        };
    }

    private static boolean isRecreate(Deployment deployment) {
        return Deployment.StrategyType.RECREATE.equals(
                deployment.spec().strategy().type());
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(Deployment.class).get(request.namespace(), request.name());
        return found.isEmpty() ? Requeue.never() : reconcile(found.get());
    }

    private Requeue reconcile(Deployment deployment) {
        var metadata = deployment.metadata();
        var selector = Selector.of(deployment.spec().selector());
        var owned = Claimed.by(
                context,
                metadata,
                ControllerRef.to("apps/v1", "Deployment", metadata),
                ReplicaSet.class,
                Orphans.REPLICA_SETS,
                meta -> selector.matches(meta.labels()));
        var decision = RolloutDecision.of(
                deployment,
                owned,
                isRecreate(deployment) ? pods(owned) : List.of(),
                context.runtime().now());
        var teller = new PodWriter(context, deployment);
        if (!new RolloutWriter(context, deployment).write(decision.changes())) {
            return Requeue.never();
        }
        if (decision.stage() == RolloutDecision.Stage.ROLLBACK) {
            context.client().update(decision.deployment());
            decision.events().forEach(teller::tell);
            return Requeue.never();
        }
        decision.events().forEach(teller::tell);
        if (!decision.deployment().equals(deployment)) {
            context.client().updateStatus(decision.deployment());
        }
        var again = decision.checkAgainAfter();
        return again == null ? Requeue.never() : Requeue.after(again);
    }

    private List<Pod> pods(List<ReplicaSet> sets) {
        var lister = context.informers().lister(Pod.class);
        var pods = new ArrayList<Pod>();
        for (var set : sets) {
            pods.addAll(lister.byIndex(
                    Indexes.BY_CONTROLLER, String.valueOf(set.metadata().uid())));
        }
        return pods;
    }
}
