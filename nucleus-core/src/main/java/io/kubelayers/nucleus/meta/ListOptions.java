package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.JsonName;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of list and watch calls.
 *
 * @param labelSelector Keeps only objects whose labels match this expression; empty keeps all.
 * @param fieldSelector Keeps only objects whose fields match this expression; empty keeps all.
 * @param watch True to stream changes instead of returning a list.
 * @param allowWatchBookmarks True to let the server send BOOKMARK events that only carry a revision.
 * @param resourceVersion Revision to read at or watch from; meaning depends on resourceVersionMatch.
 * @param resourceVersionMatch How resourceVersion binds a list: NotOlderThan or Exact; only with resourceVersion
 *     set.
 * @param timeoutSeconds Seconds after which the server ends the call; null leaves it to the server.
 * @param limit Most items in one page; 0 means no limit.
 * @param continueToken Token from the page before; the other parameters must stay the same.
 * @param sendInitialEvents True to start a watch with the present objects as events, closed by a bookmark.
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
