package io.kubelayers.nucleus.codec;

import com.google.common.collect.ImmutableSortedMap;
import io.kubelayers.nucleus.value.Absent;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON objects with free keys: sorted by key, as they are written. */
final class MapCodec extends ValueCodec {
    private final ValueCodec item;
    private final @Nullable String named;

    /**
     * A codec of maps.
     *
     * @param named what upstream calls such maps; null if they have no name
     */
    MapCodec(ValueCodec item, @Nullable String named) {
        this.item = item;
        this.named = named;
    }

    @Override
    Object read(Object tree, Decoding in) {
        if (!(tree instanceof Map<?, ?> map)) {
            throw in.mismatch("an object", tree, goType(), ConverterWords.map(tree));
        }
        if (map.isEmpty()) {
            return Absent.givenMap();
        }
        TreeMap<String, Object> values = new TreeMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = (String) entry.getKey();
            Object value = entry.getValue();
            if (value == null) {
                Object zero = item.zero();
                if (zero != null) {
                    values.put(key, zero);
                }
                continue;
            }
            in.path.enter(key);
            values.put(key, item.read(value, in));
            in.path.leave();
        }
        return ImmutableSortedMap.copyOfSorted(values);
    }

    @Override
    void write(Object value, Sink out) {
        out.startObject();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
            out.key((String) entry.getKey());
            item.write(entry.getValue(), out);
        }
        out.endObject();
    }

    @Override
    Object zero() {
        return ImmutableSortedMap.of();
    }

    @Override
    boolean empty(Object value) {
        return ((Map<?, ?>) value).isEmpty();
    }

    @Override
    String goType() {
        return named == null ? "map[string]" + item.goType() : named;
    }
}
