package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Binding;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells pods in which zone and region they run: with its binding, or where it is created on a node, a pod gets these labels
 * of the node, unless it has them already ({@code plugin/pkg/admission/podtopologylabels}).
 */
public final class PodTopologyLabels implements AdmissionPlugin.Mutating {
    private static final List<String> LABELS = List.of("topology.kubernetes.io/region", "topology.kubernetes.io/zone");

    private final Informers informers;

    public PodTopologyLabels(Informers informers) {
        this.informers = informers;
    }

    @Override
    public String name() {
        return "PodTopologyLabels";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.operation() == Operation.CREATE
                && (request.concerns(Pod.class)
                        || request.object() instanceof Binding
                                && request.subresource().equals("binding"));
    }

    @Override
    public KubernetesObject mutate(AdmissionRequest request) {
        var object = Objects.requireNonNull(request.object());
        if (object instanceof Binding binding) {
            var target = binding.target();
            return "Node".equals(target.kind()) ? labelled(binding, target.name()) : binding;
        }
        return object instanceof Pod pod ? labelled(pod, pod.spec().nodeName()) : object;
    }

    private KubernetesObject labelled(KubernetesObject object, @Nullable String nodeName) {
        if (nodeName == null) {
            return object;
        }
        var node = informers.lister(Node.class).get("", nodeName);
        if (node.isEmpty()) {
            return object;
        }
        var given = node.get().metadata().labels();
        var metadata = object.metadata();
        var labels = new TreeMap<>(metadata.labels());
        for (var key : LABELS) {
            var value = given.get(key);
            if (value != null) {
                labels.putIfAbsent(key, value);
            }
        }
        return labels.size() == metadata.labels().size() ? object : object.withMetadata(metadata.withLabels(labels));
    }
}
