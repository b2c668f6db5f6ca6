package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Binding;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.ConditionStatus;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.StoredObjects;
import io.kubelayers.nucleus.server.SubresourceHandler;
import java.util.List;
import java.util.TreeMap;

/**
 * {@code POST pods/NAME/binding}: gives a pod to a node, once and for all (registry/core/pod/storage, BindingREST). Two
 * schedulers that want the same pod can't both have it: the second is a conflict.
 */
public final class BindingSubresource implements SubresourceHandler {
    private static final ApiErrors.Resource RESOURCE = new ApiErrors.Resource("", "pods/binding");

    private final StoredObjects objects;
    private final Runtime runtime;

    public BindingSubresource(StoredObjects objects, Runtime runtime) {
        this.objects = objects;
        this.runtime = runtime;
    }

    @Override
    public Class<Pod> parent() {
        return Pod.class;
    }

    @Override
    public String name() {
        return "binding";
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        if (!(request.body() instanceof Body.Typed typed) || !(typed.object() instanceof Binding binding)) {
            throw ApiErrors.badRequest("not a Binding object");
        }
        var target = binding.target();
        var node = target.name();
        if (node == null || target.kind() != null && !target.kind().equals("Node")) {
            throw ApiErrors.badRequest("target must be a Node with a name");
        }
        if (!request.options().dryRun()) {
            objects.update(Pod.class, request.namespace(), request.name(), pod -> bound(pod, binding, node));
        }
        return new ApiResponse.Outcome(201, new Status(ListMeta.EMPTY, "Success", null, null, null, 201), List.of());
    }

    private Pod bound(Pod pod, Binding binding, String node) {
        var name = pod.metadata().nameOrEmpty();
        if (binding.metadata().uid() != null
                && !binding.metadata().uid().equals(pod.metadata().uid())) {
            throw ApiErrors.conflict(
                    RESOURCE,
                    name,
                    "Precondition failed: UID in precondition: "
                            + binding.metadata().uid() + ", UID in object meta: "
                            + pod.metadata().uid());
        }
        if (pod.metadata().isBeingDeleted()) {
            throw ApiErrors.conflict(RESOURCE, name, "pod " + name + " is being deleted, cannot be assigned to a host");
        }
        if (pod.spec().nodeName() != null) {
            throw ApiErrors.conflict(
                    RESOURCE,
                    name,
                    "pod " + name + " is already assigned to node \""
                            + pod.spec().nodeName() + "\"");
        }
        if (!pod.spec().schedulingGates().isEmpty()) {
            throw ApiErrors.conflict(RESOURCE, name, "pod " + name + " has non-empty .spec.schedulingGates");
        }
        var annotations = new TreeMap<>(pod.metadata().annotations());
        annotations.putAll(binding.metadata().annotations());
        return pod.withMetadata(pod.metadata().withAnnotations(annotations))
                .withSpec(pod.spec().withNodeName(node))
                .withStatus(PodConditions.with(
                        pod.status(),
                        PodConditionBuilder.builder()
                                .type(PodConditionType.POD_SCHEDULED)
                                .status(ConditionStatus.TRUE)
                                .lastTransitionTime(runtime.timestamp())
                                .build()));
    }
}
