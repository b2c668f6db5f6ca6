package io.kubelayers.nucleus.authorization;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks what the caller may do in a namespace; answered, not stored.
 *
 * @param metadata the usual object metadata
 * @param spec Namespace asked about.
 * @param status Rules found; filled by the server.
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
     * Range of a SelfSubjectRulesReview.
     *
     * @param namespace Namespace asked about; required.
     */
    @TypeName("SelfSubjectRulesReviewSpec")
    @RecordBuilder
    public record Spec(@Pb(1) @Nullable String namespace) implements SelfSubjectRulesReviewSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null);

        public Spec {
            namespace = Absent.optional(namespace);
        }
    }

    /**
     * Rules a user has in a namespace; good for showing, not for deciding access.
     *
     * @param resourceRules Allowed actions on resources, in no special order.
     * @param nonResourceRules Allowed actions on URL paths, in no special order.
     * @param incomplete True if some rules may be missing.
     * @param evaluationError Error met while gathering the rules; empty if none.
     */
    @RecordBuilder
    public record SubjectRulesReviewStatus(
            @Required @Atomic @Pb(1) List<ResourceRule> resourceRules,
            @Required @Atomic @Pb(2) List<NonResourceRule> nonResourceRules,
            @Required @Pb(3) boolean incomplete,
            @Pb(4) @Nullable String evaluationError)
            implements SelfSubjectRulesReviewSubjectRulesReviewStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final SubjectRulesReviewStatus EMPTY = new SubjectRulesReviewStatus(null, null, false, null);

        public SubjectRulesReviewStatus {
            resourceRules = Absent.list(resourceRules);
            nonResourceRules = Absent.list(nonResourceRules);
            evaluationError = Absent.optional(evaluationError);
        }
    }

    /**
     * Actions on resources that a user may do.
     *
     * @param verbs Allowed verbs; * means all.
     * @param apiGroups API groups, an empty string is the core group; * means all.
     * @param resources Plural resource names, subresources as parent/child; * means all.
     * @param resourceNames Object names the rule is limited to; empty means every name.
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
     * Actions on plain URL paths that a user may do.
     *
     * @param verbs Allowed HTTP verbs in lower case; * means all.
     * @param nonResourceURLs URL paths, a trailing * stands for the rest; * means all.
     */
    @RecordBuilder
    public record NonResourceRule(
            @Required @Atomic @Pb(1) List<String> verbs, @Atomic @Pb(2) List<String> nonResourceURLs)
            implements SelfSubjectRulesReviewNonResourceRuleBuilder.With {
        public NonResourceRule {
            verbs = Absent.list(verbs);
            nonResourceURLs = Absent.list(nonResourceURLs);
        }
    }
}
