package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a field of the enclosing object, in the downward API.
 *
 * @param apiVersion API version in which fieldPath is read; defaults to v1.
 * @param fieldPath Field to read, such as metadata.labels['app'].
 */
@Atomic
@RecordBuilder
public record ObjectFieldSelector(@Default("v1") @Pb(1) @Nullable String apiVersion, @Required @Pb(2) String fieldPath)
        implements ObjectFieldSelectorBuilder.With {
    public ObjectFieldSelector {
        apiVersion = Absent.optional(apiVersion);
        fieldPath = Absent.text(fieldPath);
    }
}
