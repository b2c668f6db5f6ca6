package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectList;
import java.util.ArrayList;
import java.util.List;

/** Deletes every object of a collection that matches, one by one; those that vanish meanwhile are as good as deleted. */
final class DeleteCollection {
    /** Objects found at a time, so that a resource version without a match rule means exactly that version. */
    private static final int PAGE = 10_000;

    private final ApiServer server;
    private final Lists lists;

    DeleteCollection(ApiServer server, Lists lists) {
        this.server = server;
        this.lists = lists;
    }

    ApiResponse delete(RequestContext context) {
        var options = context.request().options();
        var found = page(context, options.limit() == 0 ? options.withLimit(PAGE) : options);
        var all = new ArrayList<KubernetesObject>(found.items());
        while (options.limit() == 0 && found.metadata().continueToken() != null) {
            var next = options.withLimit(PAGE)
                    .withResourceVersion(null)
                    .withResourceVersionMatch(null)
                    .withContinueToken(found.metadata().continueToken());
            found = page(context, next);
            all.addAll(found.items());
        }
        all.forEach(object -> delete(context, object));
        return new ApiResponse.Many(new ObjectList<>(found.metadata(), all), List.of());
    }

    private ObjectList<KubernetesObject> page(RequestContext context, RequestOptions options) {
        context.request(context.request().withOptions(options));
        return ((ApiResponse.Many) lists.list(context)).list();
    }

    private void delete(RequestContext context, KubernetesObject object) {
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
}
