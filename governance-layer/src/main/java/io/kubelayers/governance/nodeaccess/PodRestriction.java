package io.kubelayers.governance.nodeaccess;

import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.Objects;

/** What a node may do with pods: make its own mirrors, delete and evict its own, and report on them. */
final class PodRestriction {
    private static final String MIRROR = "kubernetes.io/config.mirror";

    private final Informers informers;
    private final String node;
    private final AdmissionRequest request;

    PodRestriction(Informers informers, String node, AdmissionRequest request) {
        this.informers = informers;
        this.node = node;
        this.request = request;
    }

    void check() {
        switch (request.subresource()) {
            case "" -> checkPod();
            case "status" -> checkStatus();
            case "eviction" -> {
                if (!node.equals(stored().spec().nodeName())) {
                    throw request.forbidden("node " + node + " can only evict pods with spec.nodeName set to itself");
                }
            }
            default -> throw request.forbidden("unexpected pod subresource \"" + request.subresource()
                    + "\", only 'status' and 'eviction' are allowed");
        }
    }

    private void checkPod() {
        if (request.operation() == Operation.CREATE && request.object() instanceof Pod pod) {
            checkMirror(pod);
        } else if (request.operation() != Operation.DELETE) {
            throw request.forbidden("unexpected operation \"" + request.operation() + "\", node \"" + node
                    + "\" can only create and delete mirror pods");
        } else if (!node.equals(stored().spec().nodeName())) {
            throw request.forbidden("node \"" + node + "\" can only delete pods with spec.nodeName set to itself");
        }
    }

    private void checkMirror(Pod pod) {
        if (!pod.metadata().annotations().containsKey(MIRROR)) {
            throw request.forbidden("pod does not have \"" + MIRROR + "\" annotation, node \"" + node
                    + "\" can only create mirror pods");
        }
        if (!node.equals(pod.spec().nodeName())) {
            throw only("spec.nodeName set to itself");
        }
        var owners = pod.metadata().ownerReferences();
        if (owners.size() > 1) {
            throw only("a single owner reference set to itself");
        }
        if (owners.isEmpty()) {
            throw only("an owner reference set to itself");
        }
        checkOwner(owners.get(0));
        ApiReferences.first(pod).ifPresent(resource -> {
            throw request.forbidden("node \"" + node + "\" can not create pods that reference " + resource);
        });
    }

    private void checkOwner(OwnerReference owner) {
        if (!owner.apiVersion().equals("v1")
                || !owner.kind().equals("Node")
                || !owner.name().equals(node)) {
            throw only("an owner reference set to itself");
        }
        if (!Boolean.TRUE.equals(owner.controller())) {
            throw only("a controller owner reference set to itself");
        }
        if (Boolean.TRUE.equals(owner.blockOwnerDeletion())) {
            throw request.forbidden("node \"" + node + "\" must not set blockOwnerDeletion on an owner reference");
        }
        var found = informers
                .lister(Node.class)
                .get("", node)
                .orElseThrow(() -> ApiErrors.notFound(new ApiErrors.Resource("", "node"), node));
        var uid = found.metadata().uid();
        if (!owner.uid().equals(uid)) {
            throw request.forbidden("node " + node + " UID mismatch: expected " + owner.uid() + " got " + uid);
        }
    }

    private RuntimeException only(String with) {
        return request.forbidden("node \"" + node + "\" can only create pods with " + with);
    }

    private void checkStatus() {
        if (request.operation() != Operation.UPDATE
                || !(request.oldObject() instanceof Pod old)
                || !(request.object() instanceof Pod pod)) {
            throw request.forbidden("unexpected operation \"" + request.operation() + "\"");
        }
        if (!node.equals(old.spec().nodeName())) {
            throw request.forbidden(
                    "node \"" + node + "\" can only update pod status for pods with spec.nodeName set to itself");
        }
        if (!old.metadata().labels().equals(pod.metadata().labels())) {
            throw request.forbidden("node \"" + node + "\" cannot update labels through pod status");
        }
        if (!Objects.equals(old.status().resourceClaimStatuses(), pod.status().resourceClaimStatuses())) {
            throw request.forbidden("node \"" + node + "\" cannot update resource claim statues");
        }
        if (!Objects.equals(
                old.status().extendedResourceClaimStatus(), pod.status().extendedResourceClaimStatus())) {
            throw request.forbidden("node \"" + node + "\" cannot update extended resource claim status");
        }
    }

    private Pod stored() {
        return informers
                .lister(Pod.class)
                .get(request.namespace(), request.name())
                .orElseThrow(() -> ApiErrors.notFound(new ApiErrors.Resource("", "pod"), request.name()));
    }
}
