package io.kubelayers.nucleus.aggregation;

import io.kubelayers.nucleus.apiregistration.APIService;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.VersionOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The groups of a server and their versions in the order of discovery, those included that APIServices register for servers
 * elsewhere (kube-aggregator {@code apis/apiregistration/v1/helper}).
 */
public final class ServedGroups {
    private static final String FIRST = "apiregistration.k8s.io";

    /** Groups by the first of their services, versions by their priorities and then by how stable they are. */
    private static final Comparator<Entry> BY_NAME = Comparator.comparing((Entry entry) -> entry.priority.group())
            .reversed()
            .thenComparing(Entry::name);

    private static final Comparator<Entry> WITHIN_GROUP = Comparator.comparing(
                    (Entry entry) -> entry.priority.version())
            .reversed()
            .thenComparing(entry -> entry.version.version(), VersionOrder.BEST_FIRST);

    private final Map<String, List<Entry>> groups;
    private final Set<GroupVersion> elsewhere;

    private ServedGroups(Map<String, List<Entry>> groups, Set<GroupVersion> elsewhere) {
        this.groups = groups;
        this.elsewhere = elsewhere;
    }

    /**
     * The groups.
     *
     * @param served what this server answers itself
     * @param services all APIServices; they set priorities, and add what others serve
     */
    public static ServedGroups of(Collection<GroupVersion> served, Collection<APIService> services) {
        var entries = new LinkedHashMap<GroupVersion, Entry>();
        for (var version : served) {
            var priority = ServicePriority.builtIn(version).orElse(ServicePriority.CUSTOM);
            entries.put(version, new Entry(version, priority));
        }
        var elsewhere = new LinkedHashSet<GroupVersion>();
        for (var service : services) {
            var version = LocalServices.version(service);
            boolean here = entries.containsKey(version);
            if (!here && LocalServices.isMaintained(service)) {
                continue; // of a kind that is not served yet, or not any more
            }
            var spec = service.spec();
            entries.put(
                    version,
                    new Entry(version, new ServicePriority(spec.groupPriorityMinimum(), spec.versionPriority())));
            if (!here && spec.service() != null) {
                elsewhere.add(version);
            }
        }
        var sorted = new ArrayList<>(entries.values());
        sorted.sort(BY_NAME);
        var groups = new LinkedHashMap<String, List<Entry>>();
        if (sorted.stream().anyMatch(entry -> entry.version.group().equals(FIRST))) {
            groups.put(FIRST, new ArrayList<>());
        }
        for (var entry : sorted) {
            groups.computeIfAbsent(entry.version.group(), group -> new ArrayList<>())
                    .add(entry);
        }
        groups.values().forEach(versions -> versions.sort(WITHIN_GROUP));
        return new ServedGroups(groups, elsewhere);
    }

    /** The names of the groups, without the core group; equal ones by the names of their services, {@code v1.apps}. */
    public List<String> groups() {
        var names = new ArrayList<>(groups.keySet());
        names.remove("");
        return names;
    }

    /** The same, but equal ones by their own names, as the aggregated document has it. */
    public List<String> groupsByOwnName() {
        var names = new ArrayList<>(groups());
        names.sort(Comparator.comparing((String name) -> name.equals(FIRST) ? 0 : 1)
                .thenComparing(this::priority, Comparator.reverseOrder())
                .thenComparing(Comparator.naturalOrder()));
        return names;
    }

    private Integer priority(String group) {
        int highest = 0;
        for (var entry : groups.getOrDefault(group, List.of())) {
            highest = Math.max(highest, entry.priority.group());
        }
        return highest;
    }

    /** The versions of a group, the preferred one first; none for an unknown group. */
    public List<String> versions(String group) {
        var versions = new ArrayList<String>();
        for (var entry : groups.getOrDefault(group, List.of())) {
            versions.add(entry.version.version());
        }
        return versions;
    }

    /** Whether a version is registered for a server elsewhere. */
    public boolean isElsewhere(GroupVersion version) {
        return elsewhere.contains(version);
    }

    private record Entry(GroupVersion version, ServicePriority priority) {
        String name() {
            return version.version() + "." + version.group();
        }
    }
}
