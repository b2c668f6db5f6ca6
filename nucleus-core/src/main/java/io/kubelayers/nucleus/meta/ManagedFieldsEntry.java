package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.RawObject;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Records which fields of an object one manager last set through one kind of operation.
 *
 * @param manager Name of the manager, up to 128 characters.
 * @param operation How the fields were set: Apply or Update.
 * @param apiVersion API version in whose terms the field set is written.
 * @param time When the entry was added or its field set last changed; null if unknown.
 * @param fieldsType Format of the field set; only FieldsV1 exists.
 * @param fieldsV1 Tree of the owned field paths.
 * @param subresource Subresource used for the write, such as status; empty for the main resource.
 */
@RecordBuilder
public record ManagedFieldsEntry(
        @Pb(1) @Nullable String manager,
        @EnumValues(value = ManagedFieldsOperationType.class, closed = false) @Pb(2) @Nullable String operation,
        @Pb(3) @Nullable String apiVersion,
        @Pb(4) @Nullable Instant time,
        @Pb(6) @Nullable String fieldsType,
        @RawObject @Pb(7) @Nullable Object fieldsV1,
        @Pb(8) @Nullable String subresource)
        implements ManagedFieldsEntryBuilder.With {
    public ManagedFieldsEntry {
        manager = Absent.optional(manager);
        operation = Absent.optional(operation);
        apiVersion = Absent.optional(apiVersion);
        fieldsType = Absent.optional(fieldsType);
        subresource = Absent.optional(subresource);
    }

    /** The values of {@code ManagedFieldsOperationType} known upstream; others may occur. */
    public static final class ManagedFieldsOperationType {
        public static final String APPLY = "Apply";
        public static final String UPDATE = "Update";

        private ManagedFieldsOperationType() {}
    }
}
