/**
 * What the ReplicaSet controller decides: how many pods to create, which to delete, what to report.
 *
 * <pre>{@code
 * var decision = ReplicaSetDecision.of(replicaSet, pods, relatedPods, clock.instant());
 * decision.create();            // 2
 * decision.delete();            // or the pods that go, first to go first
 * System.out.println(Render.text(decision));
 * }</pre>
 *
 * ReplicationControllers are decided by the same code through {@link
 * io.kubelayers.application.workloads.replicaset.ReplicationControllerView}.
 */
@NullMarked
package io.kubelayers.application.workloads.replicaset;

import org.jspecify.annotations.NullMarked;
