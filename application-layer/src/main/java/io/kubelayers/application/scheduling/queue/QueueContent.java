package io.kubelayers.application.scheduling.queue;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The pods of a queue by name and, sorted, by place. Immutable: a persistent map and a persistent set a place, so a
 * change costs a logarithm.
 */
final class QueueContent {
    private final PSortedMap<String, QueueItem> items;
    private final Map<QueuePlace, PSortedSet<QueueItem>> places;

    private QueueContent(PSortedMap<String, QueueItem> items, Map<QueuePlace, PSortedSet<QueueItem>> places) {
        this.items = items;
        this.places = places;
    }

    static QueueContent empty(QueueOrder order) {
        var places = new EnumMap<QueuePlace, PSortedSet<QueueItem>>(QueuePlace.class);
        for (var place : QueuePlace.values()) {
            Comparator<QueueItem> by =
                    switch (place) {
                        case ACTIVE -> order.byTurn();
                        case BACKOFF, ERROR_BACKOFF -> order.byBackoffEnd();
                        case UNSCHEDULABLE, GATED, IN_FLIGHT -> order.byAge();
                    };
            places.put(place, TreePSet.empty(by));
        }
        return new QueueContent(TreePMap.empty(), places);
    }

    PSortedMap<String, QueueItem> items() {
        return items;
    }

    @Nullable
    QueueItem get(String key) {
        return items.get(key);
    }

    /** The pods in a place, in its order. */
    PSortedSet<QueueItem> at(QueuePlace place) {
        var found = places.get(place);
        if (found == null) {
            throw new IllegalStateException("no place " + place);
        }
        return found;
    }

    Optional<QueueItem> first(QueuePlace place) {
        var there = at(place);
        return there.isEmpty() ? Optional.empty() : Optional.of(there.first());
    }

    /** With this pod as it is now, wherever it was before. */
    QueueContent with(QueueItem item) {
        var without = without(item.key());
        var changed = new EnumMap<>(without.places);
        changed.put(item.place(), without.at(item.place()).plus(item));
        return new QueueContent(without.items.plus(item.key(), item), changed);
    }

    QueueContent without(String key) {
        var item = items.get(key);
        if (item == null) {
            return this;
        }
        var changed = new EnumMap<>(places);
        changed.put(item.place(), without(at(item.place()), item));
        return new QueueContent(items.minus(key), changed);
    }

    private static PSortedSet<QueueItem> without(PSortedSet<QueueItem> set, QueueItem item) {
        var left = set.minus(item);
        // not found where it should be: the profile's order contradicts itself, which must not cost a pod
        return left.size() < set.size() ? left : sortedAnew(set, item.key());
    }

    /** The same pods, where the order is another by now. */
    QueueContent sortedAnew() {
        var sorted = new EnumMap<QueuePlace, PSortedSet<QueueItem>>(QueuePlace.class);
        places.forEach((place, set) -> sorted.put(place, sortedAnew(set, "")));
        return new QueueContent(items, sorted);
    }

    private static PSortedSet<QueueItem> sortedAnew(PSortedSet<QueueItem> set, String without) {
        PSortedSet<QueueItem> sorted = TreePSet.empty(set.comparator());
        for (var item : set) {
            sorted = item.key().equals(without) ? sorted : sorted.plus(item);
        }
        return sorted;
    }
}
