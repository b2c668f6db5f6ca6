package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * TODO-DOC.
 *
 * @param verbs TODO-DOC
 * @param apiGroups TODO-DOC
 * @param resources TODO-DOC
 * @param resourceNames TODO-DOC
 * @param nonResourceURLs TODO-DOC
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

}
