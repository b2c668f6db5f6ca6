package io.kubelayers.governance.storage;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Only bound claims of a class that allows it grow ({@code plugin/pkg/admission/storage/persistentvolume/resize}).
 */
public final class PersistentVolumeClaimResize implements AdmissionPlugin.Validating {
    private static final String STORAGE = "storage";

    private final Informers informers;

    public PersistentVolumeClaimResize(Informers informers) {
        this.informers = informers;
    }

    @Override
    public String name() {
        return "PersistentVolumeClaimResize";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.operation() == AdmissionRequest.Operation.UPDATE
                && request.concerns(PersistentVolumeClaim.class);
    }

    @Override
    public void validate(AdmissionRequest request) {
        if (!(request.object() instanceof PersistentVolumeClaim claim)
                || !(request.oldObject() instanceof PersistentVolumeClaim old)
                || size(claim).compareTo(size(old)) <= 0) {
            return;
        }
        if (!PersistentVolumeClaim.Phase.BOUND.equals(old.status().phase())) {
            throw request.forbidden("Only bound persistent volume claims can be expanded");
        }
        var name = storageClass(claim);
        if (name == null || !name.equals(storageClass(old)) || !mayGrow(name)) {
            throw request.forbidden("only dynamically provisioned pvc can be resized and the storageclass that"
                    + " provisions the pvc must support resize");
        }
    }

    private boolean mayGrow(String storageClass) {
        return informers
                .lister(StorageClass.class)
                .get("", storageClass)
                .filter(known -> Boolean.TRUE.equals(known.allowVolumeExpansion()))
                .isPresent();
    }

    private static Quantity size(PersistentVolumeClaim claim) {
        return claim.spec().resources().requests().getOrDefault(STORAGE, Quantity.ZERO);
    }

    private static @Nullable String storageClass(PersistentVolumeClaim claim) {
        var name = ClaimClass.of(claim);
        return name == null || name.isEmpty() ? null : name;
    }
}
