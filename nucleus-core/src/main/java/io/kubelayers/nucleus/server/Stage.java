package io.kubelayers.nucleus.server;

/**
 * One step on a request's way. Stages run in order; each reads and advances the {@link RequestContext} or throws an
 * {@link io.kubelayers.nucleus.errors.ApiException} to refuse.
 */
public interface Stage {
    /** Short name for lists and traces, such as {@code authorize}. */
    String name();

    void handle(RequestContext context);
}
