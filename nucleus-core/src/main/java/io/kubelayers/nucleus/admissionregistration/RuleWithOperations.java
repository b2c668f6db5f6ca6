package io.kubelayers.nucleus.admissionregistration;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operations on resources that a webhook is called for; every part must fit.
 *
 * @param operations CREATE, UPDATE, DELETE, CONNECT, or a single * for all.
 * @param apiGroups API groups, an empty string is the core group; a single * fits all.
 * @param apiVersions API versions; a single * fits all.
 * @param resources Plural resource names, subresources as parent/child, with * for either part.
 * @param scope Cluster, Namespaced or *; null means *.
 */
@RecordBuilder
public record RuleWithOperations(
        @Atomic @EnumValues(OperationType.class) @Pb(1) List<String> operations,
        @Atomic @Pb({2, 1}) List<String> apiGroups,
        @Atomic @Pb({2, 2}) List<String> apiVersions,
        @Atomic @Pb({2, 3}) List<String> resources,
        @Default("*") @EnumValues(ScopeType.class) @Pb({2, 4}) @Nullable String scope)
        implements RuleWithOperationsBuilder.With {
    public RuleWithOperations {
        operations = Absent.list(operations);
        apiGroups = Absent.list(apiGroups);
        apiVersions = Absent.list(apiVersions);
        resources = Absent.list(resources);
    }
}
