package io.kubelayers.nucleus.admissionregistration;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Registers webhooks that may change requests before they are stored.
 *
 * @param metadata the usual object metadata
 * @param webhooks The webhooks, called one after another.
 */
@Kind(
        group = "admissionregistration.k8s.io",
        version = "v1",
        plural = "mutatingwebhookconfigurations",
        scope = Scope.CLUSTER,
        categories = "api-extensions",
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Webhooks", type = "integer"),
            @Column(name = "Age")
        })
@RecordBuilder
public record MutatingWebhookConfiguration(
        @Written @Pb(1) ObjectMeta metadata, @ListMap("name") @MergeKey("name") @Pb(2) List<MutatingWebhook> webhooks)
        implements KubernetesObject, MutatingWebhookConfigurationBuilder.With {
    public MutatingWebhookConfiguration {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        webhooks = Absent.list(webhooks);
    }

    @Override
    public MutatingWebhookConfiguration withMetadata(ObjectMeta metadata) {
        return MutatingWebhookConfigurationBuilder.With.super.withMetadata(metadata);
    }

    /**
     * One webhook that may change requests.
     *
     * @param name Name like a domain of three or more parts, unique in the configuration.
     * @param clientConfig How to reach the webhook.
     * @param rules Resources and operations it is called for, any one may fit; empty calls it for none.
     * @param failurePolicy What an error or timeout does: Ignore or Fail; null means Fail.
     * @param matchPolicy Exact fits only named groups and versions, Equivalent others of the same resource too;
     *     null means Equivalent.
     * @param namespaceSelector Labels of the object's namespace; null or empty fits all.
     * @param objectSelector Labels of the old or new object, either may fit; null or empty fits all.
     * @param sideEffects None or NoneOnDryRun, whether calls have effects elsewhere; dry runs rely on it.
     * @param timeoutSeconds Seconds to wait for an answer, 1 to 30; null is read as 10.
     * @param admissionReviewVersions AdmissionReview versions it understands, best first; must include v1 or
     *     v1beta1.
     * @param reinvocationPolicy Never calls once, IfNeeded again if later plugins changed the object; null means
     *     Never.
     * @param matchConditions CEL conditions that must all hold for a call, up to 64; empty calls always.
     */
    @RecordBuilder
    public record MutatingWebhook(
            @Required @Pb(1) String name,
            @Required @Pb(2) WebhookClientConfig clientConfig,
            @Atomic @Pb(3) List<RuleWithOperations> rules,
            @Default("Fail") @EnumValues(FailurePolicyType.class) @Pb(4) @Nullable String failurePolicy,
            @Default("Equivalent") @EnumValues(MatchPolicyType.class) @Pb(9) @Nullable String matchPolicy,
            @Pb(5) @Nullable LabelSelector namespaceSelector,
            @Pb(11) @Nullable LabelSelector objectSelector,
            @Required @EnumValues(SideEffectClass.class) @Pb(6) @Nullable String sideEffects,
            @Default("10") @Pb(7) @Nullable Integer timeoutSeconds,
            @Required @Atomic @Pb(8) List<String> admissionReviewVersions,
            @Default("Never") @EnumValues(ReinvocationPolicyType.class) @Pb(10) @Nullable String reinvocationPolicy,
            @ListMap("name") @MergeKey("name") @Pb(12) List<MatchCondition> matchConditions)
            implements MutatingWebhookConfigurationMutatingWebhookBuilder.With {
        public MutatingWebhook {
            name = Absent.text(name);
            clientConfig = Absent.or(clientConfig, WebhookClientConfig.EMPTY);
            rules = Absent.list(rules);
            admissionReviewVersions = Absent.list(admissionReviewVersions);
            matchConditions = Absent.list(matchConditions);
        }
    }

    /** The values of {@code ReinvocationPolicyType}. */
    public static final class ReinvocationPolicyType {
        public static final String NEVER = "Never";
        public static final String IF_NEEDED = "IfNeeded";

        private ReinvocationPolicyType() {}
    }
}
