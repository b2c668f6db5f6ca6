/**
 * Leader election: of several processes that could do the same work, the one that holds a Lease does it, and when it is not
 * heard of any more another takes over ({@code client-go/tools/leaderelection}).
 *
 * <pre>{@code
 * var elector = new LeaderElector(client, ElectionSettings.standard("kube-system", "my-scheduler"), "host-1_42", clock);
 * while (!elector.tryAcquireOrRenew()) {
 *     // wait for elector.settings().retryPeriod(), then try again
 * }
 * }</pre>
 *
 * <p>{@link io.kubelayers.nucleus.election.Candidate} decides on data alone; {@link
 * io.kubelayers.nucleus.election.LeaderElector} reads and writes the Lease. Neither waits: who runs them does.
 */
@NullMarked
package io.kubelayers.nucleus.election;

import org.jspecify.annotations.NullMarked;
