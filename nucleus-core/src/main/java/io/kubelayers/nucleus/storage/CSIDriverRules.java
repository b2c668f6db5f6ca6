package io.kubelayers.nucleus.storage;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Defaults and checks of CSIDrivers ({@code pkg/apis/storage}, {@code pkg/registry/storage/csidriver}). */
public final class CSIDriverRules implements KindRules<CSIDriver> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final List<String> POLICIES = List.of("File", "None", "ReadWriteOnceWithFSType");
    private static final List<String> MODES = List.of("Persistent", "Ephemeral");
    private static final long SHORTEST = 600;
    private static final long LONGEST = 1L << 32;

    @Override
    public Class<CSIDriver> type() {
        return CSIDriver.class;
    }

    @Override
    public boolean allowsUnconditionalUpdate() {
        return false;
    }

    @Override
    public CSIDriver defaulted(CSIDriver driver) {
        var spec = driver.spec();
        return driver.withSpec(spec.withAttachRequired(or(spec.attachRequired(), true))
                .withPodInfoOnMount(or(spec.podInfoOnMount(), false))
                .withStorageCapacity(or(spec.storageCapacity(), false))
                .withFsGroupPolicy(spec.fsGroupPolicy() == null ? "ReadWriteOnceWithFSType" : spec.fsGroupPolicy())
                .withVolumeLifecycleModes(
                        spec.volumeLifecycleModes().isEmpty() ? List.of("Persistent") : spec.volumeLifecycleModes())
                .withRequiresRepublish(or(spec.requiresRepublish(), false))
                .withSeLinuxMount(or(spec.seLinuxMount(), false)));
    }

    private static Boolean or(@Nullable Boolean value, boolean otherwise) {
        return value == null ? Boolean.valueOf(otherwise) : value;
    }

    /** Whoever asks for tokens is told where else than in the logs they could be, until they say. */
    @Override
    public List<String> warnings(CSIDriver driver, @Nullable CSIDriver old) {
        var spec = driver.spec();
        boolean asks = !spec.tokenRequests().isEmpty()
                && (old == null || !spec.tokenRequests().equals(old.spec().tokenRequests()));
        return asks && spec.serviceAccountTokenInSecrets() == null
                ? List.of("spec.serviceAccountTokenInSecrets is unset; if supported by this CSI driver, set to true to"
                        + " prevent possible logging of tokens in volume attributes")
                : List.of();
    }

    /** Changes count as generations; a new driver has none. */
    @Override
    public CSIDriver prepareForUpdate(CSIDriver driver, CSIDriver old) {
        return driver.spec().equals(old.spec())
                ? driver
                : driver.withMetadata(
                        driver.metadata().withGeneration(old.metadata().generation() + 1));
    }

    @Override
    public List<FieldError> validate(CSIDriver driver) {
        var errors = new FieldErrors();
        check(driver.spec(), errors);
        return errors.list();
    }

    private static void check(CSIDriver.Spec spec, FieldErrors errors) {
        required("attachedRequired", spec.attachRequired(), errors);
        required("podInfoOnMount", spec.podInfoOnMount(), errors);
        required("storageCapacity", spec.storageCapacity(), errors);
        errors.oneOf(SPEC.child("fsGroupPolicy"), spec.fsGroupPolicy(), POLICIES);
        tokens(spec.tokenRequests(), errors);
        for (var mode : spec.volumeLifecycleModes()) {
            errors.oneOf(SPEC.child("volumeLifecycleModes"), mode, MODES);
        }
        required("seLinuxMount", spec.seLinuxMount(), errors);
        var period = spec.nodeAllocatableUpdatePeriodSeconds();
        if (period != null && period < 10) {
            errors.invalid(
                    SPEC.child("nodeAllocatableUpdatePeriodSeconds"),
                    period,
                    "must be greater than or equal to 10 seconds");
        }
        if (spec.serviceAccountTokenInSecrets() != null && spec.tokenRequests().isEmpty()) {
            errors.invalid(
                    SPEC.child("serviceAccountTokenInSecrets"),
                    spec.serviceAccountTokenInSecrets(),
                    "serviceAccountTokenInSecrets is set but no tokenRequests are specified");
        }
    }

    private static void required(String field, @Nullable Object value, FieldErrors errors) {
        if (value == null) {
            errors.required(SPEC.child(field));
        }
    }

    private static void tokens(List<CSIDriver.TokenRequest> requests, FieldErrors errors) {
        Set<String> audiences = new HashSet<>();
        for (int i = 0; i < requests.size(); i++) {
            var request = requests.get(i);
            var path = SPEC.child("tokenRequests").index(i);
            var seconds = request.expirationSeconds();
            if (!audiences.add(request.audience())) {
                errors.duplicate(path.child("audience"), request.audience());
            } else if (seconds != null && seconds < SHORTEST) {
                errors.invalid(
                        path.child("expirationSeconds"), seconds, "may not specify a duration less than 10 minutes");
            } else if (seconds != null && seconds > LONGEST) {
                errors.invalid(
                        path.child("expirationSeconds"),
                        seconds,
                        "may not specify a duration larger than 2^32 seconds");
            }
        }
    }

    @Override
    public List<FieldError> validateUpdate(CSIDriver driver, CSIDriver old) {
        var errors = new FieldErrors();
        var spec = driver.spec();
        check(spec, errors);
        errors.immutable(
                SPEC.child("attachedRequired"),
                spec.attachRequired(),
                old.spec().attachRequired());
        errors.immutable(
                SPEC.child("volumeLifecycleModes"),
                spec.volumeLifecycleModes(),
                old.spec().volumeLifecycleModes());
        return errors.list();
    }
}
