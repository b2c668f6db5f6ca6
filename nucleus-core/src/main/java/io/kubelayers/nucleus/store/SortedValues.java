package io.kubelayers.nucleus.store;

import com.google.common.collect.Iterators;
import java.util.AbstractList;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * The values of a persistent sorted map as an immutable list. Making one and asking its size cost nothing and walking it
 * constant time a value; whoever asks for values by position, or walks it a second time, pays for an array once.
 */
final class SortedValues<V> extends AbstractList<V> {
    private final TreePMap<?, V> map;
    private volatile V @Nullable [] array;
    private volatile boolean walked;

    SortedValues(TreePMap<?, V> map) {
        this.map = map;
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public Iterator<V> iterator() {
        if (walked) {
            return Iterators.forArray(array());
        }
        walked = true;
        return map.values().iterator();
    }

    @Override
    public V get(int index) {
        return array()[index];
    }

    @SuppressWarnings("unchecked")
    private V[] array() {
        V[] known = array;
        if (known == null) {
            known = (V[]) map.values().toArray();
            array = known;
        }
        return known;
    }
}
