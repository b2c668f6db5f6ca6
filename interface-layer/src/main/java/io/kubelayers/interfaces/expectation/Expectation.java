package io.kubelayers.interfaces.expectation;

import io.kubelayers.nucleus.cluster.Cluster;

/** One thing that is expected of a cluster. */
public final class Expectation {
    private final String place;
    private final String name;
    private final Question question;

    Expectation(String place, String name, Question question) {
        this.place = place;
        this.name = name;
        this.question = question;
    }

    /** Where it stands: {@code shop/expectations.yaml:7}. */
    public String place() {
        return place;
    }

    /** Its name, or the sentence that is expected to hold. */
    public String name() {
        return name.isEmpty() ? sentence() : name;
    }

    /** The sentence that is expected to hold. */
    public String sentence() {
        return question.sentence();
    }

    /** Asks the cluster, which stays as it is. A question that makes no sense there is a missed expectation. */
    public Answer ask(Cluster cluster) {
        try {
            return question.ask(cluster);
        } catch (IllegalArgumentException senseless) {
            return Answer.missed(String.valueOf(senseless.getMessage()));
        }
    }

    @Override
    public String toString() {
        return place + " " + name();
    }
}
