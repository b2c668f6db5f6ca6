/**
 * Disruption budgets and eviction (policy/v1): how many pods of a workload may be taken down at once by people and tools that
 * can wait, such as a node drain.
 *
 * <p>{@link io.kubelayers.governance.disruption.DisruptionMath} computes what a budget allows,
 * {@link io.kubelayers.governance.disruption.EvictionMath} whether a pod may go, and
 * {@link io.kubelayers.governance.disruption.DrainPlan} what draining a node would run into:
 *
 * <pre>{@code
 * var decision = EvictionMath.decide(pod, budgets, now);
 * if (!decision.granted()) {
 *     System.err.println(Render.text(decision));
 * }
 * }</pre>
 */
@ApiPackage("policy/v1")
@NullMarked
package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
