/**
 * The pods that workloads come to, without a cluster: for questions such as whether a Deployment fits, asked before
 * anybody applies it.
 *
 * <p>Layer 2, above {@code workloads} and {@code batch}, whose controllers make pods one step at a time as a cluster
 * allows it. This is where they end when nothing stands in their way.
 *
 * <pre>{@code
 * WorkloadPods.of(deployment, nodes).ifPresent(made -> scheduling.placeAll(made.pods()));
 * }</pre>
 */
@NullMarked
package io.kubelayers.application.expansion;

import org.jspecify.annotations.NullMarked;
