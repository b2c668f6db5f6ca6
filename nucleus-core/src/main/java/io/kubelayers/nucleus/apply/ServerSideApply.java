package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import io.kubelayers.nucleus.value.SharedValues;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Server-side apply for objects of one kind, in one version, through one subresource: what applying does to an object, and
 * who owns what after any write (apimachinery {@code util/managedfields}).
 */
public final class ServerSideApply {
    /** Most entries of updaters before the oldest are merged into one. */
    public static final int MOST_UPDATERS = 10;

    /** The manager of what was there before anybody applied. */
    public static final String BEFORE_FIRST_APPLY = "before-first-apply";

    /** What nobody owns: identity, and what the server keeps itself. */
    private static final FieldSet SYSTEM = FieldSet.ofFields(List.of(
            List.of("apiVersion"),
            List.of("kind"),
            List.of("metadata"),
            List.of("metadata", "name"),
            List.of("metadata", "namespace"),
            List.of("metadata", "creationTimestamp"),
            List.of("metadata", "selfLink"),
            List.of("metadata", "uid"),
            List.of("metadata", "clusterName"),
            List.of("metadata", "generation"),
            List.of("metadata", "managedFields"),
            List.of("metadata", "resourceVersion")));

    private static final FieldSet SYSTEM_LEAVES = SYSTEM.difference(FieldSet.ofFields(List.of(List.of("metadata"))));

    private static final ManagedFieldsEntry NO_ENTRY = new ManagedFieldsEntry(null, null, null, null, null, null, null);

    private final Shape shape;
    private final String apiVersion;
    private final String subresource;
    private final FieldSet ignored;
    private final Map<String, @Nullable Object> blank;
    private final ApplyVersions versions;

    /** What nobody comes to own of a new object; found once, since each new object refers to it. */
    private final FieldSet never;

    /**
     * For requests of one sort.
     *
     * @param shape how the fields of the kind merge
     * @param apiVersion the version in which requests speak
     * @param subresource such as status; "" for the object itself
     * @param ignored fields that the server resets in such requests, so that nobody comes to own them
     * @param blank the object without any field set, from which new ones differ
     * @param versions the other versions of the kind
     */
    public ServerSideApply(
            Shape shape,
            String apiVersion,
            String subresource,
            FieldSet ignored,
            Map<String, @Nullable Object> blank,
            ApplyVersions versions) {
        this.shape = shape;
        this.apiVersion = apiVersion;
        this.subresource = subresource;
        this.ignored = ignored;
        this.blank = blank;
        this.versions = versions;
        this.never = ignored.union(SYSTEM_LEAVES);
    }

    /** Requests about whole objects of a kind that has one version. */
    public static ServerSideApply of(Shape shape, String apiVersion) {
        return new ServerSideApply(shape, apiVersion, "", FieldSet.EMPTY, Map.of(), ApplyVersions.none());
    }

    /** The same through a subresource. */
    public ServerSideApply through(String subresource, FieldSet ignored) {
        return new ServerSideApply(shape, apiVersion, subresource, ignored, blank, versions);
    }

    /** The object without any field set, from which new ones differ. */
    public Map<String, @Nullable Object> blank() {
        return blank;
    }

    private Updater updater() {
        return new Updater(shape, apiVersion, versions, ignored);
    }

    /**
     * Merges what a manager applies into an object, and removes what it applied last time and does not any more.
     *
     * @param config the applied configuration, a whole object with only the fields it is about
     * @param force whether to take over fields that others own with other values
     * @param now time of the request
     * @throws io.kubelayers.nucleus.errors.ApiException 409 with a cause a field if others own fields, 400 if the
     *     configuration is for another version or has managedFields
     * @throws TypeMismatchException if the configuration does not fit the kind
     */
    public Applied apply(Applied live, Map<String, ?> config, String manager, boolean force, Instant now) {
        try {
            return synced(live, config, manager, applyOverClientSide(live, config, manager, force, now));
        } catch (Conflicts conflicts) {
            throw conflicts.toApiException();
        }
    }

    /** kubectl takes over what it applied itself on the client's side before. */
    private Applied applyOverClientSide(
            Applied live, Map<String, ?> config, String manager, boolean force, Instant now) {
        try {
            return applyOnce(live, config, manager, force, now);
        } catch (Conflicts conflicts) {
            var allowed =
                    manager.equals(LastApplied.MANAGER) ? LastApplied.fields(shape, live.object()) : FieldSet.EMPTY;
            if (allowed.isEmpty()) {
                throw conflicts;
            }
            if (!conflicts.fields().difference(allowed).isEmpty()) {
                throw conflicts.without(allowed);
            }
            return applyOnce(live, config, manager, true, now);
        }
    }

    private Applied synced(Applied live, Map<String, ?> config, String manager, Applied result) {
        if (!manager.equals(LastApplied.MANAGER) || !LastApplied.isIn(result.object())) {
            return result;
        }
        return new Applied(LastApplied.synced(result.object(), config), result.managedFields(), live.exists());
    }

    private Applied applyOnce(Applied live, Map<String, ?> config, String manager, boolean force, Instant now) {
        requireConfig(config);
        var ownership = ownership(live.managedFields());
        if (ownership.isEmpty()) {
            trackUpdate(ownership, Change.of(blank, live.object()), BEFORE_FIRST_APPLY, now);
        }
        try {
            ShapeCheck.require(shape, config, false);
        } catch (TypeMismatchException e) {
            throw new TypeMismatchException(
                    "failed to create typed patch object (" + named(config) + "): " + e.message());
        }
        var self = Owner.of(manager, Owner.APPLY, apiVersion, subresource);
        var updater = updater();
        updater.reconcile(ownership);
        var object = updater.apply(ownership, live.object(), config, self, force);
        ownership.change(self, set -> set.difference(SYSTEM));
        var owned = ownership.get(self);
        if (object != null && owned != null) {
            ownership.put(self, new Ownership.Owned(owned.fields(), owned.apiVersion(), true, now));
        }
        return new Applied(object == null ? live.object() : tree(object), ownership.entries(), live.exists());
    }

