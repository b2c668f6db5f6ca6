package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.value.Absent;
import java.util.Iterator;
import java.util.List;

/**
 * A list of objects as the API answers it.
 *
 * @param metadata resource version of the list, and where it goes on
 * @param items the objects, in key order
 * @param <T> kind of the items
 */
public record ObjectList<T extends KubernetesObject>(ListMeta metadata, List<T> items) implements Iterable<T> {
    public ObjectList {
        metadata = Absent.or(metadata, ListMeta.EMPTY);
        items = Absent.list(items);
    }

    @Override
    public Iterator<T> iterator() {
        return items.iterator();
    }
}
