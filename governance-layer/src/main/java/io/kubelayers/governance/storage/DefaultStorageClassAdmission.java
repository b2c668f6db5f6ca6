package io.kubelayers.governance.storage;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.meta.KubernetesObject;

/**
 * Gives new claims that name no class the default one. Upstream: {@code plugin/pkg/admission/storage/storageclass}.
 */
public final class DefaultStorageClassAdmission implements AdmissionPlugin.Mutating {
    private final Informers informers;

    public DefaultStorageClassAdmission(Informers informers) {
        this.informers = informers;
    }

    @Override
    public String name() {
        return "DefaultStorageClass";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.operation() == AdmissionRequest.Operation.CREATE
                && request.concerns(PersistentVolumeClaim.class)
                && request.object() instanceof PersistentVolumeClaim claim
                && ClaimClass.isUnsaid(claim);
    }

    @Override
    public KubernetesObject mutate(AdmissionRequest request) {
        if (!(request.object() instanceof PersistentVolumeClaim claim)) {
            throw new IllegalArgumentException("not a claim: " + request.type());
        }
        var standard =
                DefaultStorageClass.among(informers.lister(StorageClass.class).list());
        return standard.isEmpty()
                ? claim
                : claim.withSpec(claim.spec()
                        .withStorageClassName(standard.get().metadata().name()));
    }
}
