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
 * TODO-DOC.
 *
 * @param namespaceSelector TODO-DOC
 * @param objectSelector TODO-DOC
 * @param resourceRules TODO-DOC
 * @param excludeResourceRules TODO-DOC
 * @param matchPolicy TODO-DOC
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
     * TODO-DOC.
     *
     * @param resourceNames TODO-DOC
     * @param operations TODO-DOC
     * @param apiGroups TODO-DOC
     * @param apiVersions TODO-DOC
     * @param resources TODO-DOC
     * @param scope TODO-DOC
     */
    @Atomic
    @RecordBuilder
    public record NamedRuleWithOperations(
        @Atomic @Pb(1) List<String> resourceNames,
        @Atomic @EnumValues(OperationType.class) @Pb({2, 1}) List<String> operations,
        @Atomic @Pb({2, 2, 1}) List<String> apiGroups,
        @Atomic @Pb({2, 2, 2}) List<String> apiVersions,
        @Atomic @Pb({2, 2, 3}) List<String> resources,
        @EnumValues(ScopeType.class) @Pb({2, 2, 4}) @Nullable String scope)
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
