package io.kubelayers.nucleus.apply;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds new ownership, and on apply the new object (structured-merge-diff {@code merge/update.go}).
 *
 * @param shape shape of the kind in the version at hand
 * @param apiVersion that version
 * @param versions the others
 * @param ignored fields that the server resets in such a request, which therefore nobody comes to own by it
 */
record Updater(Shape shape, String apiVersion, ApplyVersions versions, FieldSet ignored) {
    /** An object in one version. */
    private record Typed(@Nullable Object tree, Shape shape, String apiVersion) {
        FieldSet fields() {
            return Fields.of(shape, tree);
        }

        Typed without(FieldSet fields) {
            return new Typed(TreeRemoval.without(shape, tree, fields), shape, apiVersion);
        }
    }

    private @Nullable Typed convert(Typed object, String version) {
        if (object.apiVersion.equals(version)) {
            return object;
        }
        var other = version.equals(apiVersion) ? shape : versions.shape(version);
        if (other == null || !(object.tree instanceof Map<?, ?>)) {
            return null;
        }
        return new Typed(versions.convert(tree(object.tree), version), other, version);
    }

    @SuppressWarnings("unchecked") // trees have string keys only
    private static Map<String, @Nullable Object> tree(Object tree) {
        return (Map<String, @Nullable Object>) tree;
    }

    /** Fields that have become parts of atomic values are owned as those. */
    void reconcile(Ownership ownership) {
        for (var owner : java.util.List.copyOf(ownership.owned().keySet())) {
            var owned = Objects.requireNonNull(ownership.get(owner));
            var type = owned.apiVersion().equals(apiVersion) ? shape : versions.shape(owned.apiVersion());
            if (type != null && owned.fields().isKnown()) {
                ownership.change(owner, set -> owned.fields().reconciled(type));
            }
        }
    }

    /**
     * Takes from all but one owner what has changed.
     *
     * @throws Conflicts if they own what was changed, unless forced
     */
    private void takeChanges(
            Ownership ownership,
            Supplier<? extends @Nullable Object> before,
            Supplier<? extends @Nullable Object> after,
            Comparison comparison,
            @Nullable Owner self,
            boolean force) {
        var byVersion = new HashMap<String, Comparison>();
        byVersion.put(apiVersion, comparison.without(ignored));
        var conflicts = new TreeMap<Owner, FieldSet>();
        var removed = new LinkedHashMap<Owner, FieldSet>();
        for (var owner : java.util.List.copyOf(ownership.owned().keySet())) {
            if (owner.equals(self)) {
                continue;
            }
            var owned = Objects.requireNonNull(ownership.get(owner));
            var changes = byVersion.get(owned.apiVersion());
            if (changes == null) {
                changes = compareAt(owned.apiVersion(), before.get(), after.get());
                if (changes == null) {
                    ownership.owned().remove(owner);
                    continue;
                }
                byVersion.put(owned.apiVersion(), changes);
            }
            if (changes.isSame()) {
                continue;
            }
            var written = changes.modified().union(changes.added());
            if (owned.fields().mayHave(written)) {
                var taken = owned.set().intersection(written);
                if (!taken.isEmpty()) {
                    conflicts.put(owner, taken);
                }
            }
            if (!changes.removed().isEmpty() && owned.fields().mayHave(changes.removed())) {
                removed.put(owner, changes.removed());
            }
        }
        if (!force && !conflicts.isEmpty()) {
            throw new Conflicts(conflicts);
        }
        conflicts.forEach((owner, set) -> ownership.change(owner, own -> own.difference(set)));
        removed.forEach((owner, set) -> ownership.change(owner, own -> own.difference(set)));
    }

    private @Nullable Comparison compareAt(String version, @Nullable Object before, @Nullable Object after) {
        var old = convert(new Typed(before, shape, apiVersion), version);
        var young = convert(new Typed(after, shape, apiVersion), version);
        return old == null || young == null
                ? null
                : Comparison.of(old.shape, old.tree, young.tree).without(ignored);
    }

    /** What an update makes its doer own; the others lose what has changed. */
    FieldSet update(Ownership ownership, Change change) {
        var comparison = Comparison.of(shape, change.before(), change.after());
        if (comparison.isSame() && ownership.isAt(apiVersion)) {
            return FieldSet.EMPTY;
        }
        takeChanges(ownership, change.wholeBefore(), change.wholeAfter(), comparison, null, true);
        return comparison.modified().union(comparison.added()).recursiveDifference(ignored);
    }

    /**
     * Applies.
     *
     * @return the new object; null if it is the live one
     * @throws Conflicts unless forced
     */
    @Nullable
    Object apply(Ownership ownership, @Nullable Object live, Map<String, ?> config, Owner self, boolean force) {
        var merged = TreeMerge.merge(shape, live, config);
        var last = ownership.get(self);
        var set = Fields.of(shape, config).recursiveDifference(ignored);
        ownership.put(self, new Ownership.Owned(FieldsV1.of(set), apiVersion, true, last == null ? null : last.time()));
        boolean nothingLeftOut = last != null
                && last.apiVersion().equals(apiVersion)
                && last.set().difference(set).isEmpty();
        var pruned = nothingLeftOut ? merged : prune(merged, ownership, last);
        takeChanges(ownership, () -> live, () -> pruned, Comparison.of(shape, live, pruned), self, force);
        return Scalars.equal(live, pruned) ? null : pruned;
    }

    /** Removes what was applied last time and is not this time, unless others own it. */
    private @Nullable Object prune(@Nullable Object merged, Ownership ownership, Ownership.@Nullable Owned last) {
        if (last == null || last.set().isEmpty()) {
            return merged;
        }
        var whole = convert(new Typed(merged, shape, apiVersion), last.apiVersion());
        if (whole == null) {
            return merged;
        }
        var pruned = whole.without(last.set().withNamedFields(whole.shape));
        pruned = addBackOwned(whole, pruned, ownership);
        var back = convert(addBackDangling(whole, pruned, last), apiVersion);
        return back == null ? merged : back.tree;
    }

    private Typed addBackOwned(Typed merged, Typed pruned, Ownership ownership) {
        var byVersion = new LinkedHashMap<String, FieldSet>();
        for (var owned : ownership.owned().values()) {
            byVersion.merge(owned.apiVersion(), owned.set(), FieldSet::union);
        }
        var result = pruned;
        var own = byVersion.remove(pruned.apiVersion);
        if (own != null) {
            result = addBack(merged, result, own);
        }
        for (var entry : byVersion.entrySet()) {
            var mergedThere = convert(merged, entry.getKey());
            var prunedThere = convert(result, entry.getKey());
            if (mergedThere != null && prunedThere != null) {
                var back = convert(addBack(mergedThere, prunedThere, entry.getValue()), pruned.apiVersion);
                result = back == null ? result : back;
            }
        }
        return result;
    }

    private static Typed addBack(Typed merged, Typed pruned, FieldSet managed) {
        var all = merged.fields().withNamedFields(merged.shape);
        var kept = pruned.fields().withNamedFields(merged.shape).union(managed.withNamedFields(merged.shape));
        return merged.without(all.difference(kept));
    }

    /** Only what the applier owned goes, not what nobody does. */
    private static Typed addBackDangling(Typed merged, Typed pruned, Ownership.Owned last) {
        var all = merged.fields().withNamedFields(merged.shape);
        var kept = pruned.fields().withNamedFields(merged.shape);
        return merged.without(all.difference(kept).intersection(last.set().withNamedFields(merged.shape)));
    }
}
