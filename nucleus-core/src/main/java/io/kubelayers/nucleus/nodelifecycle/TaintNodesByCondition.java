package io.kubelayers.nucleus.nodelifecycle;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.core.TaintEffect;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;

/**
 * Keeps pods off new nodes until the node lifecycle controller has seen them ready
 * ({@code plugin/pkg/admission/nodetaint/admission.go}).
 */
public final class TaintNodesByCondition implements AdmissionPlugin.Mutating {
    private static final Taint NOT_READY = new Taint(NodeTaints.NOT_READY, null, TaintEffect.NO_SCHEDULE, null);

    @Override
    public String name() {
        return "TaintNodesByCondition";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.operation() == AdmissionRequest.Operation.CREATE && request.concerns(Node.class);
    }

    @Override
    public KubernetesObject mutate(AdmissionRequest request) {
        if (!(request.object() instanceof Node node)) {
            throw new IllegalArgumentException("not a node: " + request.type());
        }
        for (var taint : node.spec().taints()) {
            if (taint.key().equals(NOT_READY.key()) && taint.effect().equals(NOT_READY.effect())) {
                return node;
            }
        }
        var taints = new ArrayList<>(node.spec().taints());
        taints.add(NOT_READY);
        return node.withSpec(node.spec().withTaints(taints));
    }
}
