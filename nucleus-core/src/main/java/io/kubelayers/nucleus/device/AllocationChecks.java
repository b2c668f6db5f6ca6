package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.affinity.NodeSelectorRules;
import io.kubelayers.nucleus.resource.AllocationResult;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which devices a claim was given, and where they are. */
final class AllocationChecks {
    private static final int MOST_RESULTS = 32;
    private static final int MOST_CONFIGURATIONS = 64;
    private static final int MOST_CONDITIONS = 4;
    private static final List<String> SOURCES = List.of("FromClaim", "FromClass");

    private final RequestNames names;
    private final FieldErrors errors;

    AllocationChecks(RequestNames names, FieldErrors errors) {
        this.names = names;
        this.errors = errors;
    }

    void check(FieldPath path, AllocationResult allocation) {
        var devices = path.child("devices");
        Entries.each(devices.child("results"), allocation.devices().results(), MOST_RESULTS, errors, this::result);
        Entries.each(
                devices.child("config"),
                allocation.devices().config(),
                MOST_CONFIGURATIONS,
                errors,
                (place, config) -> {
                    errors.requiredOneOf(place.child("source"), config.source(), SOURCES);
                    DeviceClaimChecks.references(place, config.requests(), names, errors);
                    DeviceConfigurationChecks.opaque(place, config.opaque(), false, errors);
                });
        if (allocation.nodeSelector() != null) {
            var found = new ArrayList<FieldError>();
            NodeSelectorRules.selector(path.child("nodeSelector"), allocation.nodeSelector(), found);
            errors.addAll(found);
        }
    }

    private void result(FieldPath path, AllocationResult.DeviceRequestAllocationResult result) {
        names.check(path.child("request"), result.request(), errors);
        DeviceNames.driver(path.child("driver"), result.driver(), errors);
        DeviceNames.pool(path.child("pool"), result.pool(), errors);
        DeviceNames.label(path.child("device"), result.device(), errors);
        bindingConditions(path, result.bindingConditions(), result.bindingFailureConditions(), errors);
        if (result.shareID() != null) {
            DeviceNames.share(path.child("shareID"), result.shareID(), errors);
        }
    }

    /** Conditions that must hold before a pod is bound, and those that must not: both or none, and none twice. */
    static void bindingConditions(FieldPath path, List<String> wanted, List<String> failures, FieldErrors errors) {
        var wantedPath = path.child("bindingConditions");
        var failuresPath = path.child("bindingFailureConditions");
        Entries.each(
                wantedPath, wanted, MOST_CONDITIONS, errors, (at, one) -> errors.addAll(MetaRules.labelKey(at, one)));
        Entries.each(
                failuresPath,
                failures,
                MOST_CONDITIONS,
                errors,
                (at, one) -> errors.addAll(MetaRules.labelKey(at, one)));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!seen.add(wanted.get(i))) {
                errors.duplicate(wantedPath.index(i), wanted.get(i));
            }
        }
        Set<String> seenFailures = new HashSet<>();
        for (int i = 0; i < failures.size(); i++) {
            if (!seenFailures.add(failures.get(i))) {
                errors.duplicate(failuresPath.index(i), failures.get(i));
            }
            if (seen.contains(failures.get(i))) {
                errors.invalid(
                        failuresPath.index(i),
                        failures.get(i),
                        "bindingFailureConditions must not overlap with bindingConditions");
            }
        }
        if (wanted.isEmpty() && !failures.isEmpty()) {
            errors.invalid(wantedPath, null, "bindingConditions are required to use bindingFailureConditions");
        }
        if (failures.isEmpty() && !wanted.isEmpty()) {
            errors.invalid(failuresPath, null, "bindingFailureConditions are required to use bindingConditions");
        }
    }
}
