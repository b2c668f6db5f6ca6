package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.ArrayList;

/**
 * The one owner reference of an object that has {@code controller: true}: who manages it.
 *
 * <p>Upstream source: {@code apimachinery/pkg/apis/meta/v1/controller_ref.go}.
 */
public final class ControllerRef {
    private ControllerRef() {}

    /** Whether the owner, told by its uid, manages the dependent. */
    public static boolean controls(ObjectMeta owner, ObjectMeta dependent) {
        var reference = dependent.controllerOwner();
        return reference.isPresent() && reference.get().uid().equals(owner.uid());
    }

    /** The dependent, an orphan so far, with the reference added. */
    public static ObjectMeta adopted(ObjectMeta dependent, OwnerReference reference) {
        var references = new ArrayList<>(dependent.ownerReferences());
        references.add(reference);
        return dependent.withOwnerReferences(references);
    }

    /** The dependent without any reference to the owner. */
    public static ObjectMeta released(ObjectMeta dependent, ObjectMeta owner) {
        var references = new ArrayList<>(dependent.ownerReferences());
        references.removeIf(reference -> reference.uid().equals(owner.uid()));
        return dependent.withOwnerReferences(references);
    }

    /** A reference that makes its holder managed by the owner and holds a foreground deletion of the owner. */
    public static OwnerReference to(String apiVersion, String kind, ObjectMeta owner) {
        return new OwnerReference(apiVersion, kind, owner.nameOrEmpty(), owner.uidOrEmpty(), true, true);
    }
}
