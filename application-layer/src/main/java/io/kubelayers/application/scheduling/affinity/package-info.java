/**
 * The plugins that place pods with regard to other pods: near some, far from others, spread over domains.
 *
 * <p>A <em>topology domain</em> is the nodes that share the value of a label: one host, one zone. Both plugins count pods
 * by domain before any node is tried; they read pods by shape ({@code Snapshot.shapes()}), so the work is proportional to
 * the nodes that have matching pods and not to all pods on all nodes.
 *
 * <pre>{@code
 * Scheduling.on(nodes, pods).place(pod).explain();
 * // 0/3 nodes are available: 1 node(s) didn't match pod topology spread constraints, 2 node(s) didn't match pod
 * // anti-affinity rules. …
 * }</pre>
 */
@NullMarked
package io.kubelayers.application.scheduling.affinity;

import org.jspecify.annotations.NullMarked;
