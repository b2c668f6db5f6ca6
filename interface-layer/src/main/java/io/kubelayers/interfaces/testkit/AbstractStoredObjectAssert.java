package io.kubelayers.interfaces.testkit;

import io.kubelayers.interfaces.spelling.NearestName;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Objects;

/**
 * Assertions about an object in a cluster: what objects have, and the events about it.
 *
 * @param <S> the assertion itself
 * @param <T> the kind
 */
public abstract class AbstractStoredObjectAssert<S extends AbstractStoredObjectAssert<S, T>, T extends KubernetesObject>
        extends AbstractKubernetesObjectAssert<S, T> {
    final Cluster cluster;

    AbstractStoredObjectAssert(Cluster cluster, T object, Class<?> self) {
        super(object, self);
        this.cluster = cluster;
    }

    /** Something was reported about the object, for this reason. */
    public S hasEvent(String reason) {
        return hasEvent(reason, "");
    }

    /** Something was reported about the object, for this reason, with a message that contains these words. */
    public S hasEvent(String reason, String words) {
        for (var event : events()) {
            if (reason.equals(event.reason()) && text(event).contains(words)) {
                return myself;
            }
        }
        var reasons = events().stream()
                .map(event -> String.valueOf(event.reason()))
                .distinct()
                .toList();
        var said = words.isEmpty() ? "" : " that says \"" + words + "\"";
        throw mismatch(Mismatch.expected(subject() + " has an event " + reason + said)
                .but(reasons.isEmpty() ? "nothing was reported about it" : "other things were reported about it")
                .why(eventFindings())
                .hint(reasons.isEmpty() || reasons.contains(reason) ? "" : NearestName.hint(reason, reasons)));
    }

    /** Nothing was reported about the object for this reason. */
    public S hasNoEvent(String reason) {
        for (var event : events()) {
            if (reason.equals(event.reason())) {
                throw mismatch(Mismatch.expected(subject() + " has no event " + reason)
                        .but("it has: " + text(event))
                        .why(eventFindings()));
            }
        }
        return myself;
    }

    private Finding eventFindings() {
        return ObjectStory.events(cluster, actual);
    }

    private List<Event> events() {
        return ObjectStory.eventsAbout(cluster, actual);
    }

    private static String text(Event event) {
        return Objects.requireNonNullElse(event.message(), "");
    }
}
