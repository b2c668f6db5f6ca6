/**
 * What the Deployment controller decides: which ReplicaSet is the new one, how fast it replaces the old ones, what to
 * report, what to roll back to.
 *
 * <pre>{@code
 * var decision = RolloutDecision.of(deployment, replicaSets, pods, clock.instant());
 * decision.explain();                 // Scaled down replica set web-7c4f9b from 4 to 3
 * System.out.println(Render.text(decision));
 * // … maxUnavailable 25% of 4 = 1, so at least 3 pods must stay available
 * }</pre>
 *
 * The parts can be asked alone: {@link io.kubelayers.application.workloads.deployment.RollingLimits} for the limits,
 * {@link io.kubelayers.application.workloads.deployment.Rollout} for history and undo, {@link
 * io.kubelayers.application.workloads.deployment.RolloutProgress} for completeness and deadlines.
 */
@NullMarked
package io.kubelayers.application.workloads.deployment;

import org.jspecify.annotations.NullMarked;
