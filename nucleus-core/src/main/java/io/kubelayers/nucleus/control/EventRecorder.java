package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Instant;

/** Tells people what happened to an object, as Event objects; the same happening again raises the count of one. */
public interface EventRecorder {
    /** Something that went as it should, such as {@code Scheduled}. */
    void normal(KubernetesObject about, String reason, String message);

    /** Something that did not. */
    void warning(KubernetesObject about, String reason, String message);

    /** Tells what happens to a part of objects, such as {@code spec.containers{web}}; "" for all of them. */
    default EventRecorder of(String part) {
        return this;
    }

    /** Tells of what was done then, though it is told now: it is listed before what others did in answer to it. */
    default EventRecorder at(Instant then) {
        return this;
    }

    /** Tells in the name of another component, each happening by itself, however many are alike. */
    default EventRecorder from(String component) {
        return this;
    }
}
