package io.kubelayers.nucleus.patch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes' own patch: as a merge patch, but lists merge by the key that their type declares, and directives say what
 * else is meant (apimachinery {@code strategicpatch/patch.go}).
 *
 * <table>
 * <caption>Directives</caption>
 * <tr><td>{@code $patch: replace}</td><td>the object, or the list it is an item of, is replaced</td></tr>
 * <tr><td>{@code $patch: delete}</td><td>the object becomes empty; as an item of a list, the item of that key goes</td></tr>
 * <tr><td>{@code $retainKeys}</td><td>fields that are not named go</td></tr>
 * <tr><td>{@code $deleteFromPrimitiveList/field}</td><td>these scalars go</td></tr>
 * <tr><td>{@code $setElementOrder/field}</td><td>the order the items are to have</td></tr>
 * </table>
 *
 * <pre>{@code
 * PatchSchema pods = PatchSchema.of(Pod.class);
 * var patch = StrategicMergePatch.create(before, after, pods);
 * StrategicMergePatch.apply(before, patch, pods);                                // after
 * StrategicMergePatch.createThreeWay(lastApplied, manifest, live, pods, true);   // what kubectl apply sends
 * }</pre>
 *
 * <p>Trees are plain maps, lists and scalars; arguments are never changed.
 */
public final class StrategicMergePatch {
    private StrategicMergePatch() {}

    /**
     * The object as the patch leaves it. Costs time and memory for what the patch touches only.
     *
     * @throws PatchException if the patch makes no sense for the object
     */
    public static Map<String, @Nullable Object> apply(Map<String, ?> object, Map<String, ?> patch, PatchSchema schema) {
        return StrategicMerge.INTO_OBJECT.objects(Values.map(object), Values.copyMap(patch), schema);
    }

    /**
     * A patch that makes the modified object out of the original one.
     *
     * @throws PatchException if the objects do not fit their type, such as an item of a list without its merge key
     */
    public static Map<String, @Nullable Object> create(
            Map<String, ?> original, Map<String, ?> modified, PatchSchema schema) {
        return StrategicDiff.FULL.objects(Values.copyMap(original), Values.copyMap(modified), schema);
    }

    /**
     * A patch that brings the current object to the modified state, and removes what was in the original and is no longer;
     * what others have added since stays.
     *
     * @param original what was applied last; empty if nothing was
     * @param overwrite whether changes that others have made since may be overwritten
     * @throws PatchConflictException if not, and somebody changed what the patch changes too
     * @throws PatchException if the objects do not fit their type
     */
    public static Map<String, @Nullable Object> createThreeWay(
            Map<String, ?> original,
            Map<String, ?> modified,
            Map<String, ?> current,
            PatchSchema schema,
            boolean overwrite) {
        var before = Values.copyMap(original);
        var wanted = Values.copyMap(modified);
        var live = Values.copyMap(current);
        var delta = StrategicDiff.CHANGES.objects(live, wanted, schema);
        var deletions = StrategicDiff.DELETIONS.objects(before, wanted, schema);
        var patch = StrategicMerge.INTO_PATCH.objects(deletions, delta, schema);
        if (!overwrite) {
            var made = StrategicDiff.WITHOUT_ORDER.objects(before, live, schema);
            if (StrategicConflicts.between(patch, made, schema)) {
                throw new PatchConflictException("patch:\n" + Values.text(patch)
                        + "\nconflicts with changes made from original to current:\n" + Values.text(made) + "\n");
            }
        }
        return patch;
    }
}
