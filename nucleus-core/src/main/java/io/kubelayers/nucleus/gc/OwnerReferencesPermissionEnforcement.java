package io.kubelayers.nucleus.gc;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.AccessRequestBuilder;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.OwnerReference;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Only who may delete an object changes its owners, and only who may update the finalizers of an owner makes its deletion
 * wait ({@code plugin/pkg/admission/gc/gc_admission.go}). Upstream has it off unless asked for, and so has a cluster here.
 */
public final class OwnerReferencesPermissionEnforcement implements AdmissionPlugin.Validating {
    private final Authorizer authorizer;
    private final Supplier<TypeRegistry> types;

    public OwnerReferencesPermissionEnforcement(Authorizer authorizer, Supplier<TypeRegistry> types) {
        this.authorizer = authorizer;
        this.types = types;
    }

    @Override
    public String name() {
        return "OwnerReferencesPermissionEnforcement";
    }

    /** A pod's status is left out: its rules keep owners as they are. */
    @Override
    public boolean handles(AdmissionRequest request) {
        return (request.operation() == Operation.CREATE || request.operation() == Operation.UPDATE)
                && request.object() != null
                && !(request.type().is(Pod.class) && request.subresource().equals("status"));
    }

    @Override
    public void validate(AdmissionRequest request) {
        var owners = owners(request.object());
        var before = owners(request.oldObject());
        if (owners.equals(before)) {
            return;
        }
        require(
                request,
                AccessRequestBuilder.builder(AccessRequest.to(
                                request.user(),
                                "delete",
                                request.type().group(),
                                request.type().plural()))
                        .apiVersion(request.type().version())
                        .subresource(request.subresource())
                        .namespace(request.namespace())
                        .name(request.name())
                        .build(),
                "cannot set an ownerRef on a resource you can't delete: ");
        var known = new HashMap<String, OwnerReference>();
        before.forEach(owner -> known.put(owner.uid(), owner));
        for (var owner : owners) {
            var old = known.get(owner.uid());
            if (blocks(owner) && (old == null || !blocks(old))) {
                requireFinalizers(request, owner);
            }
        }
    }

    private void requireFinalizers(AdmissionRequest request, OwnerReference owner) {
        var version = GroupVersion.parse(owner.apiVersion());
        var type = types.get()
                .byKind(new GroupVersionKind(version.group(), version.version(), owner.kind()))
                .orElseThrow(() -> request.forbidden(
                        "cannot set blockOwnerDeletion in this case because cannot find RESTMapping for APIVersion "
                                + owner.apiVersion() + " Kind " + owner.kind() + ": no matches for kind \""
                                + owner.kind() + "\" in version \"" + owner.apiVersion() + "\""));
        require(
                request,
                AccessRequestBuilder.builder(AccessRequest.to(request.user(), "update", version.group(), type.plural()))
                        .apiVersion(version.version())
                        .subresource("finalizers")
                        .namespace(type.namespaced() ? request.namespace() : "")
                        .name(owner.name())
                        .build(),
                "cannot set blockOwnerDeletion if an ownerReference refers to a resource you can't set finalizers"
                        + " on: ");
    }

    private void require(AdmissionRequest request, AccessRequest access, String refusal) {
        var decision = authorizer.authorize(access);
        if (!decision.allowed()) {
            throw request.forbidden(refusal + decision.reason() + ", <nil>").because(decision);
        }
    }

    private static boolean blocks(OwnerReference owner) {
        return Boolean.TRUE.equals(owner.blockOwnerDeletion());
    }

    private static List<OwnerReference> owners(@Nullable KubernetesObject object) {
        return object == null ? List.of() : object.metadata().ownerReferences();
    }
}
