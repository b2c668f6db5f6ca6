package io.kubelayers.nucleus.namespace;

import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.meta.ConditionStatus;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/** What the conditions of a namespace on its way out say (namespaced_resources_deleter.go, status_condition_utils.go). */
final class NamespaceConditions {
    private NamespaceConditions() {}

    /**
     * Objects that are still there.
     *
     * @param resource plural and group
     * @param objects the objects
     */
    record Remaining(String resource, List<KubernetesObject> objects) {}

    /**
     * All of them.
     *
     * @param remaining what is still there
     * @param unknown versions of groups, {@code metrics.k8s.io/v1beta1}, whose resources nobody knows, because the server
     *     that they are registered for does not answer
     */
    static List<Namespace.Condition> of(
            Namespace namespace, List<Remaining> remaining, SortedSet<String> unknown, Instant now) {
        var conditions = new ArrayList<Namespace.Condition>();
        conditions.add(condition(
                namespace,
                "NamespaceDeletionDiscoveryFailure",
                !unknown.isEmpty(),
                unknown.isEmpty() ? "ResourcesDiscovered" : "DiscoveryFailed",
                unknown.isEmpty() ? "All resources successfully discovered" : discovery(unknown),
                now));
        conditions.add(condition(
                namespace,
                "NamespaceDeletionGroupVersionParsingFailure",
                false,
                "ParsedGroupVersions",
                "All legacy kube types successfully parsed",
                now));
        conditions.add(condition(
                namespace,
                "NamespaceDeletionContentFailure",
                false,
                "ContentDeleted",
                remaining.isEmpty()
                        ? "All content successfully deleted"
                        : "All content successfully deleted, may be waiting on finalization",
                now));
        conditions.add(condition(
                namespace,
                "NamespaceContentRemaining",
                !remaining.isEmpty(),
                remaining.isEmpty() ? "ContentRemoved" : "SomeResourcesRemain",
                remaining.isEmpty() ? "All content successfully removed" : resources(remaining),
                now));
        var finalizers = finalizers(remaining);
        conditions.add(condition(
                namespace,
                "NamespaceFinalizersRemaining",
                !finalizers.isEmpty(),
                finalizers.isEmpty() ? "ContentHasNoFinalizers" : "SomeFinalizersRemain",
                finalizers.isEmpty() ? "All content-preserving finalizers finished" : finalizers(finalizers),
                now));
        return conditions;
    }

    private static String discovery(SortedSet<String> unknown) {
        var failures = new ArrayList<String>();
        for (var version : unknown) {
            failures.add(version + ": stale GroupVersion discovery: " + version);
        }
        return "Discovery failed for some groups, " + unknown.size()
                + " failing: unable to retrieve the complete list of server APIs: " + String.join(", ", failures);
    }

    private static String resources(List<Remaining> remaining) {
        var texts = remaining.stream()
                .map(one -> one.resource() + ". has " + one.objects().size() + " resource instances")
                .sorted()
                .toList();
        return "Some resources are remaining: " + String.join(", ", texts);
    }

    private static Map<String, Integer> finalizers(List<Remaining> remaining) {
        var counts = new TreeMap<String, Integer>();
        for (var one : remaining) {
            for (var object : one.objects()) {
                object.metadata().finalizers().forEach(finalizer -> counts.merge(finalizer, 1, Integer::sum));
            }
        }
        return counts;
    }

    private static String finalizers(Map<String, Integer> counts) {
        var texts = new ArrayList<String>();
        counts.forEach((finalizer, count) -> texts.add(finalizer + " in " + count + " resource instances"));
        return "Some content in the namespace has finalizers remaining: " + String.join(", ", texts);
    }

    private static Namespace.Condition condition(
            Namespace namespace, String type, boolean status, String reason, String message, Instant now) {
        var text = status ? ConditionStatus.TRUE : ConditionStatus.FALSE;
        var since = namespace.status().conditions().stream()
                .filter(known -> known.type().equals(type) && known.status().equals(text))
                .map(Namespace.Condition::lastTransitionTime)
                .findFirst()
                .orElse(now);
        return new Namespace.Condition(type, text, since, reason, message);
    }
}
