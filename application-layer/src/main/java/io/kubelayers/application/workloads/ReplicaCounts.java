package io.kubelayers.application.workloads;

import static io.kubelayers.application.workloads.TemplateChecks.STATUS;

import io.kubelayers.nucleus.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * The numbers in the status of a ReplicaSet or ReplicationController, of which none is negative and no part larger than the
 * whole.
 */
record ReplicaCounts(
        int replicas,
        int fullyLabeled,
        int ready,
        int available,
        @Nullable Integer terminating,
        @Nullable Long observedGeneration) {
    private static final String ALL = "status.replicas";

    void check(FieldErrors errors) {
        errors.nonNegative(STATUS.child("replicas"), replicas);
        errors.nonNegative(STATUS.child("fullyLabeledReplicas"), fullyLabeled);
        errors.nonNegative(STATUS.child("readyReplicas"), ready);
        errors.nonNegative(STATUS.child("availableReplicas"), available);
        errors.nonNegative(STATUS.child("terminatingReplicas"), terminating);
        errors.nonNegative(STATUS.child("observedGeneration"), observedGeneration);
        TemplateChecks.notMore("fullyLabeledReplicas", fullyLabeled, replicas, ALL, errors);
        TemplateChecks.notMore("readyReplicas", ready, replicas, ALL, errors);
        TemplateChecks.notMore("availableReplicas", available, replicas, ALL, errors);
        TemplateChecks.notMore("availableReplicas", available, ready, "readyReplicas", errors);
    }
}
