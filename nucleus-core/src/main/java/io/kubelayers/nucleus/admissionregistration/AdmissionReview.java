package io.kubelayers.nucleus.admissionregistration;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.NamedType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.RawObject;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.GroupVersionResource;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Bytes;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Message between API server and admission webhook: request one way, response the other.
 *
 * @param request What the server asks; null in the answer.
 * @param response What the webhook answers; null in the question.
 */
@ApiType(group = "admission.k8s.io", version = "v1")
@TypeName(in = "admission/v1")
@RecordBuilder
public record AdmissionReview(@Pb(1) @Nullable AdmissionRequest request, @Pb(2) @Nullable AdmissionResponse response)
        implements AdmissionReviewBuilder.With {

    /**
     * A request to the API server as an admission webhook sees it.
     *
     * @param uid Identifier of this call; the response must repeat it.
     * @param kind Kind of object, perhaps converted to what the webhook registered for.
     * @param resource Resource, perhaps converted to what the webhook registered for.
     * @param subResource Subresource, such as status or scale; empty for none.
     * @param requestKind Kind as the client sent it; null if not given.
     * @param requestResource Resource as the client sent it; null if not given.
     * @param requestSubResource Subresource as the client sent it; empty for none.
     * @param name Name of the object; empty on a create that leaves naming to the server.
     * @param namespace Namespace of the object; empty for cluster-wide objects.
     * @param operation CREATE, UPDATE, DELETE or CONNECT; may differ from the HTTP verb.
     * @param userInfo Who makes the request.
     * @param object Object as it would become; null on DELETE.
     * @param oldObject Object as stored now; set only for UPDATE and DELETE.
     * @param dryRun True if nothing will be stored; null is read as false.
     * @param options Options object of the operation, such as CreateOptions; null if none.
     */
    @RecordBuilder
    public record AdmissionRequest(
            @NamedType("types.UID") @Required @Pb(1) String uid,
            @Required @Pb(2) GroupVersionKind kind,
            @Required @Pb(3) GroupVersionResource resource,
            @Pb(4) @Nullable String subResource,
            @Pb(13) @Nullable GroupVersionKind requestKind,
            @Pb(14) @Nullable GroupVersionResource requestResource,
            @Pb(15) @Nullable String requestSubResource,
            @Pb(5) @Nullable String name,
            @Pb(6) @Nullable String namespace,
            @Required @EnumValues(value = Operation.class, closed = false) @Pb(7) String operation,
            @Required @Pb(8) UserInfo userInfo,
            @Written @RawObject @Pb(9) @Nullable Object object,
            @Written @RawObject @Pb(10) @Nullable Object oldObject,
            @Pb(11) @Nullable Boolean dryRun,
            @Written @RawObject @Pb(12) @Nullable Object options)
            implements AdmissionReviewAdmissionRequestBuilder.With {
        public AdmissionRequest {
            uid = Absent.text(uid);
            kind = Absent.or(kind, GroupVersionKind.EMPTY);
            resource = Absent.or(resource, GroupVersionResource.EMPTY);
            subResource = Absent.optional(subResource);
            requestSubResource = Absent.optional(requestSubResource);
            name = Absent.optional(name);
            namespace = Absent.optional(namespace);
            operation = Absent.text(operation);
            userInfo = Absent.or(userInfo, UserInfo.EMPTY);
        }
    }

    /**
     * Answer of an admission webhook.
     *
     * @param uid Identifier copied from the request.
     * @param allowed True to let the request pass.
     * @param status Detail of a refusal; unused if allowed, null gives a general text.
     * @param patch Changes to the object, sent as base64; empty for none.
     * @param patchType Form of patch, JSONPatch only; null if there is no patch.
     * @param auditAnnotations Values added to the audit log; the server puts the webhook name before each key.
     * @param warnings Texts shown to the client, without the word Warning; best up to 120 characters each.
     */
    @RecordBuilder
    public record AdmissionResponse(
            @NamedType("types.UID") @Required @Pb(1) String uid,
            @Required @Pb(2) boolean allowed,
            @Pb(3) @Nullable Status status,
            @Pb(4) Bytes patch,
            @EnumValues(value = PatchType.class, closed = false) @Pb(5) @Nullable String patchType,
            @Pb(6) Map<String, String> auditAnnotations,
            @Atomic @Pb(7) List<String> warnings)
            implements AdmissionReviewAdmissionResponseBuilder.With {
        public AdmissionResponse {
            uid = Absent.text(uid);
            patch = Absent.or(patch, Bytes.EMPTY);
            auditAnnotations = Absent.map(auditAnnotations);
            warnings = Absent.list(warnings);
        }
    }

    /** The values of {@code Operation} known upstream; others may occur. */
    public static final class Operation {
        public static final String CREATE = "CREATE";
        public static final String UPDATE = "UPDATE";
        public static final String DELETE = "DELETE";
        public static final String CONNECT = "CONNECT";

        private Operation() {}
    }

    /** The values of {@code PatchType} known upstream; others may occur. */
    public static final class PatchType {
        public static final String JSONPATCH = "JSONPatch";

        private PatchType() {}
    }
}
