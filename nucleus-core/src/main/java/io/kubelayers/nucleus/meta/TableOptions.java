package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of a call that asks for a table.
 *
 * @param includeObject How much of each object rows carry: None, Metadata or Object; empty means Metadata.
 */
@ApiType(group = "meta.k8s.io", version = "v1")
@RecordBuilder
public record TableOptions(
        @EnumValues(value = IncludeObjectPolicy.class, closed = false) @Pb(1) @Nullable String includeObject)
        implements TableOptionsBuilder.With {
    public TableOptions {
        includeObject = Absent.optional(includeObject);
    }

    /** The values of {@code IncludeObjectPolicy} known upstream; others may occur. */
    public static final class IncludeObjectPolicy {
        public static final String NONE = "None";
        public static final String METADATA = "Metadata";
        public static final String OBJECT = "Object";

        private IncludeObjectPolicy() {}
    }
}
