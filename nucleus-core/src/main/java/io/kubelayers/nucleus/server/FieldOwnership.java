package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.apply.Applied;
import io.kubelayers.nucleus.apply.Change;
import io.kubelayers.nucleus.apply.FieldSet;
import io.kubelayers.nucleus.apply.ServerSideApply;
import io.kubelayers.nucleus.apply.TypeMismatchException;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.SharedValues;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code metadata.managedFields} on every write, and applies.
 *
 * <p>Made to cost little where nobody looks: of a new object the set of owned fields is found when it is read, and an
 * update compares only what is not the same record as before.
 */
final class FieldOwnership {
    /** The name under which the server owns what it writes by itself. */
    private static final String SERVER = "kube-apiserver";

    private static final String SCALE = "scale";

    private final Trees trees;
    private final Versions versions;
    private final FieldManagers managers;
    private final Runtime runtime;
    private final SharedValues<FieldSet> sets = new SharedValues<>();
    private final LastCreation last;

    FieldOwnership(Trees trees, Versions versions, Rules rules, Shapes shapes, Runtime runtime, SharedLabels labels) {
        this.trees = trees;
        this.versions = versions;
        this.managers = new FieldManagers(trees, versions, rules, shapes);
        this.runtime = runtime;
        this.last = new LastCreation(labels);
    }

    /** A new object with who made it as the owner of all its fields. */
    KubernetesObject ofNew(RequestContext context, KubernetesObject object) {
        var sent = object.metadata().managedFields();
        var apply = apply(context);
        var manager = manager(context);
        var now = runtime.timestamp();
        var type = context.type();
        List<ManagedFieldsEntry> entries;
        if (sent.isEmpty() && ObjectChanges.isBlank(object, managers.reset(type))) {
            return object;
        } else if (sent.isEmpty()) {
            entries = last.entries(
                    apply, object, manager, now, it -> apply.trackCreation(() -> made(type, it), sets, manager, now));
        } else {
            entries = apply.track(Applied.nothing(), made(type, object), sent, manager, now);
        }
        return object.withMetadata(object.metadata().withManagedFields(entries));
    }

    /** An object that is answered and not stored, such as a review, with who sent it as the owner of all its fields. */
    KubernetesObject ofAnswered(RequestContext context, KubernetesObject object) {
        if (!(object instanceof Record) || ObjectChanges.isBlank(object, Set.of())) {
            return object;
        }
        var apply = managers.ofAnswered(object, context.request().subresource());
        var entries =
                apply.trackCreation(() -> trees.writeAsGiven(object), sets, manager(context), runtime.timestamp());
        return object.withMetadata(object.metadata().withManagedFields(entries));
    }

    /** The entries of an object that an update or patch changes. */
    List<ManagedFieldsEntry> ofChange(RequestContext context, KubernetesObject wanted, KubernetesObject old) {
        var stored = old.metadata().managedFields();
        var sent = context.request().subresource().isEmpty()
                ? wanted.metadata().managedFields()
                : List.<ManagedFieldsEntry>of();
        if (sent.isEmpty() && Absent.isGiven(sent)) {
            return List.of();
        }
        if (sent.isEmpty() || sent.equals(stored)) {
            if (stored.isEmpty()) {
                return stored;
            }
            sent = stored;
        }
        var change = change(context, wanted, old);
        if (sent == stored && change == null) {
            return stored;
        }
        return apply(context)
                .track(stored, sent, change == null ? Change.none() : change, manager(context), runtime.timestamp());
    }

    /**
     * The entries of an object whose replicas change by way of its scale: of the scale there is no more than their number, so
     * that none at all is a number that is not there (apimachinery {@code scalehandler.go}). Who owns replicas is reckoned
     * only while somebody does.
     *
     * @param path where the number is
     * @param before the number before
     * @param after the number after
     */
    List<ManagedFieldsEntry> ofScale(
            RequestContext context,
            KubernetesObject wanted,
            KubernetesObject old,
            List<String> path,
            long before,
            long after) {
        var stored = old.metadata().managedFields();
        if (before == after || stored.stream().noneMatch(entry -> owns(entry, path))) {
            return stored;
        }
        var type = context.type();
        var change =
                new Change(nested(path, before), nested(path, after), () -> tree(type, old), () -> tree(type, wanted));
        return withTimesOf(stored, apply(context).track(stored, stored, change, manager(context), runtime.timestamp()));
    }

    private static boolean owns(ManagedFieldsEntry entry, List<String> path) {
        Object at = entry.fieldsV1();
        for (var name : path) {
            at = at instanceof Map<?, ?> fields ? fields.get("f:" + name) : null;
        }
        return at != null;
    }

    private static Map<String, @Nullable Object> nested(List<String> path, long number) {
        Object value = number == 0 ? null : number;
        for (int i = path.size() - 1; i >= 0; i--) {
            var around = new LinkedHashMap<String, @Nullable Object>();
            if (value != null) {
                around.put(path.get(i), value);
            }
            value = around;
        }
        return Tree.map(value);
    }

    /** What is different; null if nothing is. */
    private @Nullable Change change(RequestContext context, KubernetesObject wanted, KubernetesObject old) {
        var type = context.type();
        if (context.wasText() && ObjectChanges.givesEmptyLists(wanted)) {
            return Change.of(tree(type, old), ServerSideApply.withoutManagedFields(made(type, wanted)));
        }
        var changes = new ObjectChanges(trees, versions, type, old, wanted);
        return changes.none() ? null : changes.change();
    }

