package io.kubelayers.governance.flowcontrol;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.ListSet;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.UnionDiscriminator;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param metadata the usual object metadata
 * @param spec TODO-DOC
 * @param status TODO-DOC
 */
@Kind(
    group = "flowcontrol.apiserver.k8s.io",
    version = "v1",
    plural = "flowschemas",
    scope = Scope.CLUSTER,
    subresources = {
        @Subresource(name = "status", verbs = {"get", "patch", "update"})
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
public record FlowSchema(
    @Written @Pb(1) ObjectMeta metadata,
    @Written @Pb(2) Spec spec,
    @Written @Pb(3) Status status)
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
     * TODO-DOC.
     *
     * @param priorityLevelConfiguration TODO-DOC
     * @param matchingPrecedence TODO-DOC
     * @param distinguisherMethod TODO-DOC
     * @param rules TODO-DOC
     */
    @RecordBuilder
    public record Spec(
        @Required @Pb(1) PriorityLevelConfigurationReference priorityLevelConfiguration,
        @Written @Pb(2) int matchingPrecedence,
        @Pb(3) @Nullable FlowDistinguisherMethod distinguisherMethod,
        @Atomic @Pb(4) List<PolicyRulesWithSubjects> rules)
        implements FlowSchemaSpecBuilder.With {
        /** The value of a field that was not set. */
        public static final Spec EMPTY = new Spec(null, 0, null, null);

        public Spec {
            priorityLevelConfiguration = Absent.or(priorityLevelConfiguration, PriorityLevelConfigurationReference.EMPTY);
            rules = Absent.list(rules);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param type TODO-DOC
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     */
    @RecordBuilder
    public record PriorityLevelConfigurationReference(
        @Required @Pb(1) String name)
        implements FlowSchemaPriorityLevelConfigurationReferenceBuilder.With {
        /** The value of a field that was not set. */
        public static final PriorityLevelConfigurationReference EMPTY = new PriorityLevelConfigurationReference(null);

        public PriorityLevelConfigurationReference {
            name = Absent.text(name);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param subjects TODO-DOC
     * @param resourceRules TODO-DOC
     * @param nonResourceRules TODO-DOC
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
     * TODO-DOC.
     *
     * @param kind TODO-DOC
     * @param user TODO-DOC
     * @param group TODO-DOC
     * @param serviceAccount TODO-DOC
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     */
    @RecordBuilder
    public record UserSubject(
        @Required @Pb(1) String name)
        implements FlowSchemaUserSubjectBuilder.With {
        public UserSubject {
            name = Absent.text(name);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     */
    @RecordBuilder
    public record GroupSubject(
        @Required @Pb(1) String name)
        implements FlowSchemaGroupSubjectBuilder.With {
        public GroupSubject {
            name = Absent.text(name);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param namespace TODO-DOC
     * @param name TODO-DOC
     */
    @RecordBuilder
    public record ServiceAccountSubject(
        @Required @Pb(1) String namespace,
        @Required @Pb(2) String name)
        implements FlowSchemaServiceAccountSubjectBuilder.With {
        public ServiceAccountSubject {
            namespace = Absent.text(namespace);
            name = Absent.text(name);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param verbs TODO-DOC
     * @param apiGroups TODO-DOC
     * @param resources TODO-DOC
     * @param clusterScope TODO-DOC
     * @param namespaces TODO-DOC
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
     * TODO-DOC.
     *
     * @param verbs TODO-DOC
     * @param nonResourceURLs TODO-DOC
     */
    @RecordBuilder
    public record NonResourcePolicyRule(
        @Required @ListSet @Pb(1) List<String> verbs,
        @Required @ListSet @Pb(6) List<String> nonResourceURLs)
        implements FlowSchemaNonResourcePolicyRuleBuilder.With {
        public NonResourcePolicyRule {
            verbs = Absent.list(verbs);
            nonResourceURLs = Absent.list(nonResourceURLs);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param conditions TODO-DOC
     */
    @RecordBuilder
    public record Status(
        @ListMap("type") @MergeKey("type") @Pb(1) List<Condition> conditions)
        implements FlowSchemaStatusBuilder.With {
        /** The value of a field that was not set. */
        public static final Status EMPTY = new Status(null);

        public Status {
            conditions = Absent.list(conditions);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param type TODO-DOC
     * @param status TODO-DOC
     * @param lastTransitionTime TODO-DOC
     * @param reason TODO-DOC
     * @param message TODO-DOC
     */
    @RecordBuilder
    public record Condition(
        @Pb(1) @Nullable String type,
        @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) @Nullable String status,
        @Pb(3) @Nullable Instant lastTransitionTime,
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
