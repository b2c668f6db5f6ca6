package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.store.Store;
import java.util.List;

/** Answers reads from the store. */
final class ReadStage implements Stage {
    private final Store store;
    private final Scales scales;
    private final Versions versions;
    private final Lists lists;

    ReadStage(Store store, Scales scales, Versions versions) {
        this.store = store;
        this.scales = scales;
        this.versions = versions;
        this.lists = new Lists(store, versions);
    }

    @Override
    public String name() {
        return "read";
    }

    @Override
    public void handle(RequestContext context) {
        switch (context.verb()) {
            case GET -> get(context);
            case LIST -> context.respond(lists.list(context));
            case WATCH -> context.respond(lists.watch(context));
            default -> throw new IllegalStateException("not a read: " + context.verb());
        }
    }

    private void get(RequestContext context) {
        lists.requireReached(context.request().options());
        var stored = Keys.require(store, context).object();
        var answer = scales.isScale(context) ? scales.read(context, stored) : versions.asServed(context.type(), stored);
        context.respond(new ApiResponse.One(200, answer, List.of()));
    }
}
