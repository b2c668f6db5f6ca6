package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.resource.DeviceRequest;
import io.kubelayers.nucleus.resource.ResourceClaim;
import io.kubelayers.nucleus.resource.ResourceClaimTemplate;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Devices in use by others are managed from namespaces with a label only ({@code pkg/registry/resource/utils.go}).
 *
 * <p>Upstream has this check inside the storage of the two kinds, not among the admission plugins.
 */
public final class DeviceAdminAccess implements AdmissionPlugin.Validating {
    private static final String LABEL = "resource.kubernetes.io/admin-access";
    private static final String FIELD = "adminAccess";

    private final Informers informers;

    public DeviceAdminAccess(Informers informers) {
        this.informers = informers;
    }

    @Override
    public String name() {
        return "DeviceAdminAccess";
    }

    /** A spec can't change, so it is looked at once; what is allocated is in the status. */
    @Override
    public boolean handles(AdmissionRequest request) {
        return request.operation() == Operation.CREATE
                ? request.concerns(ResourceClaim.class) || request.concerns(ResourceClaimTemplate.class)
                : request.operation() == Operation.UPDATE
                        && request.type().is(ResourceClaim.class)
                        && request.subresource().equals("status");
    }

    @Override
    public void validate(AdmissionRequest request) {
        var asked = request.operation() == Operation.CREATE
                ? asked(request.object())
                : granted(request.oldObject()).isPresent() ? Optional.<FieldPath>empty() : granted(request.object());
        asked.filter(path -> !isLabelled(request.namespace())).ifPresent(path -> {
            throw ApiErrors.invalid(
                    request.type().group(),
                    request.type().kind(),
                    request.name(),
                    List.of(FieldError.forbidden(
                            path,
                            "admin access to devices requires the `" + LABEL
                                    + ": true` label on the containing namespace")));
        });
    }

    /** Where the first request for it is; upstream names it so in templates too. */
    private static Optional<FieldPath> asked(@Nullable KubernetesObject object) {
        List<DeviceRequest> requests = List.of();
        if (object instanceof ResourceClaim claim) {
            requests = claim.spec().devices().requests();
        } else if (object instanceof ResourceClaimTemplate template) {
            requests = template.spec().spec().devices().requests();
        }
        return first(requests, DeviceAdminAccess::asks)
                .map(i -> FieldPath.of("spec", "devices", "requests").index(i).child(FIELD));
    }

    private static boolean asks(DeviceRequest request) {
        var exactly = request.exactly();
        return exactly != null && Boolean.TRUE.equals(exactly.adminAccess());
    }

    private static Optional<FieldPath> granted(@Nullable KubernetesObject object) {
        if (!(object instanceof ResourceClaim claim) || claim.status().allocation() == null) {
            return Optional.empty();
        }
        var results = claim.status().allocation().devices().results();
        return first(results, result -> Boolean.TRUE.equals(result.adminAccess()))
                .map(i -> FieldPath.of("status", "allocation", "devices", "results")
                        .index(i)
                        .child(FIELD));
    }

    private static <T> Optional<Integer> first(List<T> entries, Predicate<T> which) {
        return IntStream.range(0, entries.size())
                .filter(i -> which.test(entries.get(i)))
                .boxed()
                .findFirst();
    }

    private boolean isLabelled(String namespace) {
        return informers
                .lister(Namespace.class)
                .get("", namespace)
                .filter(found -> "true".equals(found.metadata().labels().get(LABEL)))
                .isPresent();
    }
}
