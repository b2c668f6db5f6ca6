package io.kubelayers.nucleus.apiextensions;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Bytes;
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
    group = "apiextensions.k8s.io",
    version = "v1",
    plural = "customresourcedefinitions",
    scope = Scope.CLUSTER,
    shortNames = {"crd", "crds"},
    categories = "api-extensions",
    subresources = {
        @Subresource(name = "status", verbs = {"get", "patch", "update"})
    },
    columns = {
        @Column(name = "Name", format = "name"),
        @Column(name = "Created At", type = "date")
    })
@RecordBuilder
public record CustomResourceDefinition(
    @Written @Pb(1) ObjectMeta metadata,
    @Required @Pb(2) Spec spec,
    @Written @Pb(3) Status status)
    implements KubernetesObject, CustomResourceDefinitionBuilder.With {
    public CustomResourceDefinition {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public CustomResourceDefinition withMetadata(ObjectMeta metadata) {
        return CustomResourceDefinitionBuilder.With.super.withMetadata(metadata);
    }


    /**
     * TODO-DOC.
     *
     * @param group TODO-DOC
     * @param names TODO-DOC
     * @param scope TODO-DOC
     * @param versions TODO-DOC
     * @param conversion TODO-DOC
     * @param preserveUnknownFields TODO-DOC
     */
    @RecordBuilder
    public record Spec(
        @Required @Pb(1) String group,
        @Required @Pb(3) Names names,
        @Required @EnumValues(value = ResourceScope.class, closed = false) @Pb(4) String scope,
        @Required @Atomic @Pb(7) List<Version> versions,
        @Pb(9) @Nullable CustomResourceConversion conversion,
        @DeprecatedField @Pb(10) boolean preserveUnknownFields)
        implements CustomResourceDefinitionSpecBuilder.With {
        /** The value of a field that was not set. */
        public static final Spec EMPTY = new Spec(null, null, null, null, null, false);

        public Spec {
            group = Absent.text(group);
            names = Absent.or(names, Names.EMPTY);
            scope = Absent.text(scope);
            versions = Absent.list(versions);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param strategy TODO-DOC
     * @param webhook TODO-DOC
     */
    @RecordBuilder
    public record CustomResourceConversion(
        @Required @EnumValues(value = ConversionStrategyType.class, closed = false) @Pb(1) String strategy,
        @Pb(2) @Nullable WebhookConversion webhook)
        implements CustomResourceDefinitionCustomResourceConversionBuilder.With {
        public CustomResourceConversion {
            strategy = Absent.text(strategy);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param clientConfig TODO-DOC
     * @param conversionReviewVersions TODO-DOC
     */
    @RecordBuilder
    public record WebhookConversion(
        @Pb(2) @Nullable WebhookClientConfig clientConfig,
        @Required @Atomic @Pb(3) List<String> conversionReviewVersions)
        implements CustomResourceDefinitionWebhookConversionBuilder.With {
        public WebhookConversion {
            conversionReviewVersions = Absent.list(conversionReviewVersions);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param url TODO-DOC
     * @param service TODO-DOC
     * @param caBundle TODO-DOC
     */
    @RecordBuilder
    public record WebhookClientConfig(
        @Pb(3) @Nullable String url,
        @Pb(1) @Nullable ServiceReference service,
        @Pb(2) Bytes caBundle)
        implements CustomResourceDefinitionWebhookClientConfigBuilder.With {
        public WebhookClientConfig {
            caBundle = Absent.or(caBundle, Bytes.EMPTY);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param namespace TODO-DOC
     * @param name TODO-DOC
     * @param path TODO-DOC
     * @param port TODO-DOC
     */
    @RecordBuilder
    public record ServiceReference(
        @Required @Pb(1) String namespace,
        @Required @Pb(2) String name,
        @Pb(3) @Nullable String path,
        @Default("443") @Pb(4) @Nullable Integer port)
        implements CustomResourceDefinitionServiceReferenceBuilder.With {
        public ServiceReference {
            namespace = Absent.text(namespace);
            name = Absent.text(name);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param served TODO-DOC
     * @param storage TODO-DOC
     * @param deprecated TODO-DOC
     * @param deprecationWarning TODO-DOC
     * @param schema TODO-DOC
     * @param subresources TODO-DOC
     * @param additionalPrinterColumns TODO-DOC
     * @param selectableFields TODO-DOC
     */
    @RecordBuilder
    public record Version(
        @Required @Pb(1) String name,
        @Required @Pb(2) boolean served,
        @Required @Pb(3) boolean storage,
        @Pb(7) boolean deprecated,
        @Pb(8) @Nullable String deprecationWarning,
        @Pb(4) @Nullable CustomResourceValidation schema,
        @Pb(5) @Nullable CustomResourceSubresources subresources,
        @Atomic @Pb(6) List<CustomResourceColumnDefinition> additionalPrinterColumns,
        @Atomic @FeatureGate("CustomResourceFieldSelectors") @Pb(9) List<SelectableField> selectableFields)
        implements CustomResourceDefinitionVersionBuilder.With {
        public Version {
            name = Absent.text(name);
            additionalPrinterColumns = Absent.list(additionalPrinterColumns);
            selectableFields = Absent.list(selectableFields);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param jsonPath TODO-DOC
     */
    @RecordBuilder
    public record SelectableField(
        @Required @Pb(1) String jsonPath)
        implements CustomResourceDefinitionSelectableFieldBuilder.With {
        public SelectableField {
            jsonPath = Absent.text(jsonPath);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param type TODO-DOC
     * @param format TODO-DOC
     * @param description TODO-DOC
     * @param priority TODO-DOC
     * @param jsonPath TODO-DOC
     */
    @RecordBuilder
    public record CustomResourceColumnDefinition(
        @Required @Pb(1) String name,
        @Required @Pb(2) String type,
        @Pb(3) @Nullable String format,
        @Pb(4) @Nullable String description,
        @Pb(5) int priority,
        @Required @Pb(6) String jsonPath)
        implements CustomResourceDefinitionCustomResourceColumnDefinitionBuilder.With {
        public CustomResourceColumnDefinition {
            name = Absent.text(name);
            type = Absent.text(type);
            format = Absent.optional(format);
            description = Absent.optional(description);
            jsonPath = Absent.text(jsonPath);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param plural TODO-DOC
     * @param singular TODO-DOC
     * @param shortNames TODO-DOC
     * @param kind TODO-DOC
     * @param listKind TODO-DOC
     * @param categories TODO-DOC
     */
    @RecordBuilder
    public record Names(
        @Required @Pb(1) String plural,
        @Pb(2) @Nullable String singular,
        @Atomic @Pb(3) List<String> shortNames,
        @Required @Pb(4) String kind,
        @Pb(5) @Nullable String listKind,
        @Atomic @Pb(6) List<String> categories)
        implements CustomResourceDefinitionNamesBuilder.With {
        /** The value of a field that was not set. */
        public static final Names EMPTY = new Names(null, null, null, null, null, null);

        public Names {
            plural = Absent.text(plural);
            singular = Absent.optional(singular);
            shortNames = Absent.list(shortNames);
            kind = Absent.text(kind);
            listKind = Absent.optional(listKind);
            categories = Absent.list(categories);
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
     * @param observedGeneration TODO-DOC
     */
    @RecordBuilder
    public record Condition(
        @Required @EnumValues(value = ConditionType.class, closed = false) @Pb(1) String type,
        @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
        @Pb(3) @Nullable Instant lastTransitionTime,
        @Pb(4) @Nullable String reason,
        @Pb(5) @Nullable String message,
        @FeatureGate("CRDObservedGenerationTracking") @Pb(6) long observedGeneration)
        implements CustomResourceDefinitionConditionBuilder.With {
        public Condition {
            type = Absent.text(type);
            status = Absent.text(status);
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param conditions TODO-DOC
     * @param acceptedNames TODO-DOC
     * @param storedVersions TODO-DOC
     * @param observedGeneration TODO-DOC
     */
    @RecordBuilder
    public record Status(
        @Written @ListMap("type") @Pb(1) List<Condition> conditions,
        @Written @Pb(2) Names acceptedNames,
        @Written @Atomic @Pb(3) List<String> storedVersions,
        @FeatureGate("CRDObservedGenerationTracking") @Pb(4) long observedGeneration)
        implements CustomResourceDefinitionStatusBuilder.With {
        /** The value of a field that was not set. */
        public static final Status EMPTY = new Status(null, null, null, 0);

        public Status {
            conditions = Absent.list(conditions);
            acceptedNames = Absent.or(acceptedNames, Names.EMPTY);
            storedVersions = Absent.list(storedVersions);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param openAPIV3Schema TODO-DOC
     */
    @RecordBuilder
    public record CustomResourceValidation(
        @Pb(1) @Nullable JSONSchemaProps openAPIV3Schema)
        implements CustomResourceDefinitionCustomResourceValidationBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param status TODO-DOC
     * @param scale TODO-DOC
     */
    @RecordBuilder
    public record CustomResourceSubresources(
        @Pb(1) @Nullable CustomResourceSubresourceStatus status,
        @Pb(2) @Nullable CustomResourceSubresourceScale scale)
        implements CustomResourceDefinitionCustomResourceSubresourcesBuilder.With {
    }

    /**
     * TODO-DOC.
     */
    @RecordBuilder
    public record CustomResourceSubresourceStatus() {
    }

    /**
     * TODO-DOC.
     *
     * @param specReplicasPath TODO-DOC
     * @param statusReplicasPath TODO-DOC
     * @param labelSelectorPath TODO-DOC
     */
    @RecordBuilder
    public record CustomResourceSubresourceScale(
        @Required @Pb(1) String specReplicasPath,
        @Required @Pb(2) String statusReplicasPath,
        @Pb(3) @Nullable String labelSelectorPath)
        implements CustomResourceDefinitionCustomResourceSubresourceScaleBuilder.With {
        public CustomResourceSubresourceScale {
            specReplicasPath = Absent.text(specReplicasPath);
            statusReplicasPath = Absent.text(statusReplicasPath);
        }

    }

    /** The values of {@code ResourceScope} known upstream; others may occur. */
    public static final class ResourceScope {
        public static final String CLUSTER = "Cluster";
        public static final String NAMESPACED = "Namespaced";

        private ResourceScope() {}
    }

    /** The values of {@code ConversionStrategyType} known upstream; others may occur. */
    public static final class ConversionStrategyType {
        public static final String NONE = "None";
        public static final String WEBHOOK = "Webhook";

        private ConversionStrategyType() {}
    }

    /** The values of {@code CustomResourceDefinitionConditionType} known upstream; others may occur. */
    public static final class ConditionType {
        public static final String ESTABLISHED = "Established";
        public static final String NAMES_ACCEPTED = "NamesAccepted";
        public static final String NON_STRUCTURAL_SCHEMA = "NonStructuralSchema";
        public static final String TERMINATING = "Terminating";
        public static final String KUBERNETES_APIAPPROVAL_POLICY_CONFORMANT = "KubernetesAPIApprovalPolicyConformant";

        private ConditionType() {}
    }

    /** The values of {@code ConditionStatus} known upstream; others may occur. */
    public static final class ConditionStatus {
        public static final String TRUE = "True";
        public static final String FALSE = "False";
        public static final String UNKNOWN = "Unknown";

        private ConditionStatus() {}
    }
}
