/**
 * Clusters out of files, for questions to the scheduler: manifests nobody has applied yet and dumps of real clusters, alone or
 * together, become nodes, pods on them and pods that wait.
 *
 * <pre>{@code
 * var given = GivenCluster.read(Manifests.load(Path.of("nodes.yaml"), Path.of("shop")));
 * given.scheduling().placeAll(given.waiting());
 * }</pre>
 *
 * <p>The command line and the test kit ask through it; what the answer looks like is theirs. The decisions are those of
 * {@code application.scheduling}.
 */
@NullMarked
package io.kubelayers.interfaces.scheduling;

import org.jspecify.annotations.NullMarked;
