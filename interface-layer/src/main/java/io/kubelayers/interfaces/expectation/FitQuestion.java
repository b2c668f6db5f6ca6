package io.kubelayers.interfaces.expectation;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.errors.ApiException;
import java.util.HashMap;
import java.util.Map;

/**
 * Do these objects fit, quota and limits included? They are applied to a fork one after the other, and controllers run
 * after each, so that a workload whose pods are refused does not fit although it is accepted itself.
 */
record FitQuestion(boolean fits, GivenObjects objects) implements Question {
    private static final String REFUSED_POD = "FailedCreate";

    static FitQuestion read(Fields fields, boolean fits) {
        return new FitQuestion(fits, fields.objects());
    }

    @Override
    public String sentence() {
        return objects.describe() + (fits ? " fits" : " does not fit");
    }

    @Override
    public Answer ask(Cluster cluster) {
        try (var fork = cluster.fork()) {
            var before = failures(fork);
            int count = 0;
            for (var object : objects.in(fork)) {
                var name = Trial.name(fork.client(), object);
                try {
                    Trial.write(fork.client(), object);
                } catch (ApiException refusal) {
                    return new Answer(
                            !fits,
                            "the first that does not fit is " + name + ": " + refusal.explain(),
                            refusal.finding());
                }
                fork.settle();
                for (var failure : failures(fork).entrySet()) {
                    if (!failure.getValue().equals(before.get(failure.getKey()))) {
                        var text = "the first that does not fit is " + name + ": " + failure.getValue();
                        return fits ? Answer.missed(text) : Answer.met(text);
                    }
                }
                count++;
            }
            var all = "all " + count + " objects fit";
            return fits ? Answer.met(all) : Answer.missed(all);
        }
    }

    /** What controllers could not create, by event. */
    private static Map<String, String> failures(Cluster cluster) {
        var failures = new HashMap<String, String>();
        for (var event : cluster.lister(Event.class).list()) {
            if (REFUSED_POD.equals(event.reason())) {
                failures.put(
                        event.metadata().namespaceOrEmpty() + "/"
                                + event.metadata().nameOrEmpty(),
                        String.valueOf(event.message()));
            }
        }
        return failures;
    }
}
