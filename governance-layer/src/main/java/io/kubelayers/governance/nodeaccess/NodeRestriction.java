package io.kubelayers.governance.nodeaccess;

import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.authentication.TokenRequest;
import io.kubelayers.nucleus.certificates.CertificateSigningRequest;
import io.kubelayers.nucleus.certificates.RequestedSubject;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.resource.ResourceSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The agent of a node writes about its node and its own pods alone: about itself, without taints and without labels that
 * would draw pods to it ({@code plugin/pkg/admission/noderestriction}). Together with {@link NodeAuthorizer}, which does
 * not see what is written.
 *
 * <p>It changes nothing, but looks at writes among those who do, before the object is validated, as upstream's does.
 */
public final class NodeRestriction implements AdmissionPlugin.Mutating, AdmissionPlugin.Validating {
    private static final String LEASES = "kube-node-lease";
    private static final Set<String> KUBELET_SIGNERS =
            Set.of("kubernetes.io/kubelet-serving", "kubernetes.io/kube-apiserver-client-kubelet");

    private final Informers informers;
    private final Authorizer authorizer;

    /** @param authorizer is asked for audiences of tokens that a pod does not name */
    public NodeRestriction(Informers informers, Authorizer authorizer) {
        this.informers = informers;
        this.authorizer = authorizer;
    }

    @Override
    public String name() {
        return "NodeRestriction";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.operation() != Operation.CONNECT
                && NodeIdentity.of(request.user()).isPresent();
    }

    @Override
    public KubernetesObject mutate(AdmissionRequest request) {
        check(request);
        return Objects.requireNonNull(request.object());
    }

    /** Deletes, which nobody changes. */
    @Override
    public void validate(AdmissionRequest request) {
        if (request.operation() == Operation.DELETE) {
            check(request);
        }
    }

    private void check(AdmissionRequest request) {
        var node = NodeIdentity.of(request.user()).orElse("");
        if (node.isEmpty()) {
            throw request.forbidden(
                    "could not determine node from user \"" + request.user().username() + "\"");
        }
        var type = request.type();
        switch (type.group().isEmpty() ? type.plural() : type.plural() + "." + type.group()) {
            case "pods" -> new PodRestriction(informers, node, request).check();
            case "nodes" -> checkNode(node, request);
            case "persistentvolumeclaims" -> checkClaim(node, request);
            case "serviceaccounts" -> {
                if (request.operation() == Operation.CREATE && request.object() instanceof TokenRequest asked) {
                    new TokenRestriction(informers, authorizer, node, request).check(asked);
                }
            }
            case "leases.coordination.k8s.io" -> checkLease(node, request);
            case "csinodes.storage.k8s.io" -> checkOwnName(node, request, "CSINode");
            case "resourceslices.resource.k8s.io" -> checkSlice(node, request);
            case "certificatesigningrequests.certificates.k8s.io" -> checkSigningRequest(node, request);
            default -> {
                // what else nodes may do is the same for all of them
            }
        }
    }

    private static void checkNode(String node, AdmissionRequest request) {
        if (!request.name().equals(node)) {
            throw request.forbidden("node \"" + node + "\" is not allowed to modify node \"" + request.name() + "\"");
        }
        if (!(request.object() instanceof Node written)) {
            return;
        }
        var source = written.spec().configSource();
        if (request.operation() == Operation.CREATE) {
            if (source != null) {
                throw request.forbidden(
                        "node \"" + node + "\" is not allowed to create pods with a non-nil configSource");
            }
            var labels = NodeLabels.forbidden(written.metadata().labels(), Map.of());
            if (!labels.isEmpty()) {
                throw request.forbidden("node \"" + node + "\" is not allowed to set the following labels: "
                        + String.join(", ", labels));
            }
        } else if (request.oldObject() instanceof Node old) {
            if (source != null && !source.equals(old.spec().configSource())) {
                throw request.forbidden(
                        "node \"" + node + "\" is not allowed to update configSource to a new non-nil configSource");
            }
            if (!written.spec().taints().equals(old.spec().taints())) {
                throw request.forbidden("node \"" + node + "\" is not allowed to modify taints");
            }
            var labels = NodeLabels.forbidden(
                    written.metadata().labels(), old.metadata().labels());
            if (!labels.isEmpty()) {
                throw request.forbidden("is not allowed to modify labels: " + String.join(", ", labels));
            }
        }
    }

