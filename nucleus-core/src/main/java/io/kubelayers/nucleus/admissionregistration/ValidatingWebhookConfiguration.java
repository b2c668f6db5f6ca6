package io.kubelayers.nucleus.admissionregistration;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param metadata the usual object metadata
 * @param webhooks TODO-DOC
 */
@Kind(
    group = "admissionregistration.k8s.io",
    version = "v1",
    plural = "validatingwebhookconfigurations",
    scope = Scope.CLUSTER,
    categories = "api-extensions",
    columns = {
        @Column(name = "Name", format = "name"),
        @Column(name = "Webhooks", type = "integer"),
        @Column(name = "Age")
    })
@RecordBuilder
public record ValidatingWebhookConfiguration(
    @Written @Pb(1) ObjectMeta metadata,
    @ListMap("name") @MergeKey("name") @Pb(2) List<ValidatingWebhook> webhooks)
    implements KubernetesObject, ValidatingWebhookConfigurationBuilder.With {
    public ValidatingWebhookConfiguration {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        webhooks = Absent.list(webhooks);
    }

    @Override
    public ValidatingWebhookConfiguration withMetadata(ObjectMeta metadata) {
        return ValidatingWebhookConfigurationBuilder.With.super.withMetadata(metadata);
    }


    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param clientConfig TODO-DOC
     * @param rules TODO-DOC
     * @param failurePolicy TODO-DOC
     * @param matchPolicy TODO-DOC
     * @param namespaceSelector TODO-DOC
     * @param objectSelector TODO-DOC
     * @param sideEffects TODO-DOC
     * @param timeoutSeconds TODO-DOC
     * @param admissionReviewVersions TODO-DOC
     * @param matchConditions TODO-DOC
     */
    @RecordBuilder
    public record ValidatingWebhook(
        @Required @Pb(1) String name,
        @Required @Pb(2) WebhookClientConfig clientConfig,
        @Atomic @Pb(3) List<RuleWithOperations> rules,
        @EnumValues(FailurePolicyType.class) @Pb(4) @Nullable String failurePolicy,
        @EnumValues(MatchPolicyType.class) @Pb(9) @Nullable String matchPolicy,
        @Pb(5) @Nullable LabelSelector namespaceSelector,
        @Pb(10) @Nullable LabelSelector objectSelector,
        @Required @EnumValues(SideEffectClass.class) @Pb(6) @Nullable String sideEffects,
        @Pb(7) @Nullable Integer timeoutSeconds,
        @Required @Atomic @Pb(8) List<String> admissionReviewVersions,
        @ListMap("name") @MergeKey("name") @Pb(11) List<MatchCondition> matchConditions)
        implements ValidatingWebhookConfigurationValidatingWebhookBuilder.With {
        public ValidatingWebhook {
            name = Absent.text(name);
            clientConfig = Absent.or(clientConfig, WebhookClientConfig.EMPTY);
            rules = Absent.list(rules);
            admissionReviewVersions = Absent.list(admissionReviewVersions);
            matchConditions = Absent.list(matchConditions);
        }

    }
}
