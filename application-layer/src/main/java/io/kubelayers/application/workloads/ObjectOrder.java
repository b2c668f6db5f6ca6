package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Orders in which controllers look at objects, so that equal input gives equal answers. */
public final class ObjectOrder {
    /** By name. */
    public static final Comparator<KubernetesObject> BY_NAME =
            Comparator.comparing(object -> object.metadata().nameOrEmpty());

    /** By uid. */
    public static final Comparator<KubernetesObject> BY_UID =
            Comparator.comparing(object -> text(object.metadata().uid()));

    /** Oldest first, those of one second by name. */
    public static final Comparator<KubernetesObject> BY_AGE = Comparator.<KubernetesObject, Instant>comparing(
                    object -> created(object))
            .thenComparing(BY_NAME);

    private ObjectOrder() {}

    private static Instant created(KubernetesObject object) {
        var created = object.metadata().creationTimestamp();
        return created == null ? Instant.MIN : created;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
