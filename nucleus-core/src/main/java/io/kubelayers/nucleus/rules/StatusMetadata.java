package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.meta.ObjectMeta;

/** The metadata after a status update of kinds whose status updates leave it alone (apimachinery, {@code ResetObjectMetaForStatus}). */
final class StatusMetadata {
    private StatusMetadata() {}

    static ObjectMeta of(ObjectMeta sent, ObjectMeta old) {
        return sent.withLabels(old.labels())
                .withAnnotations(old.annotations())
                .withFinalizers(old.finalizers())
                .withOwnerReferences(old.ownerReferences());
    }
}
