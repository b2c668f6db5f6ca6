package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.resource.DeviceClaim;
import io.kubelayers.nucleus.resource.DeviceRequest;
import io.kubelayers.nucleus.resource.DeviceSelector;
import io.kubelayers.nucleus.resource.DeviceToleration;
import io.kubelayers.nucleus.resource.ResourceClaimSpec;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a claim asks for: requests, constraints between them and configuration for the drivers. */
final class DeviceClaimChecks {
    private static final int MOST = 32;
    private static final int MOST_ALTERNATIVES = 8;
    private static final List<String> MODES = List.of("All", "ExactCount");

    private final FieldErrors errors;

    private DeviceClaimChecks(FieldErrors errors) {
        this.errors = errors;
    }

    static void check(FieldPath path, ResourceClaimSpec spec, FieldErrors errors) {
        new DeviceClaimChecks(errors).claim(path.child("devices"), spec.devices());
    }

    private void claim(FieldPath path, DeviceClaim claim) {
        var names = new RequestNames(claim);
        Entries.set(path.child("requests"), claim.requests(), MOST, errors, DeviceRequest::name, this::request);
        Entries.each(path.child("constraints"), claim.constraints(), MOST, errors, (place, constraint) -> {
            references(place, constraint.requests(), names, errors);
            constraint(place, constraint);
        });
        Entries.each(path.child("config"), claim.config(), MOST, errors, (place, config) -> {
            references(place, config.requests(), names, errors);
            DeviceConfigurationChecks.opaque(place, config.opaque(), false, errors);
        });
    }

    /** The names of requests that something is about. */
    static void references(FieldPath path, List<String> requests, RequestNames names, FieldErrors errors) {
        Entries.set(
                path.child("requests"),
                requests,
                MOST,
                errors,
                Function.identity(),
                (place, name) -> names.check(place, name, errors));
    }

    private void request(FieldPath path, DeviceRequest request) {
        DeviceNames.label(path.child("name"), request.name(), errors);
        var exactly = request.exactly();
        boolean alternatives = !request.firstAvailable().isEmpty();
        if (exactly == null && !alternatives) {
            errors.required(path, "exactly one of `exactly` or `firstAvailable` is required");
        } else if (exactly != null && alternatives) {
            errors.invalid(
                    path,
                    null,
                    "exactly one of `exactly` or `firstAvailable` is required, but multiple fields are set");
        } else if (exactly == null) {
            Entries.set(
                    path.child("firstAvailable"),
                    request.firstAvailable(),
                    MOST_ALTERNATIVES,
                    errors,
                    DeviceRequest.DeviceSubRequest::name,
                    (place, one) -> {
                        DeviceNames.label(place.child("name"), one.name(), errors);
                        wish(place, one.deviceClassName(), one.selectors(), one.allocationMode(), one.count());
                        tolerations(place, one.tolerations());
                    });
        } else {
            var place = path.child("exactly");
            wish(place, exactly.deviceClassName(), exactly.selectors(), exactly.allocationMode(), exactly.count());
            tolerations(place, exactly.tolerations());
        }
    }

    private void wish(
            FieldPath path, String deviceClass, List<DeviceSelector> selectors, @Nullable String mode, long count) {
        DeviceNames.deviceClass(path.child("deviceClassName"), deviceClass, errors);
        DeviceConfigurationChecks.selectors(path.child("selectors"), selectors, errors);
        if ("All".equals(mode)) {
            if (count != 0) {
                errors.invalid(path.child("count"), count, "must not be specified when allocationMode is 'All'");
            }
        } else if ("ExactCount".equals(mode)) {
            if (count <= 0) {
                errors.invalid(path.child("count"), count, "must be greater than zero");
            }
        } else {
            errors.notSupported(path.child("allocationMode"), mode == null ? "" : mode, MODES);
        }
    }

    private void tolerations(FieldPath path, List<DeviceToleration> tolerations) {
        Entries.each(
                path.child("tolerations"),
                tolerations,
                -1,
                errors,
                (place, toleration) -> DeviceTaintChecks.toleration(place, toleration, errors));
    }

    private void constraint(FieldPath path, DeviceClaim.DeviceConstraint constraint) {
        if (constraint.matchAttribute() != null) {
            DeviceNames.fullyQualified(path.child("matchAttribute"), constraint.matchAttribute(), errors);
        } else if (constraint.distinctAttribute() != null) {
            DeviceNames.fullyQualified(path.child("distinctAttribute"), constraint.distinctAttribute(), errors);
        } else {
            errors.required(path.child("matchAttribute"));
        }
    }
}
