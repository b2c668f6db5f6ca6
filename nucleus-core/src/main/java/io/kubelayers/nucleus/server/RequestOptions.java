package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.codec.FieldValidation;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The query options of a request; which of them matter depends on the verb.
 *
 * @param dryRun go through all stages but store nothing
 * @param fieldManager name that owns the written fields; null lets the server choose
 * @param fieldValidation what to do with unknown and duplicate fields of an untyped body
 * @param force take over conflicting fields (apply only)
 * @param labelSelector label selector text; null or "" selects all
 * @param fieldSelector field selector text; null or "" selects all
 * @param limit most objects of one answer; 0 means no limit
 * @param continueToken where the last answer stopped; null starts at the beginning
 * @param resourceVersion for reads: how fresh the answer must be, or where a watch begins; null for the newest
 * @param resourceVersionMatch how to read resourceVersion on lists: Exact or NotOlderThan; null for the legacy meaning
 * @param allowWatchBookmarks whether a watch wants bookmarks
 * @param sendInitialEvents whether a watch begins with what exists, closed by a bookmark; null for the legacy meaning
 * @param timeoutSeconds how long a watch lasts; null for the server's choice
 */
@RecordBuilder
public record RequestOptions(
        boolean dryRun,
        @Nullable String fieldManager,
        FieldValidation fieldValidation,
        boolean force,
        @Nullable String labelSelector,
        @Nullable String fieldSelector,
        long limit,
        @Nullable String continueToken,
        @Nullable String resourceVersion,
        @Nullable String resourceVersionMatch,
        boolean allowWatchBookmarks,
        @Nullable Boolean sendInitialEvents,
        @Nullable Integer timeoutSeconds)
        implements RequestOptionsBuilder.With {
    /** Nothing asked for in particular. */
    public static final RequestOptions NONE = new RequestOptions(
            false, null, FieldValidation.WARN, false, null, null, 0, null, null, null, false, null, null);

    public static RequestOptions dryRunOnly() {
        return NONE.withDryRun(true);
    }

    public static RequestOptions labels(String selector) {
        return NONE.withLabelSelector(selector);
    }

    public static RequestOptions fields(String selector) {
        return NONE.withFieldSelector(selector);
    }
}
