package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.OwnerReference;
import org.jspecify.annotations.Nullable;

/**
 * The one owner reference of an object that has {@code controller: true}: who manages it.
 *
 * <p>Upstream source: {@code apimachinery/pkg/apis/meta/v1/controller_ref.go}.
 */
public final class ControllerRef {
    private ControllerRef() {}

    /** The reference to the managing controller, or null for an orphan. */
    public static @Nullable OwnerReference of(ObjectMeta dependent) {
        for (var reference : dependent.ownerReferences()) {
            if (Boolean.TRUE.equals(reference.controller())) {
                return reference;
            }
        }
        return null;
    }

    /** Whether the owner, told by its uid, manages the dependent. */
    public static boolean controls(ObjectMeta owner, ObjectMeta dependent) {
        var reference = of(dependent);
        return reference != null && reference.uid().equals(owner.uid());
    }

    /** A reference that makes its holder managed by the owner and holds a foreground deletion of the owner. */
    public static OwnerReference to(String apiVersion, String kind, ObjectMeta owner) {
        return new OwnerReference(apiVersion, kind, owner.name(), owner.uid(), true, true);
    }
}