    private static Ownership ownership(List<ManagedFieldsEntry> entries) {
        try {
            return Ownership.read(entries);
        } catch (IllegalArgumentException e) {
            throw ApiErrors.internal("failed to decode managed fields: " + e.getMessage());
        }
    }

    private void requireConfig(Map<String, ?> config) {
        var version = config.get("apiVersion");
        if (!apiVersion.equals(version)) {
            throw ApiErrors.badRequest("Incorrect version specified in apply patch. Specified patch version: " + version
                    + ", expected: " + apiVersion);
        }
        if (config.get("metadata") instanceof Map<?, ?> metadata && metadata.get("managedFields") != null) {
            throw ApiErrors.badRequest("metadata.managedFields must be nil");
        }
    }

    private String named(Map<String, ?> config) {
        var metadata = config.get("metadata") instanceof Map<?, ?> map ? map : Map.of();
        var namespace = metadata.get("namespace") instanceof String text ? text : "";
        var name = metadata.get("name") instanceof String text ? text : "";
        int slash = apiVersion.indexOf('/');
        return namespace + "/" + name + "; " + (slash < 0 ? "/" + apiVersion : apiVersion) + ", Kind="
                + config.get("kind");
    }

    @SuppressWarnings("unchecked") // trees have string keys only
    private static Map<String, @Nullable Object> tree(Object tree) {
        return (Map<String, @Nullable Object>) tree;
    }

    /**
     * Who owns what after an update, patch or create: whoever did it owns what changed.
     *
     * @param sent the entries that the client sent along: empty keeps those stored, one empty entry forgets all
     * @param manager who did it
     */
    public List<ManagedFieldsEntry> track(
            Applied live,
            Map<String, @Nullable Object> changed,
            List<ManagedFieldsEntry> sent,
            String manager,
            Instant now) {
        var ownership = current(live.managedFields(), sent);
        if (ownership.isEmpty() && live.exists()) {
            return List.of();
        }
        trackUpdate(ownership, Change.of(live.exists() ? live.object() : blank, changed), manager, now);
        return ownership.entries();
    }

    /**
     * As {@link #track(Applied, Map, List, String, Instant)}, of a stored object.
     *
     * @param stored the entries that are stored
     */
    public List<ManagedFieldsEntry> track(
            List<ManagedFieldsEntry> stored,
            List<ManagedFieldsEntry> sent,
            Change change,
            String manager,
            Instant now) {
        var ownership = current(stored, sent);
        if (ownership.isEmpty()) {
            return List.of();
        }
        trackUpdate(ownership, change, manager, now);
        return ownership.entries();
    }

    /** Whether these entries ask to forget who owns what. */
    public static boolean isReset(List<ManagedFieldsEntry> sent) {
        return sent.size() == 1 && sent.get(0).equals(NO_ENTRY);
    }

    private Ownership current(List<ManagedFieldsEntry> stored, List<ManagedFieldsEntry> sent) {
        if (!subresource.isEmpty() || sent == stored) {
            return Ownership.readLeniently(stored);
        }
        if (isReset(sent)) {
            return Ownership.empty();
        }
        var given = Ownership.readLeniently(sent);
        return given.isEmpty() ? Ownership.readLeniently(stored) : given.withoutIdle();
    }

    private void trackUpdate(Ownership ownership, Change change, String manager, Instant now) {
        var updater = updater();
        updater.reconcile(ownership);
        var taken = updater.update(ownership, change).difference(SYSTEM);
        if (!taken.isEmpty()) {
            var self = Owner.of(manager, Owner.UPDATE, apiVersion, subresource);
            var before = ownership.get(self);
            var all = before == null ? taken : taken.union(before.set());
            ownership.put(self, new Ownership.Owned(FieldsV1.of(all), apiVersion, false, now));
        }
        ownership.capUpdates(MOST_UPDATERS);
    }

    /**
     * Who owns what of a new object: all that is in it, found when somebody looks.
     *
     * @param created gives the object as it is stored, as a tree
     * @param sets where objects with the same fields share the set of them
     */
    public List<ManagedFieldsEntry> trackCreation(
            Supplier<Map<String, @Nullable Object>> created, SharedValues<FieldSet> sets, String manager, Instant now) {
        var owner = Owner.of(manager, Owner.UPDATE, apiVersion, subresource);
        var fields = FieldsV1.later(
                () -> {
                    var made = Comparison.of(shape, blank, created.get());
                    return sets.shared(made.modified()
                            .union(made.added())
                            .recursiveDifference(ignored)
                            .difference(SYSTEM));
                },
                never);
        return List.of(new ManagedFieldsEntry(
                owner.manager(), Owner.UPDATE, apiVersion, now, "FieldsV1", fields, owner.subresource()));
    }

    /** A tree without {@code metadata.managedFields}. */
    public static Map<String, @Nullable Object> withoutManagedFields(Map<String, @Nullable Object> object) {
        if (!(object.get("metadata") instanceof Map<?, ?> metadata) || !metadata.containsKey("managedFields")) {
            return object;
        }
        var stripped = new LinkedHashMap<String, @Nullable Object>(tree(metadata));
        stripped.remove("managedFields");
        var copy = new LinkedHashMap<>(object);
        copy.put("metadata", stripped);
        return copy;
    }
}
