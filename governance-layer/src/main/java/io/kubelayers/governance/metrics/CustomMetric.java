package io.kubelayers.governance.metrics;

/**
 * A custom metric that objects of some kind have.
 *
 * @param apiVersion version of the kind; "" leaves it open
 * @param kind kind of the objects, such as Pod
 * @param metric name of the metric
 */
public record CustomMetric(String apiVersion, String kind, String metric) {}
