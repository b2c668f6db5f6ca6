package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import org.jspecify.annotations.Nullable;

/**
 * Checks whom an autoscaler scales, and of whom a metric tells. Both need an API version since 1.34; what was stored
 * without one keeps that right ({@code ValidateCrossVersionObjectReference}).
 *
 * @param anyVersion whether the version is not looked at
 * @param withoutGroup whether it may be one of the core group
 */
record TargetReferenceRules(boolean anyVersion, boolean withoutGroup) {
    private static final String REPLICATION_CONTROLLER = "ReplicationController";

    /** Of what is scaled: only controllers of the core group have a version without a group. */
    static TargetReferenceRules ofTarget(CrossVersionObjectReference now, @Nullable CrossVersionObjectReference old) {
        boolean same =
                old != null && version(old).equals(version(now)) && old.kind().equals(now.kind());
        return new TargetReferenceRules(same, !same && now.kind().equals(REPLICATION_CONTROLLER));
    }

    /** Of what metrics tell about: any object; malformed versions are let pass where there was one before. */
    static TargetReferenceRules ofMetrics(@Nullable HorizontalPodAutoscaler old) {
        var strict = new TargetReferenceRules(false, true);
        if (old != null) {
            for (var metric : old.spec().metrics()) {
                if (metric.object() != null && strict.complaint(metric.object().describedObject()) != null) {
                    return new TargetReferenceRules(true, true);
                }
            }
        }
        return strict;
    }

    void check(FieldPath path, CrossVersionObjectReference reference, FieldErrors errors) {
        segment(path.child("kind"), reference.kind(), errors);
        segment(path.child("name"), reference.name(), errors);
        var complaint = complaint(reference);
        if (complaint != null) {
            errors.invalid(path.child("apiVersion"), version(reference), complaint);
        }
    }

    private @Nullable String complaint(CrossVersionObjectReference reference) {
        if (anyVersion) {
            return null;
        }
        var version = version(reference);
        int slash = version.indexOf('/');
        if (!version.equals("/") && slash != version.lastIndexOf('/')) {
            return "unexpected GroupVersion string: " + version;
        }
        return slash > 0 || withoutGroup ? null : "apiVersion must specify API group";
    }

    private static String version(CrossVersionObjectReference reference) {
        return reference.apiVersion() == null ? "" : reference.apiVersion();
    }

    private static void segment(FieldPath path, String text, FieldErrors errors) {
        if (errors.given(path, text)) {
            errors.invalid(path, text, Names.pathSegment(text));
        }
    }
}
