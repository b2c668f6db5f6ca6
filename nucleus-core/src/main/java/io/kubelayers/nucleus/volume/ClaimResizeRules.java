package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.resources.ResourceNames;
import io.kubelayers.nucleus.resources.ResourceRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;

/** What is wrong with how a claim says it is being resized ({@code ValidatePersistentVolumeClaimStatusUpdate}). */
final class ClaimResizeRules {
    private static final List<String> STATES = List.of(
            "ControllerResizeInProgress",
            "ControllerResizeInfeasible",
            "NodeResizeInProgress",
            "NodeResizeInfeasible",
            "NodeResizePending");

    private ClaimResizeRules() {}

    static void check(FieldPath status, PersistentVolumeClaim.Status claim, List<FieldError> errors) {
        var states = status.child("allocatedResourceStatuses");
        claim.allocatedResourceStatuses().forEach((name, state) -> {
            name(states, name, errors);
            if (!STATES.contains(state)) {
                errors.add(FieldError.notSupported(states, name, STATES));
            }
        });
        var amounts = status.child("allocatedResources");
        claim.allocatedResources().forEach((name, amount) -> {
            if (!name(amounts, name, errors)) {
                return;
            }
            if (amount.value() < 0) {
                errors.add(FieldError.invalid(amounts.key(name), amount.value(), "must be a valid resource quantity"));
            } else {
                ResourceRules.value(amounts.key(name), "storage", amount, errors);
            }
        });
    }

    private static boolean name(FieldPath path, String name, List<FieldError> errors) {
        var complaints = Names.qualifiedName(name);
        MetaRules.invalid(path, name, complaints, errors);
        if (complaints.isEmpty() && ResourceNames.isNative(name) && !name.equals("storage")) {
            errors.add(FieldError.notSupported(path, name, List.of("storage")));
            return false;
        }
        return complaints.isEmpty();
    }
}
