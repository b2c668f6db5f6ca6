/**
 * The scheduling framework: what a scheduler plugin sees and may answer.
 *
 * <p>In Kubernetes the scheduler is a chain of plugins that hook into extension points, in this order:
 *
 * <pre>
 * PreEnqueue ─► QueueSort ─► PreFilter ─► Filter ─► PostFilter      (no node fits)
 *                                            └────► PreScore ─► Score + NormalizeScore
 *                                                        └─► Reserve ─► Permit ─► PreBind ─► Bind ─► PostBind
 * </pre>
 *
 * Each point is one small interface with upstream's name, for instance {@link
 * io.kubelayers.application.scheduling.framework.FilterPlugin}; one class may implement several. What a plugin sees is
 * immutable: a {@link io.kubelayers.application.scheduling.framework.Snapshot} of {@link
 * io.kubelayers.application.scheduling.framework.NodeInfo}s, which keep running sums. What it computes once a cycle it
 * keeps in the {@link io.kubelayers.application.scheduling.framework.CycleState}. What it answers is a {@link
 * io.kubelayers.application.scheduling.framework.Status}.
 *
 * <p>A plugin of one's own:
 *
 * <pre>{@code
 * record OnlyOn(String rack) implements FilterPlugin {
 *     public String name() {
 *         return "OnlyOn";
 *     }
 *
 *     public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
 *         return rack.equals(node.labels().get("rack"))
 *                 ? Status.success()
 *                 : Status.unresolvable("node(s) were not in rack " + rack);
 *     }
 * }
 * }</pre>
 *
 * <p>Not here: the plugins themselves ({@code scheduling.plugins}), profiles and the cycle that calls them ({@code
 * scheduling}), the queue ({@code scheduling.queue}). Nothing in this package reads a clock, starts a thread or does
 * I/O.
 */
@NullMarked
package io.kubelayers.application.scheduling.framework;

import org.jspecify.annotations.NullMarked;
