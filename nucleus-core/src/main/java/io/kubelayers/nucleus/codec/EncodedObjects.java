package io.kubelayers.nucleus.codec;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectList;
import io.kubelayers.nucleus.types.ResourceType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of objects that are sent again and again, such as an event that a thousand clients watch or the items of a list:
 * each is encoded once for as long as it is in use. Objects are known by identity, which is that of one version of them; one
 * that nobody else holds any more is forgotten, and so are those not asked for lately beyond a limit of bytes.
 */
public final class EncodedObjects {
    private static final int END = 3;

    /** How many of the newest are found without keeping account of who was asked for when. */
    private static final int RECENT = 256;

    private static final int LARGE = 64 * 1024;

    private record Recent(KubernetesObject object, EncodedObject encoded) {}

    private final AtomicReferenceArray<@Nullable Recent> recent = new AtomicReferenceArray<>(RECENT);
    private final Cache<KubernetesObject, EncodedObject> known;

    /** @param mostBytes how much to keep, about */
    public EncodedObjects(long mostBytes) {
        known = CacheBuilder.newBuilder()
                .weakKeys()
                .maximumWeight(mostBytes)
                .weigher((KubernetesObject object, EncodedObject encoded) -> encoded.weight())
                .build();
    }

    /** The JSON of an object of a kind that has a record. */
    @SuppressWarnings("ReferenceEquality") // which is cheaper and, of versions of objects, as good
    public EncodedObject encode(KubernetesObject object, Codec codec) {
        int place = System.identityHashCode(object) % RECENT;
        var last = recent.get(place);
        if (last != null && last.object == object) {
            return last.encoded;
        }
        var encoded = held(object, codec);
        if (encoded.itemLength() < LARGE) {
            recent.set(place, new Recent(object, encoded));
        }
        return encoded;
    }

    private EncodedObject held(KubernetesObject object, Codec codec) {
        var encoded = known.getIfPresent(object);
        if (encoded == null) {
            encoded = codec.encode(object); // twice in a race, which does no harm
            known.put(object, encoded);
        }
        return encoded;
    }

    /** The JSON of a list of objects of a kind that has a record, with a line break behind it. */
    public byte[] encode(ObjectList<? extends KubernetesObject> list, ResourceType type, Codec codec) {
        var items = new EncodedObject[list.items().size()];
        int length = 0;
        int count = 0;
        for (var item : list.items()) {
            var encoded = held(item, codec);
            length += encoded.itemLength() + 1;
            items[count++] = encoded;
        }
        var empty = (codec.toJson(new ObjectList<>(list.metadata(), List.of()), type) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        return filled(empty, items, length);
    }

    /** The items put into an empty list, which ends in {@code []}} and a line break. */
    private static byte[] filled(byte[] empty, EncodedObject[] items, int length) {
        if (items.length == 0) {
            return empty;
        }
        int at = empty.length - END;
        var all = Arrays.copyOf(empty, empty.length + length - 1);
        for (var item : items) {
            at = item.copyItem(all, at);
            all[at++] = ',';
        }
        all[at - 1] = ']';
        all[at] = '}';
        all[at + 1] = '\n';
        return all;
    }
}
