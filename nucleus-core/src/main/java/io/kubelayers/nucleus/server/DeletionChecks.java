package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.DeleteOptions;
import io.kubelayers.nucleus.meta.DeleteOptions.DeletionPropagation;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** May a delete with these options go on? (apimachinery {@code ValidateDeleteOptions}, apiserver {@code BeforeDelete}) */
final class DeletionChecks {
    private static final List<String> POLICIES =
            List.of(DeletionPropagation.FOREGROUND, DeletionPropagation.BACKGROUND, DeletionPropagation.ORPHAN);

    private DeletionChecks() {}

    /**
     * Lets well-formed options pass.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 422 if they are not
     */
    static void requireWellFormed(DeleteOptions options) {
        var policy = options.propagationPolicy();
        if (policy == null) {
            return;
        }
        var errors = new ArrayList<FieldError>();
        var field = FieldPath.of("propagationPolicy");
        if (options.orphanDependents() != null) {
            errors.add(
                    FieldError.invalid(field, policy, "orphanDependents and deletionPropagation cannot be both set"));
        }
        if (!POLICIES.contains(policy)) {
            errors.add(FieldError.notSupported(field, policy, List.of("Foreground", "Background", "Orphan", "nil")));
        }
        if (!errors.isEmpty()) {
            throw ApiErrors.invalid("meta.k8s.io", "DeleteOptions", "", errors);
        }
    }

    /**
     * Lets pass deletes of the object that was meant, in the state that was meant.
     *
     * @param kind kind and group of the object, as the error names them
     * @throws io.kubelayers.nucleus.errors.ApiException 409 if it is another
     */
    static void requireMeant(DeleteOptions options, ApiErrors.Resource kind, ObjectMeta metadata) {
        var preconditions = options.preconditions();
        if (preconditions == null) {
            return;
        }
        var name = metadata.nameOrEmpty();
        if (preconditions.uid() != null && !preconditions.uid().equals(metadata.uid())) {
            throw ApiErrors.conflict(
                    kind,
                    name,
                    "the UID in the precondition (" + preconditions.uid() + ") does not match the UID in record ("
                            + metadata.uid() + "). The object might have been deleted and then recreated");
        }
        if (preconditions.resourceVersion() != null
                && !preconditions.resourceVersion().equals(metadata.resourceVersion())) {
            throw ApiErrors.conflict(
                    kind,
                    name,
                    "the ResourceVersion in the precondition (" + preconditions.resourceVersion()
                            + ") does not match the ResourceVersion in record (" + metadata.resourceVersion()
                            + "). The object might have been modified");
        }
    }

    /** The same of kinds that are marked first, in the words of their own storage. */
    static void requireMeantFirst(DeleteOptions options, ApiErrors.Resource resource, ObjectMeta metadata) {
        var preconditions = options.preconditions();
        if (preconditions == null) {
            return;
        }
        if (preconditions.uid() != null && !preconditions.uid().equals(metadata.uid())) {
            throw ApiErrors.conflict(
                    resource,
                    metadata.nameOrEmpty(),
                    "Precondition failed: UID in precondition: " + preconditions.uid() + ", UID in object meta: "
                            + metadata.uid());
        }
        if (preconditions.resourceVersion() != null
                && !preconditions.resourceVersion().equals(metadata.resourceVersion())) {
            throw ApiErrors.conflict(
                    resource,
                    metadata.nameOrEmpty(),
                    "Precondition failed: ResourceVersion in precondition: " + preconditions.resourceVersion()
                            + ", ResourceVersion in object meta: " + metadata.resourceVersion());
        }
    }
}
