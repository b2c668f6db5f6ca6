package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import org.jspecify.annotations.Nullable;

/**
 * Where a list begins: the revision and the place after which to go on.
 *
 * @param revision revision to list at; 0 is the newest
 * @param token where the last page ended; null at the beginning
 */
record ListStart(long revision, @Nullable ContinueToken token) {
    static ListStart of(RequestOptions options) {
        var token = options.continueToken();
        if (token != null && !token.isEmpty()) {
            if (options.resourceVersion() != null && !options.resourceVersion().equals("0")) {
                throw ApiErrors.badRequest("specifying resource version is not allowed when using continue");
            }
            var decoded = ContinueToken.decode(token);
            return new ListStart(decoded.revision(), decoded);
        }
        long revision = revision(options.resourceVersion());
        // before there was a match rule, a page at a version meant exactly that version
        boolean legacy = options.resourceVersionMatch() == null && options.limit() > 0 && revision > 0;
        boolean exact = legacy || "Exact".equals(options.resourceVersionMatch());
        // not older than: the newest state satisfies every revision that exists
        return new ListStart(exact ? revision : 0, null);
    }

    /** A resource version as a revision; 0 when none is given. */
    static long revision(@Nullable String resourceVersion) {
        if (resourceVersion == null || resourceVersion.isEmpty()) {
            return 0;
        }
        try {
            long revision = Long.parseLong(resourceVersion);
            if (revision >= 0) {
                return revision;
            }
        } catch (NumberFormatException notANumber) {
            // answered below
        }
        throw ApiErrors.badRequest("Invalid value: \"" + resourceVersion + "\": invalid resource version");
    }
}
