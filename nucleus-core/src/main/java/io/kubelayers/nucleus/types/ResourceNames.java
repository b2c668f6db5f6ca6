package io.kubelayers.nucleus.types;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the resource a text means, by every name a resource has. */
final class ResourceNames {
    private final Map<String, List<ResourceType>> byName = new HashMap<>();
    private final TypeRegistry registry;

    ResourceNames(Collection<ResourceType> resources, TypeRegistry registry) {
        this.registry = registry;
        // full names before abbreviations: a short name never hides another resource's plural
        for (ResourceType type : resources) {
            add(type.plural(), type);
            add(type.singular(), type);
            add(type.kind().toLowerCase(Locale.ROOT), type);
        }
        for (ResourceType type : resources) {
            for (String shortName : type.shortNames()) {
                add(shortName, type);
            }
        }
    }

    private void add(String name, ResourceType type) {
        List<ResourceType> types = byName.get(name);
        if (types == null) {
            types = new ArrayList<>(1);
            byName.put(name, types);
        }
        for (ResourceType known : types) {
            if (known == type) {
                return;
            }
        }
        types.add(type);
    }

    Optional<ResourceType> resolve(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        if (dot < 0) {
            return best(byName.getOrDefault(name, List.of()));
        }
        List<ResourceType> candidates = byName.getOrDefault(name.substring(0, dot), List.of());
        String rest = name.substring(dot + 1);
        Optional<ResourceType> exact = best(inGroup(candidates, rest));
        if (exact.isPresent()) {
            return exact;
        }
        Optional<ResourceType> versioned = inVersion(candidates, rest);
        return versioned.isPresent() ? versioned : best(inGroupStarting(candidates, rest));
    }

    private static Optional<ResourceType> inVersion(List<ResourceType> candidates, String rest) {
        int dot = rest.indexOf('.');
        String version = dot < 0 ? rest : rest.substring(0, dot);
        String group = dot < 0 ? "" : rest.substring(dot + 1);
        for (ResourceType type : candidates) {
            if (type.version().equals(version) && type.group().equals(group)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static List<ResourceType> inGroup(List<ResourceType> candidates, String group) {
        return candidates.stream().filter(type -> type.group().equals(group)).toList();
    }

    private static List<ResourceType> inGroupStarting(List<ResourceType> candidates, String prefix) {
        return candidates.stream()
                .filter(type -> type.group().startsWith(prefix))
                .toList();
    }

    private Optional<ResourceType> best(List<ResourceType> candidates) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        String group = candidates.get(0).group();
        String preferred = registry.preferredVersion(group);
        for (ResourceType type : candidates) {
            if (type.group().equals(group) && type.version().equals(preferred)) {
                return Optional.of(type);
            }
        }
        // the kind is not in the preferred version: the best of those it is in
        ResourceType best = candidates.get(0);
        for (ResourceType type : candidates) {
            if (type.group().equals(group) && VersionOrder.BEST_FIRST.compare(type.version(), best.version()) < 0) {
                best = type;
            }
        }
        return Optional.of(best);
    }
}
