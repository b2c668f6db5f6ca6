package io.kubelayers.nucleus.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * RFC 7386: objects merge, null removes, everything else is replaced.
 *
 * <p>As in upstream's library, nulls are also taken out of objects inside lists of the patch, and a patch that is a scalar
 * is refused.
 *
 * <pre>{@code
 * Object patch = MergePatch.create(before, after);
 * MergePatch.apply(before, patch);                                     // after
 * MergePatch.createThreeWay(lastApplied, manifest, live);              // what kubectl apply sends for custom resources
 * }</pre>
 */
public final class MergePatch {
    private static final String BAD_DOCUMENT = "Invalid JSON Document";
    private static final String BAD_PATCH = "Invalid JSON Patch";

    private MergePatch() {}

    /**
     * The target as the patch leaves it; parts that did not change are shared with it.
     *
     * @throws PatchException if the patch is neither an object nor a list, or the target is null
     */
    public static @Nullable Object apply(@Nullable Object target, @Nullable Object patch) {
        if (target == null) {
            throw new PatchException(BAD_DOCUMENT);
        }
        if (patch == null || Values.type(patch).isScalar()) {
            throw PatchException.malformed(BAD_PATCH);
        }
        if (target instanceof Map<?, ?> && patch instanceof Map<?, ?>) {
            return merge(Values.map(target), Values.map(patch));
        }
        return pruned(patch);
    }

    private static Map<String, @Nullable Object> merge(
            Map<String, @Nullable Object> target, Map<String, @Nullable Object> patch) {
        var merged = new LinkedHashMap<>(target);
        patch.forEach((name, change) -> {
            var old = merged.get(name);
            if (change == null) {
                merged.remove(name);
            } else if (old instanceof Map<?, ?>) {
                merged.put(name, change instanceof Map<?, ?> ? merge(Values.map(old), Values.map(change)) : change);
            } else {
                merged.put(name, pruned(change));
            }
        });
        return merged;
    }

    /** A value of a patch without the nulls that mean removal; those that are items of lists stay. */
    private static @Nullable Object pruned(@Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            var kept = new LinkedHashMap<String, @Nullable Object>();
            Values.map(value).forEach((name, member) -> {
                if (member != null) {
                    kept.put(name, pruned(member));
                }
            });
            return kept;
        }
        if (value instanceof List<?> list) {
            var items = new ArrayList<@Nullable Object>(list.size());
            for (var item : list) {
                items.add(pruned(item));
            }
            return items;
        }
        return value;
    }

    /**
     * A patch that makes the modified document out of the original one. Two lists of objects of the same length give a
     * list of patches.
     *
     * @throws PatchException if the documents are not both objects or both lists of objects
     */
    public static Object create(@Nullable Object original, @Nullable Object modified) {
        if (original instanceof List<?> != modified instanceof List<?>) {
            throw new PatchException("Mismatched JSON Documents");
        }
        if (original instanceof List<?> before && modified instanceof List<?> after) {
            if (before.size() != after.size()) {
                throw new PatchException(BAD_DOCUMENT);
            }
            var patches = new ArrayList<>();
            for (int i = 0; i < before.size(); i++) {
                patches.add(difference(document(before.get(i)), document(after.get(i))));
            }
            return patches;
        }
        return difference(document(original), document(modified));
    }

    private static Map<String, @Nullable Object> document(@Nullable Object value) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map)) {
            throw new PatchException(BAD_DOCUMENT);
        }
        return Values.map(value);
    }

    private static Map<String, @Nullable Object> difference(
            Map<String, @Nullable Object> original, Map<String, @Nullable Object> modified) {
        var patch = new LinkedHashMap<String, @Nullable Object>();
        modified.forEach((name, after) -> {
            var before = original.get(name);
            if (before instanceof Map<?, ?> && after instanceof Map<?, ?>) {
                var inner = difference(Values.map(before), Values.map(after));
                if (!inner.isEmpty()) {
                    patch.put(name, inner);
                }
            } else if (!original.containsKey(name) || !sameNumbersOrEqual(before, after)) {
                patch.put(name, after);
            }
        });
        for (var name : original.keySet()) {
            if (!modified.containsKey(name)) {
                patch.put(name, null);
            }
        }
        return patch;
    }

    /** Equality for which all numbers are of one type, as in upstream's library. */
    private static boolean sameNumbersOrEqual(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number left && other instanceof Number right) {
            return Values.equal(left, right) || left.doubleValue() == right.doubleValue();
        }
        if (one instanceof List<?> left && other instanceof List<?> right) {
            boolean same = left.size() == right.size();
            for (int i = 0; same && i < left.size(); i++) {
                same = sameNumbersOrEqual(left.get(i), right.get(i));
            }
            return same;
        }
        if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
            return left.keySet().equals(right.keySet())
                    && left.keySet().stream().allMatch(key -> sameNumbersOrEqual(left.get(key), right.get(key)));
        }
        return Values.equal(one, other);
    }

    /**
     * The patch that brings a live object to the modified state and removes what was there originally and is no longer:
     * additions and changes from current to modified, removals from original to modified (apimachinery {@code
     * jsonmergepatch}).
     *
     * @param original what was applied last; null if nothing was
     * @throws PatchConflictException if a change and a removal touch the same field
     */
    public static Map<String, @Nullable Object> createThreeWay(
            @Nullable Object original, @Nullable Object modified, @Nullable Object current) {
        var changes = filtered(difference(document(current), document(modified)), false);
        var removals = filtered(difference(document(original), document(modified)), true);
        if (conflict(changes, removals)) {
            throw new PatchConflictException("patch:\n" + Values.text(changes)
                    + "\nconflicts with changes made from original to current:\n" + Values.text(removals) + "\n");
        }
        return merge(removals, changes);
    }

    /** Only the removals of a patch, or all but them; objects that become empty by that go too. */
    private static Map<String, @Nullable Object> filtered(Map<String, @Nullable Object> patch, boolean removals) {
        var kept = new LinkedHashMap<String, @Nullable Object>();
        patch.forEach((name, change) -> {
            if (change instanceof Map<?, ?> map && !map.isEmpty()) {
                var inner = filtered(Values.map(change), removals);
                if (!inner.isEmpty()) {
                    kept.put(name, inner);
                }
            } else if ((change == null) == removals) {
                kept.put(name, change);
            }
        });
        return kept;
    }

    private static boolean conflict(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
            for (var name : one.keySet()) {
                if (other.containsKey(name) && conflict(one.get(name), other.get(name))) {
                    return true;
                }
            }
            return false;
        }
        return !Values.equal(left, right);
    }
}
