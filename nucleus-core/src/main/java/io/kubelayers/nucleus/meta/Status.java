package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.NamedType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of the API that is not an object: the outcome of a delete, or an error.
 *
 * @param metadata List metadata; a fresh continue token after an expired one.
 * @param status Success or Failure.
 * @param message What happened, for people.
 * @param reason Machine-readable word for a failure, such as NotFound; null on success.
 * @param details What the failure is about: object, causes, when to retry.
 * @param code HTTP status code; 0 when not set.
 */
@ApiType(version = "v1")
@RecordBuilder
public record Status(
        @Written @Pb(1) ListMeta metadata,
        @Pb(2) @Nullable String status,
        @Pb(3) @Nullable String message,
        @EnumValues(value = StatusReason.class, closed = false) @Pb(4) @Nullable String reason,
        @Pb(5) @Nullable Details details,
        @Pb(6) int code)
        implements StatusBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final Status EMPTY = new Status(null, null, null, null, null, 0);

    public Status {
        metadata = Absent.or(metadata, ListMeta.EMPTY);
        status = Absent.optional(status);
        message = Absent.optional(message);
        reason = Absent.optional(reason);
    }

    /**
     * Extra facts about a failed call: which object it was about and why it failed.
     *
     * @param name Name of the object or resource concerned; empty if none.
     * @param group API group of the object concerned; empty for the core group or none.
     * @param kind Kind, or sometimes the resource name, of the object concerned.
     * @param uid Unique identifier of the object concerned; empty if not one object.
     * @param causes Single reasons for the failure, for example one a wrong field.
     * @param retryAfterSeconds Seconds to wait before the call is worth repeating; 0 gives no advice.
     */
    @TypeName("StatusDetails")
    @RecordBuilder
    public record Details(
            @Pb(1) @Nullable String name,
            @Pb(2) @Nullable String group,
            @Pb(3) @Nullable String kind,
            @NamedType("types.UID") @Pb(6) @Nullable String uid,
            @Atomic @Pb(4) List<Cause> causes,
            @Pb(5) int retryAfterSeconds)
            implements StatusDetailsBuilder.With {
        public Details {
            name = Absent.optional(name);
            group = Absent.optional(group);
            kind = Absent.optional(kind);
            uid = Absent.optional(uid);
            causes = Absent.list(causes);
        }
    }

    /**
     * One reason why a call failed, usually tied to one field.
     *
     * @param reason Machine-readable kind of error, such as FieldValueInvalid; empty if unknown.
     * @param message Readable text of the error.
     * @param field Path of the field at fault, such as spec.replicas; empty if it is no single field.
     */
    @TypeName("StatusCause")
    @RecordBuilder
    public record Cause(
            @EnumValues(value = CauseType.class, closed = false) @Pb(1) @Nullable String reason,
            @Pb(2) @Nullable String message,
            @Pb(3) @Nullable String field)
            implements StatusCauseBuilder.With {
        public Cause {
            reason = Absent.optional(reason);
            message = Absent.optional(message);
            field = Absent.optional(field);
        }
    }

    /** The values of {@code CauseType} known upstream; others may occur. */
    public static final class CauseType {
        public static final String FIELD_VALUE_NOT_FOUND = "FieldValueNotFound";
        public static final String FIELD_VALUE_REQUIRED = "FieldValueRequired";
        public static final String FIELD_VALUE_DUPLICATE = "FieldValueDuplicate";
        public static final String FIELD_VALUE_INVALID = "FieldValueInvalid";
        public static final String FIELD_VALUE_NOT_SUPPORTED = "FieldValueNotSupported";
        public static final String FIELD_VALUE_FORBIDDEN = "FieldValueForbidden";
        public static final String FIELD_VALUE_TOO_LONG = "FieldValueTooLong";
        public static final String FIELD_VALUE_TOO_MANY = "FieldValueTooMany";
        public static final String INTERNAL_ERROR = "InternalError";
        public static final String FIELD_VALUE_TYPE_INVALID = "FieldValueTypeInvalid";
        public static final String UNEXPECTED_SERVER_RESPONSE = "UnexpectedServerResponse";
        public static final String FIELD_MANAGER_CONFLICT = "FieldManagerConflict";
        public static final String RESOURCE_VERSION_TOO_LARGE = "ResourceVersionTooLarge";

        private CauseType() {}
    }
}
