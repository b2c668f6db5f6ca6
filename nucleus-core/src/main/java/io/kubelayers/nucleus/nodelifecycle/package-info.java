/**
 * Nodes that come, fail and go: taints that say what is wrong with a node, and pods that leave it when it does not come
 * back.
 *
 * <pre>
 * lease and status ─► NodeHealth ─► Ready=Unknown ─► ConditionTaints ─► taints ─► TaintEviction ─► pods deleted
 * </pre>
 *
 * <p>{@link io.kubelayers.nucleus.nodelifecycle.NodeHealth},
 * {@link io.kubelayers.nucleus.nodelifecycle.ConditionTaints} and
 * {@link io.kubelayers.nucleus.nodelifecycle.TaintEviction} are decisions;
 * {@link io.kubelayers.nucleus.nodelifecycle.NodeLifecycleControllers} are their shells.
 */
@NullMarked
package io.kubelayers.nucleus.nodelifecycle;

import org.jspecify.annotations.NullMarked;
