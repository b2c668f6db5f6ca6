package io.kubelayers.nucleus.runtimeclass;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.RuntimeClass;
import io.kubelayers.nucleus.core.Toleration;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives a new pod the overhead and the scheduling rules of the runtime class it names, and refuses an overhead that is not
 * its class's ({@code plugin/pkg/admission/runtimeclass/admission.go}).
 */
public final class RuntimeClassAdmission implements AdmissionPlugin.Mutating, AdmissionPlugin.Validating {
    private final Informers informers;

    public RuntimeClassAdmission(Informers informers) {
        this.informers = informers;
    }

    @Override
    public String name() {
        return "RuntimeClass";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.operation() == AdmissionRequest.Operation.CREATE
                && request.concerns(Pod.class)
                && request.object() instanceof Pod pod
                && (pod.spec().runtimeClassName() != null
                        || !pod.spec().overhead().isEmpty());
    }

    @Override
    public KubernetesObject mutate(AdmissionRequest request) {
        var pod = pod(request);
        var runtimeClass = runtimeClass(request, pod);
        if (runtimeClass == null) {
            return pod;
        }
        var spec = pod.spec();
        var overhead = runtimeClass.overhead();
        if (overhead != null) {
            if (!spec.overhead().isEmpty() && !spec.overhead().equals(overhead.podFixed())) {
                throw otherOverhead(request);
            }
            spec = spec.withOverhead(overhead.podFixed());
        }
        var scheduling = runtimeClass.scheduling();
        return pod.withSpec(scheduling == null ? spec : scheduled(request, spec, scheduling));
    }

    private static PodSpec scheduled(AdmissionRequest request, PodSpec spec, RuntimeClass.Scheduling scheduling) {
        var selector = new TreeMap<>(spec.nodeSelector());
        scheduling.nodeSelector().forEach((key, value) -> {
            var own = selector.put(key, value);
            if (own != null && !own.equals(value)) {
                throw request.forbidden("conflict: runtimeClass.scheduling.nodeSelector[" + key + "] = " + value
                        + "; pod.spec.nodeSelector[" + key + "] = " + own);
            }
        });
        return spec.withNodeSelector(selector).withTolerations(merged(spec.tolerations(), scheduling.tolerations()));
    }

    /** Both, without those that another one covers (pkg/util/tolerations). */
    private static List<Toleration> merged(List<Toleration> own, List<Toleration> more) {
        var all = new ArrayList<>(own);
        all.addAll(more);
        var merged = new ArrayList<Toleration>();
        for (int i = 0; i < all.size(); i++) {
            if (!isCovered(all, i, merged)) {
                merged.add(all.get(i));
            }
        }
        return merged;
    }

    private static boolean isCovered(List<Toleration> all, int place, List<Toleration> kept) {
        var toleration = all.get(place);
        for (var other : kept) {
            if (other.equals(toleration) || covers(other, toleration)) {
                return true;
            }
        }
        for (int later = place + 1; later < all.size(); later++) {
            if (!all.get(later).equals(toleration) && covers(all.get(later), toleration)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the one tolerates all that the other does, and as long. */
    static boolean covers(Toleration one, Toleration other) {
        if (one.equals(other)) {
            return true;
        }
        boolean exists = Toleration.Operator.EXISTS.equals(one.operator());
        if (one.key() == null ? !exists : !one.key().equals(other.key())) {
            return false;
        }
        if (one.effect() != null && !one.effect().equals(other.effect())) {
            return false;
        }
        if (one.tolerationSeconds() != null
                && (other.tolerationSeconds() == null || one.tolerationSeconds() < other.tolerationSeconds())) {
            return false;
        }
        return exists
                || !Toleration.Operator.EXISTS.equals(other.operator()) && Objects.equals(one.value(), other.value());
    }

    @Override
    public void validate(AdmissionRequest request) {
        var pod = pod(request);
        var runtimeClass = runtimeClass(request, pod);
        if (runtimeClass != null && runtimeClass.overhead() != null) {
            if (!pod.spec().overhead().equals(runtimeClass.overhead().podFixed())) {
                throw otherOverhead(request);
            }
        } else if (!pod.spec().overhead().isEmpty()) {
            throw request.forbidden(
                    "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead");
        }
    }

    private @Nullable RuntimeClass runtimeClass(AdmissionRequest request, Pod pod) {
        var name = pod.spec().runtimeClassName();
        if (name == null) {
            return null;
        }
        return informers
                .lister(RuntimeClass.class)
                .get("", name)
                .orElseThrow(() -> request.forbidden("pod rejected: RuntimeClass \"" + name + "\" not found"));
    }

    private static RuntimeException otherOverhead(AdmissionRequest request) {
        return request.forbidden("pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead");
    }

    private static Pod pod(AdmissionRequest request) {
        if (request.object() instanceof Pod pod) {
            return pod;
        }
        throw new IllegalArgumentException("not a pod: " + request.type());
    }
}
