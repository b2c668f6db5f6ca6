/**
 * A whole cluster in one object: API server, store, controllers and nodes, composed of layers.
 *
 * <pre>{@code
 * try (Cluster cluster = Cluster.builder()
 *         .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
 *         .clock(VirtualClock.at("2026-01-01T00:00:00Z"))
 *         .nodes(3, node -> node.cpu("4").memory("16Gi").zone("a"))
 *         .start()) {
 *     cluster.apply(Manifests.load(path));
 *     cluster.settle();
 *     cluster.advance(Duration.ofMinutes(5));
 *     Cluster whatIf = cluster.fork();
 * }
 * }</pre>
 */
@NullMarked
package io.kubelayers.nucleus.cluster;

import org.jspecify.annotations.NullMarked;
