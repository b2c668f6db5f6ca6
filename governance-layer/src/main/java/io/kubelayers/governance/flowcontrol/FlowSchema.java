package io.kubelayers.governance.flowcontrol;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.ListSet;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.UnionDiscriminator;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts API requests into a priority level and into flows that are queued fairly.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted matching and level.
 * @param status State last observed by the server.
 */
@Kind(
        group = "flowcontrol.apiserver.k8s.io",
        version = "v1",
        plural = "flowschemas",
        scope = Scope.CLUSTER,
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "PriorityLevel"),
            @Column(name = "MatchingPrecedence"),
            @Column(name = "DistinguisherMethod"),
            @Column(name = "Age"),
            @Column(name = "MissingPL")
        })
@RecordBuilder
public record FlowSchema(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @Pb(3) Status status)
        implements KubernetesObject, FlowSchemaBuilder.With {
    public FlowSchema {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public FlowSchema withMetadata(ObjectMeta metadata) {
        return FlowSchemaBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Desired matching of a FlowSchema and the level it leads to.
     *
     * @param priorityLevelConfiguration Priority level of matched requests.
     * @param matchingPrecedence Order of trial, 1 to 10000, lowest first; 0 is read as 1000.
     * @param distinguisherMethod How requests are split into flows; null makes one flow of all.
     * @param rules A request fitting any of these is matched; empty matches nothing.
     */
    @TypeName("FlowSchemaSpec")
    @RecordBuilder
    public record Spec(
            @Required @Pb(1) PriorityLevelConfigurationReference priorityLevelConfiguration,
            @Written @Pb(2) int matchingPrecedence,
            @Pb(3) @Nullable FlowDistinguisherMethod distinguisherMethod,
            @Atomic @Pb(4) List<PolicyRulesWithSubjects> rules)
            implements FlowSchemaSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, 0, null, null);

        public Spec {
            priorityLevelConfiguration =
                    Absent.or(priorityLevelConfiguration, PriorityLevelConfigurationReference.EMPTY);
            rules = Absent.list(rules);
        }
    }

    /**
     * How the requests of a FlowSchema are split into flows.
     *
     * @param type ByUser or ByNamespace.
     */
    @RecordBuilder
    public record FlowDistinguisherMethod(
            @Required @EnumValues(value = FlowDistinguisherMethodType.class, closed = false) @Pb(1) String type)
            implements FlowSchemaFlowDistinguisherMethodBuilder.With {
        public FlowDistinguisherMethod {
            type = Absent.text(type);
        }
    }

    /**
     * Names the priority level a FlowSchema leads to.
     *
     * @param name Name of the PriorityLevelConfiguration.
     */
    @RecordBuilder
    public record PriorityLevelConfigurationReference(@Required @Pb(1) String name)
            implements FlowSchemaPriorityLevelConfigurationReferenceBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final PriorityLevelConfigurationReference EMPTY = new PriorityLevelConfigurationReference(null);

        public PriorityLevelConfigurationReference {
            name = Absent.text(name);
        }
    }

    /**
     * Matches requests by who makes them and what they ask for; at least one kind of rule is needed.
     *
     * @param subjects Who may make the request, any one may fit; at least one.
     * @param resourceRules Requests on resources that fit.
     * @param nonResourceRules Requests on plain URL paths that fit.
     */
    @RecordBuilder
    public record PolicyRulesWithSubjects(
            @Required @Atomic @Pb(1) List<Subject> subjects,
            @Atomic @Pb(2) List<ResourcePolicyRule> resourceRules,
            @Atomic @Pb(3) List<NonResourcePolicyRule> nonResourceRules)
            implements FlowSchemaPolicyRulesWithSubjectsBuilder.With {
        public PolicyRulesWithSubjects {
            subjects = Absent.list(subjects);
            resourceRules = Absent.list(resourceRules);
            nonResourceRules = Absent.list(nonResourceRules);
        }
    }

    /**
     * A user, group or service account in a flow rule; only the member named by kind is set.
     *
     * @param kind User, Group or ServiceAccount.
     * @param user User to match; null for other kinds.
     * @param group Group to match; null for other kinds.
     * @param serviceAccount Service account to match; null for other kinds.
     */
    @RecordBuilder
    public record Subject(
            @Required @UnionDiscriminator @EnumValues(value = SubjectKind.class, closed = false) @Pb(1) String kind,
            @Pb(2) @Nullable UserSubject user,
            @Pb(3) @Nullable GroupSubject group,
            @Pb(4) @Nullable ServiceAccountSubject serviceAccount)
            implements FlowSchemaSubjectBuilder.With {
        public Subject {
            kind = Absent.text(kind);
        }
    }

    /**
     * Matches requests by user name.
     *
     * @param name User name; * matches every user.
     */
    @RecordBuilder
    public record UserSubject(@Required @Pb(1) String name) implements FlowSchemaUserSubjectBuilder.With {
        public UserSubject {
            name = Absent.text(name);
        }
    }

    /**
     * Matches requests by a group of the user.
     *
     * @param name Group name; * matches every group.
     */
    @RecordBuilder
    public record GroupSubject(@Required @Pb(1) String name) implements FlowSchemaGroupSubjectBuilder.With {
        public GroupSubject {
            name = Absent.text(name);
        }
    }

    /**
     * Matches requests of service accounts.
     *
     * @param namespace Namespace of the service account.
     * @param name Name of the service account; * matches all of the namespace.
     */
    @RecordBuilder
    public record ServiceAccountSubject(@Required @Pb(1) String namespace, @Required @Pb(2) String name)
            implements FlowSchemaServiceAccountSubjectBuilder.With {
        public ServiceAccountSubject {
            namespace = Absent.text(namespace);
            name = Absent.text(name);
        }
    }

    /**
     * Matches requests on resources; every part must fit.
     *
     * @param verbs Request verbs; a single * fits all.
     * @param apiGroups API groups, an empty string is the core group; a single * fits all.
     * @param resources Plural resource names, subresources as parent/child; a single * fits all.
     * @param clusterScope True to fit requests without a namespace; false needs namespaces to be set.
     * @param namespaces Namespaces that fit, * for every one; empty fits only requests without a namespace.
     */
    @RecordBuilder
    public record ResourcePolicyRule(
            @Required @ListSet @Pb(1) List<String> verbs,
            @Required @ListSet @Pb(2) List<String> apiGroups,
            @Required @ListSet @Pb(3) List<String> resources,
            @Pb(4) boolean clusterScope,
            @Written @ListSet @Pb(5) List<String> namespaces)
            implements FlowSchemaResourcePolicyRuleBuilder.With {
        public ResourcePolicyRule {
            verbs = Absent.list(verbs);
            apiGroups = Absent.list(apiGroups);
            resources = Absent.list(resources);
            namespaces = Absent.list(namespaces);
        }
    }

    /**
     * Matches requests on plain URL paths; both parts must fit.
     *
     * @param verbs Request verbs; a single * fits all.
     * @param nonResourceURLs URL paths; a last element * fits everything below, a single * fits all.
     */
    @RecordBuilder
    public record NonResourcePolicyRule(
            @Required @ListSet @Pb(1) List<String> verbs, @Required @ListSet @Pb(6) List<String> nonResourceURLs)
            implements FlowSchemaNonResourcePolicyRuleBuilder.With {
        public NonResourcePolicyRule {
            verbs = Absent.list(verbs);
            nonResourceURLs = Absent.list(nonResourceURLs);
        }
    }

    /**
     * Observed state of a FlowSchema.
     *
     * @param conditions Latest conditions, one a type.
     */
    @TypeName("FlowSchemaStatus")
    @RecordBuilder
    public record Status(@ListMap("type") @MergeKey("type") @Pb(1) List<Condition> conditions)
            implements FlowSchemaStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null);

        public Status {
            conditions = Absent.list(conditions);
        }
    }

    /**
     * One observed aspect of a FlowSchema.
     *
     * @param type Name of the aspect; Dangling means its priority level is missing.
     * @param status Whether it holds: True, False or Unknown.
     * @param lastTransitionTime When status last changed.
     * @param reason Camel case word why; may be empty.
     * @param message Readable detail; may be empty.
     */
    @TypeName("FlowSchemaCondition")
    @RecordBuilder
    public record Condition(
            @Pb(1) @Nullable String type,
            @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) @Nullable String status,
            @Written @Pb(3) @Nullable Instant lastTransitionTime,
            @Pb(4) @Nullable String reason,
            @Pb(5) @Nullable String message)
            implements FlowSchemaConditionBuilder.With {
        public Condition {
            type = Absent.optional(type);
            status = Absent.optional(status);
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }
    }

    /** The values of {@code FlowDistinguisherMethodType} known upstream; others may occur. */
    public static final class FlowDistinguisherMethodType {
        public static final String BY_USER = "ByUser";
        public static final String BY_NAMESPACE = "ByNamespace";

        private FlowDistinguisherMethodType() {}
    }

    /** The values of {@code SubjectKind} known upstream; others may occur. */
    public static final class SubjectKind {
        public static final String USER = "User";
        public static final String GROUP = "Group";
        public static final String SERVICE_ACCOUNT = "ServiceAccount";

        private SubjectKind() {}
    }
}
