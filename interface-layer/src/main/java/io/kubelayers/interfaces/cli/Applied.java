package io.kubelayers.interfaces.cli;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.Locale;
import java.util.Objects;

/**
 * What became of an object that was applied.
 *
 * @param manifest the object and where it stands
 * @param name as kubectl names it, {@code deployment.apps/web}
 * @param outcome created, configured, unchanged or refused
 * @param error why it was refused; empty unless it was
 */
record Applied(ManifestObject manifest, String name, Outcome outcome, String error) {
    enum Outcome {
        CREATED,
        CONFIGURED,
        UNCHANGED,
        REFUSED
    }

    /** Creates the object, or replaces the one that is there. */
    static Applied apply(Client client, ManifestObject manifest, String namespace) {
        var found = client.types().byKind(ResourceNames.kindOf(client.types(), manifest.object()));
        if (found.isEmpty()) {
            return new Applied(manifest, "", Outcome.REFUSED, "error: " + noMatch(client, manifest.object()));
        }
        var type = found.get();
        var object = placed(manifest.object(), type, namespace);
        var name = ResourceNames.display(type, object.metadata().nameOrEmpty());
        try {
            return store(client, type, manifest, object);
        } catch (ApiException refusal) {
            return new Applied(manifest, name, Outcome.REFUSED, Refusals.text(refusal));
        }
    }

    private static String noMatch(Client client, KubernetesObject object) {
        var kind = ResourceNames.kindOf(client.types(), object);
        var version = kind.group().isEmpty() ? kind.version() : kind.group() + "/" + kind.version();
        return "no matches for kind \"" + kind.kind() + "\" in version \"" + version + "\"";
    }

    private static KubernetesObject placed(KubernetesObject object, ResourceType type, String namespace) {
        var metadata = object.metadata();
        boolean homeless = type.namespaced() && metadata.namespaceOrEmpty().isEmpty();
        return homeless ? object.withMetadata(metadata.withNamespace(namespace)) : object;
    }

    private static Applied store(Client client, ResourceType type, ManifestObject manifest, KubernetesObject object) {
        var resources = client.on(type);
        var metadata = object.metadata();
        try {
            return stored(manifest, type, resources.create(object), Outcome.CREATED);
        } catch (ApiException refusal) {
            if (!refusal.isAlreadyExists()) {
                throw refusal;
            }
        }
        var there = resources.get(metadata.namespaceOrEmpty(), metadata.nameOrEmpty());
        var version = there.metadata().resourceVersion();
        var after = resources.update(object.withMetadata(metadata.withResourceVersion(version)));
        boolean same = Objects.equals(after.metadata().resourceVersion(), version);
        return stored(manifest, type, after, same ? Outcome.UNCHANGED : Outcome.CONFIGURED);
    }

    private static Applied stored(
            ManifestObject manifest, ResourceType type, KubernetesObject stored, Outcome outcome) {
        var name = ResourceNames.display(type, stored.metadata().nameOrEmpty());
        return new Applied(manifest, name, outcome, "");
    }

    boolean isRefused() {
        return outcome == Outcome.REFUSED;
    }

    /** {@code deployment.apps/web created}, or where and why it was refused. */
    String text() {
        return isRefused()
                ? manifest.place() + ": " + error
                : name + " " + outcome.name().toLowerCase(Locale.ROOT);
    }
}
