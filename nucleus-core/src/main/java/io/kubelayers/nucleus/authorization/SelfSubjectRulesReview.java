package io.kubelayers.nucleus.authorization;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
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
    group = "authorization.k8s.io",
    version = "v1",
    plural = "selfsubjectrulesreviews",
    scope = Scope.CLUSTER,
    verbs = "create")
@RecordBuilder
public record SelfSubjectRulesReview(
    @Written @Pb(1) ObjectMeta metadata,
    @Required @Pb(2) Spec spec,
    @Written @Pb(3) SubjectRulesReviewStatus status)
    implements KubernetesObject, SelfSubjectRulesReviewBuilder.With {
    public SelfSubjectRulesReview {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, SubjectRulesReviewStatus.EMPTY);
    }

    @Override
    public SelfSubjectRulesReview withMetadata(ObjectMeta metadata) {
        return SelfSubjectRulesReviewBuilder.With.super.withMetadata(metadata);
    }


    /**
     * TODO-DOC.
     *
     * @param namespace TODO-DOC
     */
    @RecordBuilder
    public record Spec(
        @Pb(1) @Nullable String namespace)
        implements SelfSubjectRulesReviewSpecBuilder.With {
        /** The value of a field that was not set. */
        public static final Spec EMPTY = new Spec(null);

        public Spec {
            namespace = Absent.optional(namespace);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param resourceRules TODO-DOC
     * @param nonResourceRules TODO-DOC
     * @param incomplete TODO-DOC
     * @param evaluationError TODO-DOC
     */
    @RecordBuilder
    public record SubjectRulesReviewStatus(
        @Required @Atomic @Pb(1) List<ResourceRule> resourceRules,
        @Required @Atomic @Pb(2) List<NonResourceRule> nonResourceRules,
        @Required @Pb(3) boolean incomplete,
        @Pb(4) @Nullable String evaluationError)
        implements SelfSubjectRulesReviewSubjectRulesReviewStatusBuilder.With {
        /** The value of a field that was not set. */
        public static final SubjectRulesReviewStatus EMPTY = new SubjectRulesReviewStatus(null, null, false, null);

        public SubjectRulesReviewStatus {
            resourceRules = Absent.list(resourceRules);
            nonResourceRules = Absent.list(nonResourceRules);
            evaluationError = Absent.optional(evaluationError);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param verbs TODO-DOC
     * @param apiGroups TODO-DOC
     * @param resources TODO-DOC
     * @param resourceNames TODO-DOC
     */
    @RecordBuilder
    public record ResourceRule(
        @Required @Atomic @Pb(1) List<String> verbs,
        @Atomic @Pb(2) List<String> apiGroups,
        @Atomic @Pb(3) List<String> resources,
        @Atomic @Pb(4) List<String> resourceNames)
        implements SelfSubjectRulesReviewResourceRuleBuilder.With {
        public ResourceRule {
            verbs = Absent.list(verbs);
            apiGroups = Absent.list(apiGroups);
            resources = Absent.list(resources);
            resourceNames = Absent.list(resourceNames);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param verbs TODO-DOC
     * @param nonResourceURLs TODO-DOC
     */
    @RecordBuilder
    public record NonResourceRule(
        @Required @Atomic @Pb(1) List<String> verbs,
        @Atomic @Pb(2) List<String> nonResourceURLs)
        implements SelfSubjectRulesReviewNonResourceRuleBuilder.With {
        public NonResourceRule {
            verbs = Absent.list(verbs);
            nonResourceURLs = Absent.list(nonResourceURLs);
        }

    }
}
