/**
 * Controllers and what runs them.
 *
 * <p>A {@link io.kubelayers.nucleus.control.Controller} says which objects concern it and how a change maps to a
 * {@link io.kubelayers.nucleus.control.Request}; its {@link io.kubelayers.nucleus.control.Reconciler} looks at the world as
 * it is now and makes one step towards what is wanted. Reconcilers keep no state: what they must remember they put into
 * {@link io.kubelayers.nucleus.control.Memory}, which forks with the cluster.
 *
 * <pre>{@code
 * Controller.named("replicaset")
 *     .over(ReplicaSet.class)
 *     .owning(Pod.class)
 *     .reconcile(context -> new ReplicaSetReconciler(context));
 * }</pre>
 *
 * <p>Two drivers run them: {@link io.kubelayers.nucleus.control.DeterministicDriver} on one thread and a virtual clock,
 * where the same seed gives the same run, and {@link io.kubelayers.nucleus.control.ThreadDriver} in real time.
 *
 * <pre>
 * store ─► cursor ─► map to requests ─► work queue ─► reconcile ─► client ─► API server ─► store
 * </pre>
 */
@NullMarked
package io.kubelayers.nucleus.control;

import org.jspecify.annotations.NullMarked;
