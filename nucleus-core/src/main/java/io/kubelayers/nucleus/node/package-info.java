/**
 * The node agent, upstream's kubelet: runs the pods that are bound to its node and reports how they are.
 *
 * <p>It knows containers, networks and volumes only through three interfaces, as the kubelet knows CRI, CNI and CSI:
 * {@link io.kubelayers.nucleus.node.ContainerRuntime}, {@link io.kubelayers.nucleus.node.PodNetwork} and
 * {@link io.kubelayers.nucleus.node.VolumeDriver}. By default all three are simulated: containers live by a
 * {@link io.kubelayers.nucleus.node.ContainerScript}, which says when they start, crash, use memory or fail a probe.
 *
 * <pre>
 *  pod bound to the node ─► NodeAdmission ─► PodSync ─► actions ─► runtime, network
 *                                              ▲  └────► status, events ─► API server
 *                                              └──── what runs now ◄──── runtime
 * </pre>
 *
 * <p>{@link io.kubelayers.nucleus.node.PodSync} decides, purely: the pod, what the agent remembers of it, what runs of it
 * and the time go in; actions, status, events and the time of the next look come out. One controller serves all nodes, a
 * request is a pod: nodes and pods that have nothing to do cost nothing.
 *
 * <pre>{@code
 * Cluster.builder()
 *     .nodes(1, node -> node.cpu("4"))
 *     .containers(ContainerScripts.none()
 *         .on("shop/*", ContainerScript.standard().crashes(2)))
 *     .start();
 * }</pre>
 */
@NullMarked
package io.kubelayers.nucleus.node;

import org.jspecify.annotations.NullMarked;
