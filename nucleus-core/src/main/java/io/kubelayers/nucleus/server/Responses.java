package io.kubelayers.nucleus.server;

import java.util.ArrayList;
import java.util.List;

/** Adds warnings to answers. */
final class Responses {
    private Responses() {}

    static ApiResponse withWarnings(ApiResponse response, List<String> more) {
        if (more.isEmpty()) {
            return response;
        }
        var warnings = new ArrayList<>(response.warnings());
        warnings.addAll(more);
        if (response instanceof ApiResponse.One one) {
            return new ApiResponse.One(one.code(), one.object(), warnings);
        }
        if (response instanceof ApiResponse.Many many) {
            return new ApiResponse.Many(many.list(), warnings);
        }
        if (response instanceof ApiResponse.Watching watching) {
            return new ApiResponse.Watching(watching.stream(), warnings);
        }
        if (response instanceof ApiResponse.Connected connected) {
            return new ApiResponse.Connected(connected.session(), warnings);
        }
        var outcome = (ApiResponse.Outcome) response;
        return new ApiResponse.Outcome(outcome.code(), outcome.status(), warnings);
    }
}
