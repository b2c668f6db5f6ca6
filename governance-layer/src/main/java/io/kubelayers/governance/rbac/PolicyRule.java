package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Grants verbs on resources or on plain URL paths, not on both in one rule.
 *
 * @param verbs Allowed verbs, such as get or list; a single * allows all.
 * @param apiGroups API groups of the resources; an empty string is the core group, * is all.
 * @param resources Plural resource names, subresources as parent/child; * is all.
 * @param resourceNames Names of single objects the rule is limited to; empty allows every name.
 * @param nonResourceURLs URL paths, a trailing * matches the rest; only in a ClusterRole bound cluster-wide.
 */
@RecordBuilder
public record PolicyRule(
        @Required @Atomic @Pb(1) List<String> verbs,
        @Atomic @Pb(2) List<String> apiGroups,
        @Atomic @Pb(3) List<String> resources,
        @Atomic @Pb(4) List<String> resourceNames,
        @Atomic @Pb(5) List<String> nonResourceURLs)
        implements PolicyRuleBuilder.With {
    public PolicyRule {
        verbs = Absent.list(verbs);
        apiGroups = Absent.list(apiGroups);
        resources = Absent.list(resources);
        resourceNames = Absent.list(resourceNames);
        nonResourceURLs = Absent.list(nonResourceURLs);
    }

    /** Allows verbs on resources of these groups, whatever the name of the object. */
    public static PolicyRule onResources(List<String> verbs, List<String> apiGroups, List<String> resources) {
        return new PolicyRule(verbs, apiGroups, resources, List.of(), List.of());
    }

    /** Whether this rule by itself allows a request. */
    public boolean allows(AccessRequest request) {
        return RuleMatch.of(request).allows(this);
    }

    /** Allows verbs on URL paths that are no resources. */
    public static PolicyRule onPaths(List<String> verbs, List<String> urls) {
        return new PolicyRule(verbs, List.of(), List.of(), List.of(), urls);
    }
}
