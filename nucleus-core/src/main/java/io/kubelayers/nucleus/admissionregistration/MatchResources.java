package io.kubelayers.nucleus.admissionregistration;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses requests by namespace, object labels and resource rules; all parts must fit.
 *
 * @param namespaceSelector Labels of the object's namespace; null or empty fits all, cluster-wide objects always
 *     fit.
 * @param objectSelector Labels of the old or new object, either may fit; null or empty fits all.
 * @param resourceRules Resources and operations looked at, any one may fit.
 * @param excludeResourceRules Resources and operations left out, stronger than resourceRules; empty leaves out
 *     none.
 * @param matchPolicy Exact fits only named groups and versions, Equivalent others of the same resource too; null
 *     means Equivalent.
 */
@Atomic
@RecordBuilder
public record MatchResources(
        @Pb(1) @Nullable LabelSelector namespaceSelector,
        @Pb(2) @Nullable LabelSelector objectSelector,
        @Atomic @Pb(3) List<NamedRuleWithOperations> resourceRules,
        @Atomic @Pb(4) List<NamedRuleWithOperations> excludeResourceRules,
        @Default("Equivalent") @EnumValues(MatchPolicyType.class) @Pb(7) @Nullable String matchPolicy)
        implements MatchResourcesBuilder.With {
    public MatchResources {
        resourceRules = Absent.list(resourceRules);
        excludeResourceRules = Absent.list(excludeResourceRules);
    }

    /**
     * Operations on resources, optionally only on objects of certain names.
     *
     * @param resourceNames Object names that fit; empty fits every name.
     * @param operations CREATE, UPDATE, DELETE, CONNECT, or a single * for all.
     * @param apiGroups API groups, an empty string is the core group; a single * fits all.
     * @param apiVersions API versions; a single * fits all.
     * @param resources Plural resource names, subresources as parent/child, with * for either part.
     * @param scope Cluster, Namespaced or *; null means *.
     */
    @Atomic
    @RecordBuilder
    public record NamedRuleWithOperations(
            @Atomic @Pb(1) List<String> resourceNames,
            @Atomic @EnumValues(OperationType.class) @Pb({2, 1}) List<String> operations,
            @Atomic @Pb({2, 2, 1}) List<String> apiGroups,
            @Atomic @Pb({2, 2, 2}) List<String> apiVersions,
            @Atomic @Pb({2, 2, 3}) List<String> resources,
            @Default("*") @EnumValues(ScopeType.class) @Pb({2, 2, 4}) @Nullable String scope)
            implements MatchResourcesNamedRuleWithOperationsBuilder.With {
        public NamedRuleWithOperations {
            resourceNames = Absent.list(resourceNames);
            operations = Absent.list(operations);
            apiGroups = Absent.list(apiGroups);
            apiVersions = Absent.list(apiVersions);
            resources = Absent.list(resources);
        }
    }
}
