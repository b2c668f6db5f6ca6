package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import io.kubelayers.nucleus.store.Store;
import io.kubelayers.nucleus.store.Stored;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    private final Versions versions;
    private final FieldOwnership ownership;
    private final Supplier<CustomKinds> custom;

    DecodeStage(
            Store store,
            Bodies bodies,
            Rules rules,
            Creation creation,
            Update update,
            Patches patches,
            Scales scales,
            Versions versions,
            FieldOwnership ownership,
            Supplier<CustomKinds> custom) {
        this.store = store;
        this.bodies = bodies;
        this.rules = rules;
        this.creation = creation;
        this.update = update;
        this.patches = patches;
        this.scales = scales;
        this.versions = versions;
        this.ownership = ownership;
        this.custom = custom;
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
        requireStaying(context);
        var sent = Creation.withoutSystemFields(
                OwnerDuplicates.without(context, completed(context, bodies.object(context))));
        return creation.prepare(context, ownership.ofNew(context, sent));
    }

    private KubernetesObject changed(RequestContext context) {
        if (context.verb() == Verb.UPDATE) {
            checkSentPlace(context);
        }
        var found = Keys.find(store, context);
        if (context.request().body() instanceof Body.Patch patch && patch.type() == Body.PatchType.APPLY) {
            return applied(
                    context, patch, found.map(held -> asServed(context, held)).orElse(null));
        }
        if (found.isEmpty() && context.request().body() instanceof Body.Typed sent) {
            Update.checkUid(context, sent.object().metadata(), "");
            if (createsOnUpdate(context)) {
                context.request(context.request().withBody(Body.of(withoutVersion(sent.object()))));
                return created(context);
            }
        }
        var current = asServed(context, found.orElseThrow(() -> Keys.notFound(context)));
        context.current(current);
        KubernetesObject wanted;
        if (scales.isScale(context)) {
            wanted = scales.changed(context, current.object(), patches);
        } else if (context.request().body() instanceof Body.Patch patch) {
            var served = versions.asServed(context.type(), current.object());
            wanted = versions.toHub(patches.apply(context, patch, served));
        } else {
            wanted = bodies.object(context);
        }
        wanted = OwnerDuplicates.without(context, completed(context, wanted));
        var subresource = context.request().subresource();
        if (Update.isOwn(subresource)) {
            wanted = update.sentThrough(subresource, wanted, current.object());
        }
        var entries = scales.isScale(context)
                ? ownership.ofScale(
                        context,
                        wanted,
                        current.object(),
                        scales.path(context),
                        scales.number(context, current.object()),
                        scales.number(context, wanted))
                : ownership.ofChange(context, wanted, current.object());
        return finished(context, wanted, current.object(), entries);
    }

    /** An object for another place is refused whether or not there is one here. */
    private void checkSentPlace(RequestContext context) {
        var sent = bodies.object(context);
        context.sentVersion(sent.metadata().resourceVersion());
        if (!scales.isScale(context) || !sent.metadata().nameOrEmpty().isEmpty()) {
            Update.checkPlace(context, sent.metadata());
        }
        context.request(context.request().withBody(Body.of(sent)));
    }

    private KubernetesObject completed(RequestContext context, KubernetesObject sent) {
        return rules.defaulted(custom.get().accepted(context, sent));
    }

    /** Nothing is created any more once the definition of a kind is being deleted. */
    private void requireStaying(RequestContext context) {
        if (custom.get().isLeaving(context.type())) {
            throw ApiErrors.methodNotSupported(
                    Keys.resource(context), context.verb().word());
        }
    }

    /** Changes start from what a read shows: a custom object has defaults that came after it. */
    private Stored asServed(RequestContext context, Stored held) {
        return held.object() instanceof DynamicObject
                ? new Stored(
                        held.key(),
                        custom.get().asServed(context.type(), held.object()),
                        held.createRevision(),
                        held.modRevision())
                : held;
    }

    /** What a change makes of the object, with its new owners. */
    private KubernetesObject finished(
            RequestContext context, KubernetesObject wanted, KubernetesObject old, List<ManagedFieldsEntry> entries) {
        var object = update.prepare(context, wanted, old);
        var settled = FieldOwnership.settled(entries, object, old);
        return object.metadata().managedFields() == settled
                ? object
                : object.withMetadata(object.metadata().withManagedFields(settled));
    }

    private KubernetesObject applied(RequestContext context, Body.Patch patch, @Nullable Stored found) {
        ApplyChecks.requireManager(context);
        if (found == null) {
            if (!context.request().subresource().isEmpty()) {
                throw Keys.notFound(context);
            }
            ApplyChecks.requireKind(context, patch.tree());
            var merged = ownership.applied(context, patch.tree(), null);
            ApplyChecks.tellOfRepeatedKeys(context, patch);
            ApplyChecks.requireNoUid(context, patch.tree());
            requireStaying(context);
            var object = completed(context, merged);
            Update.checkPlace(context, object.metadata());
            return creation.prepare(context, object);
        }
        context.current(found);
        ApplyChecks.requireKind(context, patch.tree());
        var old = found.object();
        if (scales.isScale(context)) {
            var wanted = scales.applied(context, old, patch);
            var entries = ownership.appliedScale(context, old, scales.replicas(context, wanted));
            ApplyChecks.tellOfRepeatedKeys(context, patch);
            return finished(context, wanted, old, entries);
        }
        var merged = ownership.applied(context, patch.tree(), old);
        ApplyChecks.tellOfRepeatedKeys(context, patch);
        var wanted = completed(context, merged);
        return finished(context, wanted, old, wanted.metadata().managedFields());
    }

    /** Whoever puts what is not there has seen no version of it, whatever they say. */
    private static KubernetesObject withoutVersion(KubernetesObject sent) {
        return sent.metadata().resourceVersion() == null
                ? sent
                : sent.withMetadata(sent.metadata().withResourceVersion(null));
    }

    /** Upstream asks the strategy of the status too, and that of Services is the one of the object in this. */
    private boolean createsOnUpdate(RequestContext context) {
        var subresource = context.request().subresource();
        return context.verb() == Verb.UPDATE
                && (subresource.isEmpty() || subresource.equals("status"))
                && context.request().body() instanceof Body.Typed typed
                && rules.of(typed.object()).allowsCreateOnUpdate();
    }
}
