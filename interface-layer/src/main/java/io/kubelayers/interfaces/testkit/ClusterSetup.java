package io.kubelayers.interfaces.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method of a test class that takes a {@link io.kubelayers.nucleus.cluster.ClusterBuilder}: it is called
 * before each cluster of the class starts.
 *
 * <pre>{@code
 * @ClusterSetup
 * static void gpuNode(ClusterBuilder cluster) {
 *     cluster.node("gpu-1", node -> node.resource("nvidia.com/gpu", "2"));
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ClusterSetup {}
