package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A namespace policy that caps total resource use and object counts.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted limits.
 * @param status Enforced limits and current use; written by the quota controller.
 */
@Kind(
        version = "v1",
        plural = "resourcequotas",
        shortNames = "quota",
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Request"),
            @Column(name = "Limit"),
            @Column(name = "Age")
        })
@RecordBuilder
public record ResourceQuota(
        @Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @Pb(3) Status status)
        implements KubernetesObject, ResourceQuotaBuilder.With {
    public ResourceQuota {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public ResourceQuota withMetadata(ObjectMeta metadata) {
        return ResourceQuotaBuilder.With.super.withMetadata(metadata);
    }

    /**
     * The wanted limits of a quota and the objects it counts.
     *
     * @param hard Upper bound by resource or object count name, such as requests.cpu or count/secrets.
     * @param scopes Scopes that an object must match to be counted; empty counts all, cannot change later.
     * @param scopeSelector Scope tests with operators, all of which must hold along with scopes; null means none.
     */
    @TypeName("ResourceQuotaSpec")
    @RecordBuilder
    public record Spec(
            @Pb(1) Map<String, Quantity> hard,
            @Atomic @EnumValues(Scope.class) @Pb(2) List<String> scopes,
            @Pb(3) @Nullable ScopeSelector scopeSelector)
            implements ResourceQuotaSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null);

        public Spec {
            hard = Absent.map(hard);
            scopes = Absent.list(scopes);
        }
    }

    /**
     * A set of quota scope tests that must all hold.
     *
     * @param matchExpressions Tests to apply.
     */
    @Atomic
    @RecordBuilder
    public record ScopeSelector(@Atomic @Pb(1) List<ScopedResourceSelectorRequirement> matchExpressions)
            implements ResourceQuotaScopeSelectorBuilder.With {
        public ScopeSelector {
            matchExpressions = Absent.list(matchExpressions);
        }
    }

    /**
     * One test of a quota scope.
     *
     * @param scopeName Scope to test, such as PriorityClass.
     * @param operator In, NotIn, Exists or DoesNotExist; most scopes accept Exists only.
     * @param values Values for In and NotIn; must be empty for the other operators.
     */
    @RecordBuilder
    public record ScopedResourceSelectorRequirement(
            @Required @EnumValues(Scope.class) @Pb(1) String scopeName,
            @Required @EnumValues(ScopeSelectorOperator.class) @Pb(2) String operator,
            @Atomic @Pb(3) List<String> values)
            implements ResourceQuotaScopedResourceSelectorRequirementBuilder.With {
        public ScopedResourceSelectorRequirement {
            scopeName = Absent.text(scopeName);
            operator = Absent.text(operator);
            values = Absent.list(values);
        }
    }

    /**
     * The enforced limits and current use of a quota.
     *
     * @param hard Upper bounds that are enforced, by resource name.
     * @param used Amounts now in use, by resource name.
     */
    @TypeName("ResourceQuotaStatus")
    @RecordBuilder
    public record Status(@Pb(1) Map<String, Quantity> hard, @Pb(2) Map<String, Quantity> used)
            implements ResourceQuotaStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null, null);

        public Status {
            hard = Absent.map(hard);
            used = Absent.map(used);
        }
    }

    /** The values of {@code ResourceQuotaScope}. */
    @TypeName("ResourceQuotaScope")
    public static final class Scope {
        public static final String TERMINATING = "Terminating";
        public static final String NOT_TERMINATING = "NotTerminating";
        public static final String BEST_EFFORT = "BestEffort";
        public static final String NOT_BEST_EFFORT = "NotBestEffort";
        public static final String PRIORITY_CLASS = "PriorityClass";
        public static final String CROSS_NAMESPACE_POD_AFFINITY = "CrossNamespacePodAffinity";
        public static final String VOLUME_ATTRIBUTES_CLASS = "VolumeAttributesClass";

        private Scope() {}
    }

    /** The values of {@code ScopeSelectorOperator}. */
    public static final class ScopeSelectorOperator {
        public static final String IN = "In";
        public static final String NOT_IN = "NotIn";
        public static final String EXISTS = "Exists";
        public static final String DOES_NOT_EXIST = "DoesNotExist";

        private ScopeSelectorOperator() {}
    }
}
