package io.kubelayers.governance.limitrange;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;

/**
 * Admission plugin LimitRanger: fills in the resources of pods and refuses what is out of bounds.
 *
 * <p>Looks at pods when they are created or resized (nothing else changes their resources), and at claims when they are
 * created or updated. Objects that are being deleted are left alone.
 */
public final class LimitRangeAdmission implements AdmissionPlugin.Mutating, AdmissionPlugin.Validating {
    private final Informers informers;

    public LimitRangeAdmission(Informers informers) {
        this.informers = informers;
    }

    @Override
    public String name() {
        return "LimitRanger";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        var old = request.oldObject();
        if (old != null && old.metadata().deletionTimestamp() != null) {
            return false;
        }
        boolean create = request.operation() == Operation.CREATE;
        boolean update = request.operation() == Operation.UPDATE;
        if (request.object() instanceof Pod) {
            return (create && request.subresource().isEmpty())
                    || (update && request.subresource().equals("resize"));
        }
        return request.object() instanceof PersistentVolumeClaim
                && request.subresource().isEmpty()
                && (create || update);
    }

    @Override
    public KubernetesObject mutate(AdmissionRequest request) {
        return request.object() instanceof Pod pod
                ? LimitRangeMath.applyDefaults(pod, ranges(request)).pod()
                : object(request);
    }

    private static KubernetesObject object(AdmissionRequest request) {
        var object = request.object();
        if (object == null) {
            throw new IllegalArgumentException("a deletion has nothing to fill in");
        }
        return object;
    }

    @Override
    public void validate(AdmissionRequest request) {
        var decision = request.object() instanceof Pod pod
                ? LimitRangeMath.check(pod, ranges(request))
                : LimitRangeMath.check((PersistentVolumeClaim) object(request), ranges(request));
        if (!decision.allowed()) {
            throw ApiErrors.forbidden(
                            new ApiErrors.Resource("", decision.resource()), decision.name(), decision.message())
                    .because(decision);
        }
    }

    private List<LimitRange> ranges(AdmissionRequest request) {
        return informers.lister(LimitRange.class).list(request.namespace());
    }
}
