package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.JsonName;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.ReadOnly;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param selfLink TODO-DOC
 * @param resourceVersion TODO-DOC
 * @param continueToken TODO-DOC
 * @param remainingItemCount TODO-DOC
 */
@RecordBuilder
public record ListMeta(
    @DeprecatedField @Pb(1) @Nullable String selfLink,
    @ReadOnly @Pb(2) @Nullable String resourceVersion,
    @JsonName("continue") @Pb(3) @Nullable String continueToken,
    @Pb(4) @Nullable Long remainingItemCount)
    implements ListMetaBuilder.With {
    /** The value of a field that was not set. */
    public static final ListMeta EMPTY = new ListMeta(null, null, null, null);

    public ListMeta {
        selfLink = Absent.optional(selfLink);
        resourceVersion = Absent.optional(resourceVersion);
        continueToken = Absent.optional(continueToken);
    }

}
