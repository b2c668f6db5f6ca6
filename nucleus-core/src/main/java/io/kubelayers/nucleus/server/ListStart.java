package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * Where a list begins (apiserver {@code storage/interfaces.go}).
 *
 * @param revision revision to list at; 0 is the newest
 * @param atLeast the newest state must be at least this old
 * @param token where the last page ended; null at the beginning
 * @param limited whether pages may end before the list does
 */
record ListStart(long revision, long atLeast, @Nullable ContinueToken token, boolean limited) {
    static ListStart of(RequestOptions options) {
        var version = text(options.resourceVersion());
        var token = options.continueToken();
        if (token != null && !token.isEmpty()) {
            var decoded = ContinueToken.decode(token);
            if (!version.isEmpty() && !version.equals("0")) {
                throw ApiErrors.badRequest("specifying resource version is not allowed when using continue");
            }
            return new ListStart(Math.max(decoded.revision(), 0), 0, decoded, true);
        }
        var match = text(options.resourceVersionMatch());
        boolean exact = match.equals("Exact");
        boolean paged = options.limit() > 0;
        // what is there already, which upstream takes from its cache: the cache knows no pages
        boolean anything = version.equals("0") && !exact;
        long revision = !anything && (exact || paged) ? ofStorage(version) : revision(version);
        // before there was a match rule, a page at a version meant exactly that version
        boolean legacy = match.isEmpty() && paged && revision > 0;
        return exact || legacy ? new ListStart(revision, 0, null, true) : new ListStart(0, revision, null, !anything);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static long ofStorage(String version) {
        try {
            return revision(version);
        } catch (ApiException unreadable) {
            throw ApiErrors.badRequest(
                    "invalid resource version: " + unreadable.status().message());
        }
    }

    /**
     * A resource version as a revision; 0 when none is given.
     *
     * @throws ApiException 500 if it is no number, as upstream has it
     */
    static long revision(@Nullable String version) {
        if (version == null || version.isEmpty()) {
            return 0;
        }
        boolean digits = version.chars().allMatch(c -> c >= '0' && c <= '9');
        try {
            if (digits) {
                return Long.parseLong(version);
            }
        } catch (NumberFormatException beyond) {
            if (version.length() <= 19) {
                return Long.MAX_VALUE;
            }
        }
        var problem =
                "strconv.ParseUint: parsing \"" + version + "\": " + (digits ? "value out of range" : "invalid syntax");
        throw ApiErrors.unknown(FieldError.invalid(FieldPath.of("resourceVersion"), version, problem)
                .toString());
    }
}
