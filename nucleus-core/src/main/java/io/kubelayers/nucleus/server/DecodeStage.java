package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.store.Store;

/**
 * Makes the object to be stored out of what was sent: reads the body, fills in defaults, and lays it over what is there:
 * a create gets its first metadata, an update keeps what clients may not change, a patch is applied to the newest state.
 */
final class DecodeStage implements Stage {
    private final Store store;
    private final Bodies bodies;
    private final Rules rules;
    private final Creation creation;
    private final Update update;
    private final Patches patches;
    private final Scales scales;

    DecodeStage(Store store, Bodies bodies, Rules rules, Creation creation, Patches patches, Scales scales) {
        this.store = store;
        this.bodies = bodies;
        this.rules = rules;
        this.creation = creation;
        this.update = new Update(rules);
        this.patches = patches;
        this.scales = scales;
    }

    @Override
    public String name() {
        return "decode";
    }

    @Override
    public void handle(RequestContext context) {
        switch (context.verb()) {
            case CREATE -> context.object(created(context));
            case UPDATE, PATCH -> context.object(changed(context));
            case DELETE -> context.current(Keys.require(store, context));
            default -> {}
        }
    }

    private KubernetesObject created(RequestContext context) {
        return creation.prepare(context, rules.defaulted(bodies.object(context)));
    }

    private KubernetesObject changed(RequestContext context) {
        var found = Keys.find(store, context);
        if (found.isEmpty() && createsOnUpdate(context)) {
            return created(context);
        }
        var current = found.orElseThrow(() -> Keys.notFound(context));
        context.current(current);
        KubernetesObject wanted;
        if (scales.isScale(context)) {
            wanted = scales.changed(context, current.object(), patches);
        } else if (context.request().body() instanceof Body.Patch patch) {
            wanted = patches.apply(context, patch, current.object());
        } else {
            wanted = bodies.object(context);
        }
        return update.prepare(context, rules.defaulted(wanted), current.object());
    }

    private boolean createsOnUpdate(RequestContext context) {
        return context.verb() == Verb.UPDATE
                && context.request().subresource().isEmpty()
                && context.request().body() instanceof Body.Typed typed
                && rules.of(typed.object()).allowsCreateOnUpdate();
    }
}
