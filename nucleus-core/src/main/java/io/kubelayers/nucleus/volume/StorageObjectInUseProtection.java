package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;

/**
 * Gives new claims and volumes the finalizer that keeps them while they are used
 * ({@code plugin/pkg/admission/storage/storageobjectinuseprotection}).
 */
public final class StorageObjectInUseProtection implements AdmissionPlugin.Mutating {
    @Override
    public String name() {
        return "StorageObjectInUseProtection";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.operation() == AdmissionRequest.Operation.CREATE
                && (request.concerns(PersistentVolumeClaim.class) || request.concerns(PersistentVolume.class));
    }

    @Override
    public KubernetesObject mutate(AdmissionRequest request) {
        var object = request.object();
        if (object == null) {
            throw new IllegalArgumentException("nothing to protect: " + request.type());
        }
        var finalizer = object instanceof PersistentVolume ? Protection.VOLUME : Protection.CLAIM;
        var finalizers = object.metadata().finalizers();
        if (finalizers.contains(finalizer)) {
            return object;
        }
        var more = new ArrayList<>(finalizers);
        more.add(finalizer);
        return object.withMetadata(object.metadata().withFinalizers(more));
    }
}
