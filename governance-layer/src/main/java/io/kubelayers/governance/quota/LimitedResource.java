package io.kubelayers.governance.quota;

import io.kubelayers.governance.quota.ResourceQuota.ScopedResourceSelectorRequirement;
import java.util.List;

/**
 * Admission configuration: a resource that may only be used where a quota covers its use.
 *
 * @param apiGroup group of the resource, empty for the core group
 * @param resource plural name
 * @param matchContains parts of quota names; use under a name with such a part needs a quota that tracks the name
 * @param matchScopes scopes; objects in such a scope need a quota with that scope
 */
public record LimitedResource(
        String apiGroup,
        String resource,
        List<String> matchContains,
        List<ScopedResourceSelectorRequirement> matchScopes) {
    public LimitedResource {
        matchContains = List.copyOf(matchContains);
        matchScopes = List.copyOf(matchScopes);
    }

    boolean limits(GroupResource other) {
        return apiGroup.equals(other.group()) && resource.equals(other.resource());
    }

    boolean limits(String quotaName) {
        return matchContains.stream().anyMatch(quotaName::contains);
    }
}
