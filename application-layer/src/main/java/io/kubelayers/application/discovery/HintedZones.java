package io.kubelayers.application.discovery;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is remembered of a Service whose endpoints are given to zones.
 *
 * @param told whether it was told that they are
 * @param byFamily how many endpoints each zone has, by address family
 */
record HintedZones(boolean told, Map<String, Map<String, Integer>> byFamily) {
    static final HintedZones NONE = new HintedZones(false, Map.of());

    HintedZones with(String family, Map<String, Integer> endpointsByZone) {
        var all = new TreeMap<>(byFamily);
        all.put(family, endpointsByZone);
        return new HintedZones(true, all);
    }

    HintedZones without(String family) {
        if (!told && !byFamily.containsKey(family)) {
            return this;
        }
        var rest = new TreeMap<>(byFamily);
        rest.remove(family);
        return new HintedZones(false, rest);
    }

    boolean areOverloaded(ZoneShares shares) {
        return byFamily.values().stream().anyMatch(shares::overload);
    }
}
