package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.JsonName;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param labelSelector TODO-DOC
 * @param fieldSelector TODO-DOC
 * @param watch TODO-DOC
 * @param allowWatchBookmarks TODO-DOC
 * @param resourceVersion TODO-DOC
 * @param resourceVersionMatch TODO-DOC
 * @param timeoutSeconds TODO-DOC
 * @param limit TODO-DOC
 * @param continueToken TODO-DOC
 * @param sendInitialEvents TODO-DOC
 */
@ApiType(version = "v1")
@RecordBuilder
public record ListOptions(
    @Pb(1) @Nullable String labelSelector,
    @Pb(2) @Nullable String fieldSelector,
    @Pb(3) boolean watch,
    @Pb(9) boolean allowWatchBookmarks,
    @Pb(4) @Nullable String resourceVersion,
    @EnumValues(value = ResourceVersionMatch.class, closed = false) @Pb(10) @Nullable String resourceVersionMatch,
    @Pb(5) @Nullable Long timeoutSeconds,
    @Pb(7) long limit,
    @JsonName("continue") @Pb(8) @Nullable String continueToken,
    @Pb(11) @Nullable Boolean sendInitialEvents)
    implements ListOptionsBuilder.With {
    public ListOptions {
        labelSelector = Absent.optional(labelSelector);
        fieldSelector = Absent.optional(fieldSelector);
        resourceVersion = Absent.optional(resourceVersion);
        resourceVersionMatch = Absent.optional(resourceVersionMatch);
        continueToken = Absent.optional(continueToken);
    }


    /** The values of {@code ResourceVersionMatch} known upstream; others may occur. */
    public static final class ResourceVersionMatch {
        public static final String NOT_OLDER_THAN = "NotOlderThan";
        public static final String EXACT = "Exact";

        private ResourceVersionMatch() {}
    }
}
