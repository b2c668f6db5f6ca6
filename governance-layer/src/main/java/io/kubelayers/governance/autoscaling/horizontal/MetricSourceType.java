package io.kubelayers.governance.autoscaling.horizontal;

/** The values of {@code MetricSourceType} known upstream; others may occur. */
public final class MetricSourceType {
    public static final String OBJECT = "Object";
    public static final String PODS = "Pods";
    public static final String RESOURCE = "Resource";
    public static final String CONTAINER_RESOURCE = "ContainerResource";
    public static final String EXTERNAL = "External";

    private MetricSourceType() {}
}
