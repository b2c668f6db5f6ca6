package io.kubelayers.interfaces.expectation;

import io.kubelayers.nucleus.cluster.Cluster;

/** What an expectation asks a cluster. */
interface Question {
    /** The sentence that is expected to hold: {@code user jane can delete pods in namespace dev}. */
    String sentence();

    /**
     * Asks; the cluster stays as it is.
     *
     * @throws IllegalArgumentException if the question makes no sense in this cluster: a resource, pod or port that is
     *     not there
     */
    Answer ask(Cluster cluster);
}
