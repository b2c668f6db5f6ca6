package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.NamedType;
import io.kubelayers.nucleus.api.Pb;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on the stored object that must hold before it is deleted or changed.
 *
 * @param uid Unique identifier the object must have; null skips the check.
 * @param resourceVersion Revision the object must be at; null skips the check.
 */
@RecordBuilder
public record Preconditions(
        @NamedType("types.UID") @Pb(1) @Nullable String uid, @Pb(2) @Nullable String resourceVersion)
        implements PreconditionsBuilder.With {}
