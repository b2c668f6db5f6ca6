package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.JsonName;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.ReadOnly;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of a list answer: its revision and where the next page starts.
 *
 * @param selfLink Former URL of the list; no longer filled.
 * @param resourceVersion Opaque revision at which the list was read; a watch can start here.
 * @param continueToken Token that asks for the next page; empty on the last page.
 * @param remainingItemCount Items left after this page, possibly an estimate; null if unknown or none.
 */
@RecordBuilder
public record ListMeta(
        @DeprecatedField @Pb(1) @Nullable String selfLink,
        @ReadOnly @Pb(2) @Nullable String resourceVersion,
        @JsonName("continue") @Pb(3) @Nullable String continueToken,
        @Pb(4) @Nullable Long remainingItemCount)
        implements ListMetaBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final ListMeta EMPTY = new ListMeta(null, null, null, null);

    public ListMeta {
        selfLink = Absent.optional(selfLink);
        resourceVersion = Absent.optional(resourceVersion);
        continueToken = Absent.optional(continueToken);
    }
}
