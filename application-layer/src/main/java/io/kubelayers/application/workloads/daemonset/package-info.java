/**
 * What the DaemonSet controller decides: which nodes run the pod, which pods go, and how a new template reaches them.
 *
 * <p>Pods are tied to their nodes by node affinity and bound by the scheduler.
 *
 * <pre>{@code
 * var decision = DaemonSetDecision.of(set, pods, nodes, revisions, clock.instant());
 * System.out.println(Render.text(decision));   // one line a node, with the taint or label that keeps the pod away
 * }</pre>
 */
@NullMarked
package io.kubelayers.application.workloads.daemonset;

import org.jspecify.annotations.NullMarked;
