/**
 * Metrics: resource use of pods and nodes (metrics.k8s.io), custom and external metrics. Autoscaling and {@code kubectl top}
 * read them.
 *
 * <p>Everything asks a {@link io.kubelayers.governance.metrics.MetricsSource}. The default one,
 * {@link io.kubelayers.governance.metrics.SimulatedMetrics}, computes use from curves:
 *
 * <pre>{@code
 * var model = UsageModel.of(UsageRule.pods("shop", LabelSelectors.of(Map.of("app", "web")))
 *         .shared("cpu", UsageCurve.day(0.5, 6, LocalTime.of(14, 0)))
 *         .memory(UsageCurve.constant(200 << 20)));
 * var metrics = new SimulatedMetrics(pods, model, MetricCatalog.EMPTY, clock);
 * }</pre>
 *
 * <p>The metrics APIs are served: {@code metrics.k8s.io} for {@code kubectl top}, {@code custom.metrics.k8s.io} and
 * {@code external.metrics.k8s.io} once there are such metrics. {@link io.kubelayers.governance.metrics.RecordedMetrics} and
 * {@link io.kubelayers.governance.metrics.UsageTrace} play back what was recorded elsewhere.
 */
@ApiPackage("metrics/v1beta1")
@NullMarked
package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
