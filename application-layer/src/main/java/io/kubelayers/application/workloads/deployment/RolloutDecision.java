package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.WorkloadEvent;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.LabelSelector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Deployment does next, and why: the writes to its ReplicaSets, in order, and its own state after them.
 *
 * <p>Each decision is one step; the next is decided when the sets have changed. Upstream source: {@code syncDeployment}
 * in {@code pkg/controller/deployment/deployment_controller.go}.
 *
 * @param stage which kind of step it is
 * @param changes writes to replica sets, in order
 * @param deployment the deployment with the revision and status to report
 * @param events what to tell besides the events of the changes
 * @param checkAgainAfter when to decide anew though nothing changed, to see a deadline pass; null if not at all
 * @param finding the reasons
 */
public record RolloutDecision(
        Stage stage,
        List<ReplicaSetChange> changes,
        Deployment deployment,
        List<WorkloadEvent> events,
        @Nullable Duration checkAgainAfter,
        Finding finding)
        implements Explained {

    /** The kinds of steps. */
    public enum Stage {
        /** The selector matches every pod, which is refused. */
        SELECTS_ALL,
        /** The deployment is being deleted: only its status is kept up. */
        DELETING,
        /** Paused: scaling works, rollouts do not. */
        PAUSED,
        /** An annotation asks to undo a rollout: the deployment as a whole is written, not its status alone. */
        ROLLBACK,
        /** The size changed; no rollout step is taken at the same time. */
        SCALING,
        /** Pods of the present template replace others step by step. */
        ROLLING_UPDATE,
        /** All old pods go, then all new ones come. */
        RECREATE
    }

    public RolloutDecision {
        changes = List.copyOf(changes);
        events = List.copyOf(events);
    }

    /**
     * Decides the next step.
     *
     * @param deployment the deployment, with its status as last reported
     * @param owned the replica sets it manages
     * @param pods the pods of those sets, which the Recreate strategy waits for
     * @param now time for conditions and deadlines
     * @throws IllegalArgumentException if the strategy or a limit can't be read, which validation keeps out
     */
    public static RolloutDecision of(Deployment deployment, List<ReplicaSet> owned, List<Pod> pods, Instant now) {
        if (LabelSelector.EMPTY.equals(deployment.spec().selector())) {
            return selectsAll(deployment);
        }
        var plan = new RolloutPlan(deployment, owned, now);
        var stage = step(plan, pods);
        if (stage == Stage.ROLLBACK) {
            return rollback(plan);
        }
        boolean rollout = stage == Stage.ROLLING_UPDATE || stage == Stage.RECREATE;
        var after = plan.deployment();
        var status = rollout
                ? DeploymentStatus.ofRollout(after, plan.sets(), now)
                : DeploymentStatus.of(after, plan.sets(), now);
        var finding = Finding.note(
                        "Deployment", "deployment/" + deployment.metadata().name(), summary(stage, plan, status))
                .input("stage", stage)
                .input("replicas", RollingLimits.replicas(deployment))
                .input("updated", status.updatedReplicas())
                .input("available", status.availableReplicas())
                .because(plan.findings());
        var checkAgain = rollout ? DeploymentStatus.nextCheck(after, status, now) : null;
        return new RolloutDecision(stage, plan.changes(), after.withStatus(status), List.of(), checkAgain, finding);
    }

    private static RolloutDecision rollback(RolloutPlan plan) {
        var deployment = plan.deployment();
        var told = plan.events().get(0);
        var subject = "deployment/" + deployment.metadata().name();
        var finding = told.type().equals(WorkloadEvent.WARNING)
                ? Finding.fail("Rollback", subject, told.message())
                : Finding.pass("Rollback", subject, told.message());
        return new RolloutDecision(
                Stage.ROLLBACK, plan.changes(), deployment, plan.events(), null, finding.because(plan.findings()));
    }

    private static Stage step(RolloutPlan plan, List<Pod> pods) {
        var deployment = plan.deployment();
        if (deployment.metadata().deletionTimestamp() != null) {
            RevisionSync.update(plan);
            return Stage.DELETING;
        }
        notePause(plan);
        RevisionSync.update(plan);
        if (deployment.spec().paused()) {
            ScalingStep.apply(plan);
            RevisionCleanup.apply(plan);
            return Stage.PAUSED;
        }
        var rollback = RollbackStep.asked(deployment);
        if (rollback.isPresent()) {
            RollbackStep.apply(plan, rollback.getAsLong());
            return Stage.ROLLBACK;
        }
        if (ScalingStep.isNeeded(plan)) {
            ScalingStep.apply(plan);
            return Stage.SCALING;
        }
        boolean recreate = Deployment.StrategyType.RECREATE.equals(
                deployment.spec().strategy().type());
        if (recreate) {
            RecreateStep.apply(plan, pods);
        } else if (RollingLimits.isRollingUpdate(deployment)) {
            RollingUpdateStep.apply(plan);
        } else {
            throw new IllegalArgumentException("unexpected deployment strategy type: "
                    + deployment.spec().strategy().type());
        }
        if (plan.changes().isEmpty() && RolloutProgress.isComplete(deployment, deployment.status())) {
            RevisionCleanup.apply(plan);
        }
        return recreate ? Stage.RECREATE : Stage.ROLLING_UPDATE;
    }

    /** A pause stops the deadline, and its end starts it anew; a deadline that has passed stays told. */
    private static void notePause(RolloutPlan plan) {
        var deployment = plan.deployment();
        var condition = DeploymentConditions.find(deployment.status(), Deployment.ConditionType.PROGRESSING);
        var reason = condition == null ? null : condition.reason();
        if (!RolloutProgress.hasDeadline(deployment)
                || DeploymentConditions.PROGRESS_DEADLINE_EXCEEDED.equals(reason)) {
            return;
        }
        boolean wasPaused = DeploymentConditions.DEPLOYMENT_PAUSED.equals(reason);
        if (deployment.spec().paused() && !wasPaused) {
            plan.progressing(ConditionStatus.UNKNOWN, DeploymentConditions.DEPLOYMENT_PAUSED, "Deployment is paused");
        } else if (!deployment.spec().paused() && wasPaused) {
            plan.progressing(ConditionStatus.UNKNOWN, DeploymentConditions.DEPLOYMENT_RESUMED, "Deployment is resumed");
        }
    }

    private static RolloutDecision selectsAll(Deployment deployment) {
        var message = "This deployment is selecting all pods. A non-empty selector is required.";
        return new RolloutDecision(
                Stage.SELECTS_ALL,
                List.of(),
                deployment.withStatus(deployment
                        .status()
                        .withObservedGeneration(Math.max(
                                deployment.status().observedGeneration(),
                                deployment.metadata().generation()))),
                List.of(WorkloadEvent.warning("SelectingAll", message)),
                null,
                Finding.fail("Deployment", "deployment/" + deployment.metadata().name(), message));
    }

    private static String summary(Stage stage, RolloutPlan plan, Deployment.Status status) {
        var told = new ArrayList<String>();
        for (var change : plan.changes()) {
            var event = change.event();
            if (event != null) {
                told.add(event.message());
            }
        }
        if (!told.isEmpty()) {
            return String.join("; ", told);
        }
        if (RolloutProgress.isComplete(plan.deployment(), status)) {
            return "the rollout is complete";
        }
        var last = plan.findings().stream()
                .filter(finding -> finding.mark() == Finding.Mark.FAIL)
                .reduce((first, second) -> second);
        return last.map(Finding::message).orElse("waiting for pods to become available");
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
