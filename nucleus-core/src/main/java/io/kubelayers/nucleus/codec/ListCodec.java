package io.kubelayers.nucleus.codec;

import io.kubelayers.nucleus.value.Absent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON arrays. */
final class ListCodec extends ValueCodec {
    private final ValueCodec item;

    ListCodec(ValueCodec item) {
        this.item = item;
    }

    @Override
    Object read(Object tree, Decoding in) {
        if (!(tree instanceof List<?> list)) {
            throw in.mismatch("an array", tree, goType(), ConverterWords.slice(tree));
        }
        int size = list.size();
        if (size == 0) {
            return Absent.givenList();
        }
        @Nullable Object[] items = new Object[size];
        boolean nulls = false;
        for (int i = 0; i < size; i++) {
            Object value = list.get(i);
            if (value == null) {
                items[i] = item.zero();
                nulls |= items[i] == null;
                continue;
            }
            in.path.enter(i);
            items[i] = item.read(value, in);
            in.path.leave();
        }
        return nulls ? Collections.unmodifiableList(Arrays.asList(items)) : List.of(items);
    }

    @Override
    void write(Object value, Sink out) {
        out.startArray();
        for (Object one : (List<?>) value) {
            if (one == null) {
                out.nothing();
            } else {
                item.write(one, out);
            }
        }
        out.endArray();
    }

    @Override
    Object zero() {
        return List.of();
    }

    @Override
    boolean empty(Object value) {
        return ((List<?>) value).isEmpty();
    }

    @Override
    String goType() {
        return "[]" + item.goType();
    }
}
