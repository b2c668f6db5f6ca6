/**
 * What the API server counts, under upstream's names (apiserver {@code endpoints/metrics}), in Prometheus' text form.
 *
 * <pre>{@code
 * var metrics = RequestMetrics.create(startedAt, "v1.35.0");
 * metrics.handled(new Handled("GET", "", "v1", "pods", "", "resource", ""), 200, Duration.ofMillis(2));
 * metrics.text();          // apiserver_request_total{code="200",component="apiserver",...} 1.0
 * }</pre>
 */
@NullMarked
package io.kubelayers.interfaces.http.metrics;

import org.jspecify.annotations.NullMarked;