    private static void checkClaim(String node, AdmissionRequest request) {
        if (!request.subresource().equals("status")) {
            throw request.forbidden("may only update PVC status");
        }
        if (request.operation() != Operation.UPDATE
                || !(request.object() instanceof PersistentVolumeClaim written)
                || !(request.oldObject() instanceof PersistentVolumeClaim old)) {
            throw request.forbidden("unexpected operation \"" + request.operation() + "\"");
        }
        var differing = differing(unreported(written), unreported(old));
        if (!differing.isEmpty()) {
            throw request.forbidden("node \"" + node
                    + "\" is not allowed to update fields other than status.quantity and status.conditions: "
                    + String.join(", ", differing));
        }
    }

    /** A claim without what nodes report about it. */
    private static PersistentVolumeClaim unreported(PersistentVolumeClaim claim) {
        return claim.withMetadata(claim.metadata().withResourceVersion(null).withManagedFields(List.of()))
                .withStatus(claim.status()
                        .withCapacity(Map.of())
                        .withConditions(List.of())
                        .withAllocatedResources(Map.of())
                        .withAllocatedResourceStatuses(Map.of()));
    }

    private static List<String> differing(PersistentVolumeClaim one, PersistentVolumeClaim other) {
        var parts = new ArrayList<String>();
        if (!Objects.equals(one.metadata(), other.metadata())) {
            parts.add("metadata");
        }
        if (!Objects.equals(one.spec(), other.spec())) {
            parts.add("spec");
        }
        if (!Objects.equals(one.status(), other.status())) {
            parts.add("status");
        }
        return parts;
    }

    private static void checkLease(String node, AdmissionRequest request) {
        if (!request.namespace().equals(LEASES)) {
            throw request.forbidden("can only access leases in the \"" + LEASES + "\" system namespace");
        }
        checkOwnName(node, request, "node lease");
    }

    private static void checkOwnName(String node, AdmissionRequest request, String what) {
        if (!name(request, request.object()).equals(node)) {
            throw request.forbidden("can only access " + what + " with the same name as the requesting node");
        }
    }

    private static String name(AdmissionRequest request, @Nullable KubernetesObject object) {
        return request.operation() == Operation.CREATE && object != null
                ? object.metadata().nameOrEmpty()
                : request.name();
    }

    private static void checkSlice(String node, AdmissionRequest request) {
        if (request.operation() == Operation.CREATE
                && request.object() instanceof ResourceSlice slice
                && !node.equals(slice.spec().nodeName())) {
            throw request.forbidden("can only create ResourceSlice with the same NodeName as the requesting node");
        }
        if (request.operation() == Operation.DELETE
                && request.oldObject() instanceof ResourceSlice slice
                && !node.equals(slice.spec().nodeName())) {
            throw request.forbidden("can only delete ResourceSlice with the same NodeName as the requesting node");
        }
    }

    private static void checkSigningRequest(String node, AdmissionRequest request) {
        if (request.operation() != Operation.CREATE
                || !(request.object() instanceof CertificateSigningRequest asked)
                || !KUBELET_SIGNERS.contains(asked.spec().signerName())) {
            return;
        }
        String name;
        try {
            name = RequestedSubject.commonName(asked.spec().request().toArray());
        } catch (IllegalArgumentException unreadable) {
            throw request.forbidden("unable to parse csr: " + unreadable.getMessage());
        }
        if (!name.equals("system:node:" + node)) {
            throw request.forbidden("can only create a node CSR with CN=system:node:" + node);
        }
    }
}
