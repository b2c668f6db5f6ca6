package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.Pb;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param uid TODO-DOC
 * @param resourceVersion TODO-DOC
 */
@RecordBuilder
public record Preconditions(
    @Pb(1) @Nullable String uid,
    @Pb(2) @Nullable String resourceVersion)
    implements PreconditionsBuilder.With {

}
