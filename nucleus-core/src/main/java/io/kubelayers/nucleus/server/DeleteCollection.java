package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiException;
import java.util.List;

/** Deletes every object of a collection that matches, one by one; those that vanish meanwhile are as good as deleted. */
final class DeleteCollection {
    private final ApiServer server;
    private final Lists lists;

    DeleteCollection(ApiServer server, Lists lists) {
        this.server = server;
        this.lists = lists;
    }

    ApiResponse delete(RequestContext context) {
        var found = (ApiResponse.Many) lists.list(context);
        for (var object : found.list()) {
            var one = context.request()
                    .withVerb(Verb.DELETE)
                    .withNamespace(object.metadata().namespaceOrEmpty())
                    .withName(object.metadata().nameOrEmpty())
                    .withOptions(RequestOptions.NONE.withDryRun(
                            context.request().options().dryRun()));
            try {
                server.handleAuthorized(one, context.user());
            } catch (ApiException e) {
                if (!e.isNotFound()) {
                    throw e;
                }
            }
        }
        return new ApiResponse.Many(found.list(), List.of());
    }
}
