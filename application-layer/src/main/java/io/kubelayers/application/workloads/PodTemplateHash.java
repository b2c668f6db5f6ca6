package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The short text that tells revisions of a template apart: value of the label {@code pod-template-hash} and tail of
 * ReplicaSet names.
 *
 * <p>As upstream, it is an FNV-1a hash of 32 bits over a dump of the template and the collision count, written in
 * decimal with digits replaced so that it can't spell words. The dump itself is ours, the template's JSON: upstream prints
 * Go's view of the struct, whose text changes with every field that is added to the API. So hashes are stable here, but
 * not those of a given cluster; controllers never compare them, they compare templates.
 *
 * <p>Upstream source: {@code ComputeHash} in {@code pkg/controller/controller_utils.go}, {@code SafeEncodeString} in
 * {@code apimachinery/pkg/util/rand}.
 */
public final class PodTemplateHash {
    /** Label with which a Deployment keeps its ReplicaSets and their pods apart. */
    public static final String LABEL = "pod-template-hash";

    private static final String SAFE_ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    private PodTemplateHash() {}

    /** The hash of a template; a collision count gives it another value to try. */
    public static String of(PodTemplateSpec template, @Nullable Integer collisionCount) {
        return of(Codec.of(TypeRegistry.empty()).toJson(template), collisionCount);
    }

    /** The hash of any text that stands for a revision. */
    public static String of(String dump, @Nullable Integer collisionCount) {
        int hash = fnv1a(FNV_OFFSET, dump.getBytes(StandardCharsets.UTF_8));
        if (collisionCount != null) {
            int count = collisionCount;
            hash = fnv1a(hash, new byte[] {
                (byte) count, (byte) (count >> 8), (byte) (count >> 16), (byte) (count >> 24), 0, 0, 0, 0
            });
        }
        return safe(Integer.toUnsignedString(hash));
    }

    private static int fnv1a(int hash, byte[] bytes) {
        for (byte b : bytes) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    /** Replaces each character by one that can't form words (no vowels, no look-alikes). */
    static String safe(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(SAFE_ALPHABET.charAt(text.charAt(i) % SAFE_ALPHABET.length()));
        }
        return out.toString();
    }
}
