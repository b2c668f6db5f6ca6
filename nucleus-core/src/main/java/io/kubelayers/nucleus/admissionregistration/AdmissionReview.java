package io.kubelayers.nucleus.admissionregistration;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.RawObject;
import io.kubelayers.nucleus.api.Required;
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
 * TODO-DOC.
 *
 * @param request TODO-DOC
 * @param response TODO-DOC
 */
@ApiType(group = "admission.k8s.io", version = "v1")
@RecordBuilder
public record AdmissionReview(
    @Pb(1) @Nullable AdmissionRequest request,
    @Pb(2) @Nullable AdmissionResponse response)
    implements AdmissionReviewBuilder.With {

    /**
     * TODO-DOC.
     *
     * @param uid TODO-DOC
     * @param kind TODO-DOC
     * @param resource TODO-DOC
     * @param subResource TODO-DOC
     * @param requestKind TODO-DOC
     * @param requestResource TODO-DOC
     * @param requestSubResource TODO-DOC
     * @param name TODO-DOC
     * @param namespace TODO-DOC
     * @param operation TODO-DOC
     * @param userInfo TODO-DOC
     * @param object TODO-DOC
     * @param oldObject TODO-DOC
     * @param dryRun TODO-DOC
     * @param options TODO-DOC
     */
    @RecordBuilder
    public record AdmissionRequest(
        @Required @Pb(1) String uid,
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
        @RawObject @Pb(9) @Nullable Object object,
        @RawObject @Pb(10) @Nullable Object oldObject,
        @Pb(11) @Nullable Boolean dryRun,
        @RawObject @Pb(12) @Nullable Object options)
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
     * TODO-DOC.
     *
     * @param uid TODO-DOC
     * @param allowed TODO-DOC
     * @param status TODO-DOC
     * @param patch TODO-DOC
     * @param patchType TODO-DOC
     * @param auditAnnotations TODO-DOC
     * @param warnings TODO-DOC
     */
    @RecordBuilder
    public record AdmissionResponse(
        @Required @Pb(1) String uid,
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
