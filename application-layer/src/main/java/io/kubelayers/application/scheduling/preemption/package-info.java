/**
 * Makes room for important pods: when a pod fits nowhere, pods of lower priority are evicted from one node, as few and as
 * unimportant ones as possible, and the pod is nominated to that node.
 *
 * <p>{@link io.kubelayers.application.scheduling.preemption.DefaultPreemption} decides, and in a cluster evicts. What it
 * found is a {@link io.kubelayers.application.scheduling.framework.PreemptionPlan}: victims for each node, why others
 * don't help, and which node is taken. Disruption budgets are asked for through the interface {@code DisruptionBudgets}
 * and honored as far as possible.
 *
 * <pre>{@code
 * var placement = Scheduling.on(nodes, pods).place(important);
 * placement.nominatedNode();          // node-2
 * placement.preemption().explain();   // evicting default/batch-1 from node-2 makes room for default/important
 * }</pre>
 */
@NullMarked
package io.kubelayers.application.scheduling.preemption;

import org.jspecify.annotations.NullMarked;
