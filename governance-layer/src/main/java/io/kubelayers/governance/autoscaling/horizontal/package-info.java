/**
 * Horizontal pod autoscaling (autoscaling/v2, v1): how many replicas a workload should have, told from metrics.
 *
 * <p>{@link io.kubelayers.governance.autoscaling.horizontal.HpaAlgorithm} is the decision: an autoscaler, its target's scale and
 * the metrics in, an explained {@link io.kubelayers.governance.autoscaling.horizontal.HpaDecision} out.
 * {@link io.kubelayers.governance.autoscaling.horizontal.HpaSimulation} runs it in a closed loop under a load curve:
 *
 * <pre>{@code
 * var timeline = HpaSimulation.simulate(hpa, UsageCurve.constant(3), Duration.ofMinutes(10));
 * System.out.print(timeline.table());
 * for (var step : timeline.rescales()) {
 *     System.out.print(Render.text(step.decision()));
 * }
 * }</pre>
 */
@ApiPackage("autoscaling/v2")
@NullMarked
package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