    /** Entries of scales have the time that they had before, or none (apimachinery {@code scalehandler.go}). */
    private static List<ManagedFieldsEntry> withTimesOf(
            List<ManagedFieldsEntry> stored, List<ManagedFieldsEntry> entries) {
        return entries.stream()
                .map(entry -> SCALE.equals(entry.subresource()) ? entry.withTime(timeOf(entry, stored)) : entry)
                .toList();
    }

    private static @Nullable Instant timeOf(ManagedFieldsEntry entry, List<ManagedFieldsEntry> stored) {
        for (var held : stored) {
            if (SCALE.equals(held.subresource())
                    && Objects.equals(held.manager(), entry.manager())
                    && Objects.equals(held.operation(), entry.operation())) {
                return held.time();
            }
        }
        return null;
    }

    /** What the server itself makes of the status of an object, with the server as its owner. */
    KubernetesObject withOwnStatus(ResourceType type, KubernetesObject wanted, KubernetesObject old) {
        var stored = old.metadata().managedFields();
        var change = new ObjectChanges(trees, versions, type, old, wanted).change();
        var entries = managers.of(type, "status").track(stored, stored, change, SERVER, runtime.timestamp());
        return wanted.withMetadata(wanted.metadata().withManagedFields(entries));
    }

    /**
     * The stored entries, if the new ones differ in times only and so does the object: then nothing has happened.
     */
    static List<ManagedFieldsEntry> settled(
            List<ManagedFieldsEntry> entries, KubernetesObject object, KubernetesObject old) {
        var stored = old.metadata().managedFields();
        if (entries == stored || entries.size() != stored.size()) {
            return entries;
        }
        for (int i = 0; i < entries.size(); i++) {
            if (!entries.get(i).withTime(null).equals(stored.get(i).withTime(null))) {
                return entries;
            }
        }
        return object.withMetadata(object.metadata().withManagedFields(stored)).equals(old) ? stored : entries;
    }

    /**
     * What applying a configuration makes of an object, or of none; with its new entries.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 409 if others own fields, 400 if it is no configuration
     */
    KubernetesObject applied(RequestContext context, @Nullable Object config, @Nullable KubernetesObject old) {
        if (!(config instanceof Map<?, ?> fields)) {
            throw ApiErrors.badRequest("error decoding YAML: the configuration is not an object");
        }
        var live = old == null ? Applied.nothing() : live(context.type(), old);
        var result = apply(context, live, fields);
        var entries = result.managedFields();
        if (old != null && result.object() == live.object()) {
            return old.withMetadata(old.metadata().withManagedFields(entries));
        }
        var object = versions.toHub(trees.read(context, result.object()));
        return object.withMetadata(object.metadata().withManagedFields(entries));
    }

    private Applied live(ResourceType type, KubernetesObject old) {
        return Applied.of(tree(type, old), old.metadata().managedFields());
    }

    private Applied apply(RequestContext context, Applied live, Map<?, ?> config) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        config.forEach((name, value) -> tree.put((String) name, value));
        var apply = apply(context);
        var from = live.exists() ? live : new Applied(apply.blank(), List.of(), false);
        try {
            return apply.apply(
                    from, tree, manager(context), context.request().options().force(), runtime.timestamp());
        } catch (TypeMismatchException e) {
            throw ApiErrors.unexplained(e.message());
        }
    }

    /** What applying a Scale makes of the entries of the object that is scaled. */
    List<ManagedFieldsEntry> appliedScale(RequestContext context, KubernetesObject old, long replicas) {
        var type = context.type();
        var config = new LinkedHashMap<String, @Nullable Object>();
        config.put("apiVersion", type.apiVersion());
        config.put("kind", type.kind());
        config.put("metadata", Map.of("name", context.request().name()));
        config.put("spec", Map.of("replicas", replicas));
        return withTimesOf(
                old.metadata().managedFields(),
                apply(context, live(type, old), config).managedFields());
    }

    /** A new object as it was sent: lists without items are not those that were left out. */
    private Map<String, @Nullable Object> made(ResourceType type, KubernetesObject object) {
        return trees.writeAsGiven(versions.asServed(type, object));
    }

    private Map<String, @Nullable Object> tree(ResourceType type, KubernetesObject object) {
        return whole(trees, versions, type, object);
    }

    /** A whole object in the version of a resource, without entries. */
    static Map<String, @Nullable Object> whole(
            Trees trees, Versions versions, ResourceType type, KubernetesObject object) {
        var bare = object.metadata().managedFields().isEmpty()
                ? object
                : object.withMetadata(object.metadata().withManagedFields(List.of()));
        return trees.write(versions.asServed(type, bare));
    }

    /** The name of the manager: what the request says, or the last part of the name of who sends it. */
    private static String manager(RequestContext context) {
        var given = context.request().options().fieldManager();
        if (given != null && !given.isEmpty()) {
            return given;
        }
        var user = Absent.text(context.user().username());
        return user.substring(user.lastIndexOf(':') + 1);
    }

    private ServerSideApply apply(RequestContext context) {
        return managers.of(context.type(), context.request().subresource());
    }
}
