package io.kubelayers.nucleus.nodelifecycle;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.TaintEffect;
import io.kubelayers.nucleus.core.Toleration;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets pods stay for five minutes on a node that is not ready or can't be reached, unless they say how long
 * ({@code plugin/pkg/admission/defaulttolerationseconds/admission.go}).
 */
public final class DefaultTolerationSeconds implements AdmissionPlugin.Mutating {
    private static final long SECONDS = 300;
    private static final Toleration NOT_READY = toleration(NodeTaints.NOT_READY);
    private static final Toleration UNREACHABLE = toleration(NodeTaints.UNREACHABLE);
    private static final List<Toleration> BOTH = List.of(NOT_READY, UNREACHABLE);

    private static Toleration toleration(String key) {
        return new Toleration(key, Toleration.Operator.EXISTS, null, TaintEffect.NO_EXECUTE, SECONDS);
    }

    @Override
    public String name() {
        return "DefaultTolerationSeconds";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return (request.operation() == Operation.CREATE || request.operation() == Operation.UPDATE)
                && request.concerns(Pod.class);
    }

    @Override
    public KubernetesObject mutate(AdmissionRequest request) {
        if (!(request.object() instanceof Pod pod)) {
            throw new IllegalArgumentException("not a pod: " + request.type());
        }
        var tolerations = pod.spec().tolerations();
        if (tolerations.isEmpty()) {
            return pod.withSpec(pod.spec().withTolerations(BOTH));
        }
        boolean notReady = isSaid(tolerations, NodeTaints.NOT_READY);
        boolean unreachable = isSaid(tolerations, NodeTaints.UNREACHABLE);
        if (notReady && unreachable) {
            return pod;
        }
        var more = new ArrayList<>(tolerations);
        if (!notReady) {
            more.add(NOT_READY);
        }
        if (!unreachable) {
            more.add(UNREACHABLE);
        }
        return pod.withSpec(pod.spec().withTolerations(more));
    }

    private static boolean isSaid(List<Toleration> tolerations, String key) {
        for (var toleration : tolerations) {
            if ((toleration.key() == null || toleration.key().equals(key))
                    && (toleration.effect() == null || toleration.effect().equals(TaintEffect.NO_EXECUTE))) {
                return true;
            }
        }
        return false;
    }
}
