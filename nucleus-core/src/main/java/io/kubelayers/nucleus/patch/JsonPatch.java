package io.kubelayers.nucleus.patch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * RFC 6902: a list of operations, applied in order, all or none.
 *
 * <p>Where upstream's library differs from the RFC, so does this: negative indexes count from the end, {@code replace} of
 * a missing member adds it, {@code copy} of a missing member gives null, unknown members of operations are ignored, and an
 * operation is looked at only when it is its turn.
 */
public final class JsonPatch {
    /** Most operations of one patch, as the API server allows (apiserver {@code handlers/patch.go}). */
    public static final int MOST_OPERATIONS = 10_000;

    private JsonPatch() {}

    /**
     * The target as the operations leave it; the target itself is not changed, and parts that no operation touches are
     * shared with it.
     *
     * @throws PatchException if the patch is no list of operations, or one of them does not apply
     */
    public static @Nullable Object apply(@Nullable Object target, @Nullable Object patch) {
        if (!(patch instanceof List<?> operations)) {
            if (patch == null) {
                return target;
            }
            throw PatchException.malformed(
                    "json: cannot unmarshal " + Values.jsonType(patch) + " into Go value of type jsonpatch.Patch");
        }
        for (var operation : operations) {
            if (operation != null && !(operation instanceof Map)) {
                throw PatchException.malformed("json: cannot unmarshal " + Values.jsonType(operation)
                        + " into Go value of type jsonpatch.Operation");
            }
        }
        if (target != null && !(target instanceof Map) && !(target instanceof List)) {
            throw new PatchException("json: cannot unmarshal " + Values.jsonType(target)
                    + " into Go value of type jsonpatch.partialDoc");
        }
        var document = new JsonDocument(target);
        for (var operation : operations) {
            JsonOperation.of(operation).run(document);
        }
        return document.root();
    }
}
