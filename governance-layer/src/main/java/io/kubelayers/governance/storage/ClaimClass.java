package io.kubelayers.governance.storage;

import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import org.jspecify.annotations.Nullable;

/** The class a claim names: in its spec, or in the annotation of old. */
final class ClaimClass {
    private static final String ANNOTATION = "volume.beta.kubernetes.io/storage-class";

    private ClaimClass() {}

    /** The name, {@code ""} when the claim wants no class, null when it says nothing. */
    static @Nullable String of(PersistentVolumeClaim claim) {
        var annotated = claim.metadata().annotations().get(ANNOTATION);
        return annotated == null ? claim.spec().storageClassName() : annotated;
    }

    static boolean isUnsaid(PersistentVolumeClaim claim) {
        return of(claim) == null;
    }
}
