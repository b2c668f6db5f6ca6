package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;

/** Reads the object that a request carries, converting other served versions to the hub. */
final class Bodies {
    private final Trees trees;
    private final Versions versions;

    Bodies(Trees trees, Versions versions) {
        this.trees = trees;
        this.versions = versions;
    }

    /**
     * The object sent, in the form in which it is held.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 400 if there is none, or it is of another kind
     */
    KubernetesObject object(RequestContext context) {
        return versions.toHub(sent(context));
    }

    private KubernetesObject sent(RequestContext context) {
        var body = context.request().body();
        if (body instanceof Body.Typed typed) {
            return trees.readable(context, typed.object());
        }
        if (body instanceof Body.Tree tree) {
            return checked(context, trees.read(context, tree.tree()));
        }
        if (body instanceof Body.Text text) {
            return checked(context, trees.read(context, text.text()));
        }
        throw ApiErrors.badRequest("the request has no object");
    }

    private KubernetesObject checked(RequestContext context, KubernetesObject sent) {
        BodyChecks.requireKind(context, trees.types(), sent);
        return sent;
    }
}
