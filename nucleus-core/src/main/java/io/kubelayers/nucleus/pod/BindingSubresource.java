package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Binding;
import io.kubelayers.nucleus.core.ObjectReference;
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
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
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
        if (!binding.metadata().nameOrEmpty().equals(request.name())) {
            throw ApiErrors.badRequest("name in URL does not match name in Binding object");
        }
        var node = node(binding.target());
        if (request.options().dryRun()) {
            bound(objects.get(Pod.class, request.namespace(), request.name()), binding, node);
        } else {
            objects.update(Pod.class, request.namespace(), request.name(), pod -> bound(pod, binding, node));
        }
        return new ApiResponse.Outcome(201, new Status(ListMeta.EMPTY, "Success", null, null, null, 201), List.of());
    }

    /** The node to which the pod is to go; upstream answers what is wrong with it as an error of its own. */
    private static String node(ObjectReference target) {
        var errors = new ArrayList<FieldError>();
        if (target.kind() != null && !target.kind().equals("Node")) {
            errors.add(
                    FieldError.notSupported(FieldPath.of("target", "kind"), target.kind(), List.of("Node", "<empty>")));
        }
        var node = target.name();
        if (node == null) {
            errors.add(FieldError.required(FieldPath.of("target", "name"), ""));
        }
        if (node == null || !errors.isEmpty()) {
            throw ApiErrors.unexplained(errors.size() == 1 ? errors.get(0).toString() : errors.toString());
        }
        return node;
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
        var labels = new TreeMap<>(pod.metadata().labels());
        labels.putAll(binding.metadata().labels());
        return pod.withMetadata(pod.metadata().withAnnotations(annotations).withLabels(labels))
                .withSpec(pod.spec().withNodeName(node))
                .withStatus(PodConditions.with(
                        // what was hoped for is of no use any more: ClearingNominatedNodeNameAfterBinding, 1.35
                        pod.status().withNominatedNodeName(null),
                        PodConditionBuilder.builder()
                                .type(PodConditionType.POD_SCHEDULED)
                                .status(ConditionStatus.TRUE)
                                .lastTransitionTime(runtime.timestamp())
                                .build()));
    }
}
