package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who owns what of one object: {@code metadata.managedFields}, taken apart. Belongs to one call. */
final class Ownership {
    private static final String FIELDS_V1 = "FieldsV1";
    private static final Comparator<@Nullable String> TEXT =
            Comparator.comparing((@Nullable String text) -> text == null ? "" : text);

    /** The fields of one owner, written in terms of one version. */
    record Owned(FieldsV1 fields, String apiVersion, boolean applied, @Nullable Instant time) {
        FieldSet set() {
            return fields.set();
        }

        Owned with(FieldSet set) {
            return new Owned(fields.with(set), apiVersion, applied, time);
        }
    }

    private final Map<Owner, Owned> owned;

    private Ownership(Map<Owner, Owned> owned) {
        this.owned = owned;
    }

    static Ownership empty() {
        return new Ownership(new LinkedHashMap<>());
    }

    /**
     * Reads entries.
     *
     * @throws IllegalArgumentException if one of them makes no sense
     */
    static Ownership read(List<ManagedFieldsEntry> entries) {
        var ownership = empty();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var operation = entry.operation();
            if (!Owner.APPLY.equals(operation) && !Owner.UPDATE.equals(operation)) {
                throw new IllegalArgumentException("operation must be `Apply` or `Update`");
            }
            var apiVersion = entry.apiVersion();
            if (apiVersion == null) {
                throw new IllegalArgumentException("apiVersion must not be empty");
            }
            if (entry.fieldsType() == null) {
                throw new IllegalArgumentException("missing fieldsType in managed fields entry " + i);
            } else if (!FIELDS_V1.equals(entry.fieldsType())) {
                throw new IllegalArgumentException(
                        "invalid fieldsType " + Scalars.quoted(entry.fieldsType()) + " in managed fields entry " + i);
            }
            var fields =
                    entry.fieldsV1() instanceof FieldsV1 known ? known : FieldsV1.of(FieldSet.read(entry.fieldsV1()));
            ownership.owned.put(
                    Owner.of(entry), new Owned(fields, apiVersion, Owner.APPLY.equals(operation), entry.time()));
        }
        return ownership;
    }

    /** Reads entries, or nothing if they make no sense. */
    static Ownership readLeniently(List<ManagedFieldsEntry> entries) {
        try {
            return read(entries);
        } catch (IllegalArgumentException e) {
            return empty();
        }
    }

    Ownership copy() {
        return new Ownership(new LinkedHashMap<>(owned));
    }

    boolean isEmpty() {
        return owned.isEmpty();
    }

    /** Whether all fields are owned in terms of one version. */
    boolean isAt(String apiVersion) {
        for (var fields : owned.values()) {
            if (!fields.apiVersion().equals(apiVersion)) {
                return false;
            }
        }
        return true;
    }

    /** Forgets owners of nothing. */
    Ownership withoutIdle() {
        owned.values().removeIf(fields -> fields.set().isEmpty());
        return this;
    }

    Map<Owner, Owned> owned() {
        return owned;
    }

    @Nullable
    Owned get(Owner owner) {
        return owned.get(owner);
    }

    void put(Owner owner, Owned fields) {
        owned.put(owner, fields);
    }

    /** Changes the set of an owner, who is no more if nothing is left. */
    void change(Owner owner, UnaryOperator<FieldSet> change) {
        var before = owned.get(owner);
        if (before != null) {
            var after = change.apply(before.set());
            if (after.isEmpty()) {
                owned.remove(owner);
            } else if (after != before.set()) {
                owned.put(owner, before.with(after));
            }
        }
    }

    /** The entries in the order in which they are stored. */
    List<ManagedFieldsEntry> entries() {
        var entries = new ArrayList<ManagedFieldsEntry>(owned.size());
        owned.forEach((owner, fields) -> entries.add(new ManagedFieldsEntry(
                owner.manager(),
                fields.applied() ? Owner.APPLY : owner.operation(),
                fields.apiVersion(),
                fields.time(),
                FIELDS_V1,
                fields.fields(),
                owner.subresource())));
        if (entries.size() > 1) {
            entries.sort(Ownership::order);
        }
        return List.copyOf(entries);
    }

    private static int order(ManagedFieldsEntry one, ManagedFieldsEntry other) {
        int order = TEXT.compare(one.operation(), other.operation());
        order = order != 0 ? order : Long.compare(seconds(one.time()), seconds(other.time()));
        order = order != 0 ? order : TEXT.compare(one.manager(), other.manager());
        order = order != 0 ? order : TEXT.compare(one.apiVersion(), other.apiVersion());
        return order != 0 ? order : TEXT.compare(one.subresource(), other.subresource());
    }

    private static long seconds(@Nullable Instant time) {
        return time == null ? 0 : time.getEpochSecond();
    }

    /**
     * Merges the oldest updates of a version into one entry while there are too many, so that objects that many update do
     * not grow for ever.
     */
    void capUpdates(int most) {
        var updaters = new ArrayList<Owner>();
        owned.forEach((owner, fields) -> {
            if (!fields.applied()) {
                updaters.add(owner);
            }
        });
        if (updaters.size() <= most) {
            return;
        }
        updaters.sort(
                Comparator.comparingLong((Owner owner) -> seconds(owned(owner).time()))
                        .thenComparing(Comparator.naturalOrder()));
        int left = updaters.size();
        var firsts = new LinkedHashMap<String, Owner>();
        for (var owner : updaters) {
            if (left <= most) {
                break;
            }
            var fields = owned(owner);
            var bucket = new Owner("ancient-changes", Owner.UPDATE, fields.apiVersion(), null);
            var first = firsts.putIfAbsent(fields.apiVersion(), owner);
            if (first != null) {
                var before = owned.containsKey(bucket) ? owned(bucket) : owned(first);
                owned.remove(owned.containsKey(bucket) ? bucket : first);
                owned.remove(owner);
                owned.put(
                        bucket,
                        new Owned(
                                FieldsV1.of(fields.set().union(before.set())),
                                fields.apiVersion(),
                                false,
                                fields.time()));
                left--;
            }
        }
    }

    private Owned owned(Owner owner) {
        return java.util.Objects.requireNonNull(owned.get(owner));
    }
}
