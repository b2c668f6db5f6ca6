package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.types.ResourceType;
import java.util.Set;

/** Which deletes are answered with what was deleted ({@code ReturnDeletedObject} of upstream's stores). */
public final class DeletedObjects {
    private static final Set<String> RETURNED = Set.of(
            "pods",
            "podtemplates",
            "resourcequotas",
            "serviceaccounts",
            "services",
            "persistentvolumes",
            "persistentvolumeclaims",
            "deviceclasses.resource.k8s.io",
            "resourceclaims.resource.k8s.io",
            "resourceclaimtemplates.resource.k8s.io",
            "resourceslices.resource.k8s.io",
            "csidrivers.storage.k8s.io",
            "csinodes.storage.k8s.io",
            "storageclasses.storage.k8s.io",
            "volumeattachments.storage.k8s.io",
            "volumeattributesclasses.storage.k8s.io");

    private DeletedObjects() {}

    /** Whether the delete of an object of that resource is answered with the object; others are with a status. */
    public static boolean areAnswered(ResourceType type) {
        return RETURNED.contains(type.groupResource());
    }
}
