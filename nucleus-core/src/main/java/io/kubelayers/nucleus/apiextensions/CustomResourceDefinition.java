package io.kubelayers.nucleus.apiextensions;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Bytes;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds a resource of your own to the API; its name is the plural name, a dot and the group.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted resource.
 * @param status State last observed by the server.
 */
@Kind(
        group = "apiextensions.k8s.io",
        version = "v1",
        plural = "customresourcedefinitions",
        scope = Scope.CLUSTER,
        shortNames = {"crd", "crds"},
        categories = "api-extensions",
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {@Column(name = "Name", format = "name"), @Column(name = "Created At", type = "date")})
@RecordBuilder
public record CustomResourceDefinition(
        @Written @Pb(1) ObjectMeta metadata, @Required @Pb(2) Spec spec, @Written @Pb(3) Status status)
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
     * Desired shape of a custom resource: group, names, scope and versions.
     *
     * @param group API group, a domain with at least one dot; cannot change.
     * @param names Names of the resource and its kind.
     * @param scope Cluster or Namespaced; cannot change once established.
     * @param versions Versions of the resource; exactly one is the stored one.
     * @param conversion How objects are converted between versions; null changes apiVersion only.
     * @param preserveUnknownFields Former switch to keep fields missing in the schema; must be false.
     */
    @TypeName("CustomResourceDefinitionSpec")
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
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null, null, null, false);

        public Spec {
            group = Absent.text(group);
            names = Absent.or(names, Names.EMPTY);
            scope = Absent.text(scope);
            versions = Absent.list(versions);
        }
    }

    /**
     * How custom objects are converted between versions.
     *
     * @param strategy None changes apiVersion only, Webhook asks a webhook.
     * @param webhook Webhook to ask; required for strategy Webhook, else null.
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
     * A webhook that converts custom objects.
     *
     * @param clientConfig How to reach the webhook; required.
     * @param conversionReviewVersions ConversionReview versions it understands, best first; must include v1 or
     *     v1beta1.
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
     * Address of a conversion webhook: exactly one of a URL and a Service.
     *
     * @param url Full https address without user, query or fragment; null if service is set.
     * @param service Service in the cluster; null if url is set.
     * @param caBundle PEM certificates to trust, sent as base64; empty trusts those of the server's system.
     */
    @RecordBuilder
    public record WebhookClientConfig(
            @Pb(3) @Nullable String url, @Pb(1) @Nullable ServiceReference service, @Pb(2) Bytes caBundle)
            implements CustomResourceDefinitionWebhookClientConfigBuilder.With {
        public WebhookClientConfig {
            caBundle = Absent.or(caBundle, Bytes.EMPTY);
        }
    }

    /**
     * Names the Service a conversion webhook runs behind.
     *
     * @param namespace Namespace of the Service.
     * @param name Name of the Service.
     * @param path URL path of the call; null sends none.
     * @param port Port of the Service, 1-65535; null is read as 443.
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
     * One version of a custom resource, with its schema and traits.
     *
     * @param name Version name, such as v1beta1; a DNS label, unique in the definition.
     * @param served True if the API offers this version.
     * @param storage True for the one version objects are stored in.
     * @param deprecated True to warn clients that use this version.
     * @param deprecationWarning Text of that warning; null gives a general one.
     * @param schema Schema of objects in this version; required.
     * @param subresources Subresources offered; null offers none.
     * @param additionalPrinterColumns Columns of table answers; empty shows the age only.
     * @param selectableFields Fields usable in field selectors, up to 8.
     */
    @TypeName("CustomResourceDefinitionVersion")
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
     * A field of custom objects that field selectors can use.
     *
     * @param jsonPath Simple path to a string, boolean or integer, such as .spec.color; not in metadata.
     */
    @RecordBuilder
    public record SelectableField(@Required @Pb(1) String jsonPath)
            implements CustomResourceDefinitionSelectableFieldBuilder.With {
        public SelectableField {
            jsonPath = Absent.text(jsonPath);
        }
    }

    /**
     * One column in table answers for a custom resource.
     *
     * @param name Column title.
     * @param type Value type: integer, number, string, boolean or date.
     * @param format OpenAPI format hint, such as int32 or date-time; empty if none.
     * @param description Readable explanation of the column.
     * @param priority Importance: 0 is always shown, higher numbers only in wide output.
     * @param jsonPath Simple path to the value in the object, such as .spec.replicas.
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
     * Names under which a custom resource is served.
     *
     * @param plural Plural name in URLs, lower case; must fit the name of the definition.
     * @param singular Singular name, lower case; empty means kind in lower case.
     * @param shortNames Short names for command lines, lower case.
     * @param kind Kind in upper camel case.
     * @param listKind Kind of lists; empty means kind with List appended.
     * @param categories Groupings that include the resource, such as all.
     */
    @TypeName("CustomResourceDefinitionNames")
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
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
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
     * One observed aspect of a custom resource definition.
     *
     * @param type Name of the aspect, such as Established or NamesAccepted.
     * @param status Whether it holds: True, False or Unknown.
     * @param lastTransitionTime When status last changed.
     * @param reason Camel case word why; may be empty.
     * @param message Readable detail; may be empty.
     * @param observedGeneration Value of metadata.generation the condition was computed from; 0 if unknown.
     */
    @TypeName("CustomResourceDefinitionCondition")
    @RecordBuilder
    public record Condition(
            @Required @EnumValues(value = ConditionType.class, closed = false) @Pb(1) String type,
            @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
            @Written @Pb(3) @Nullable Instant lastTransitionTime,
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
     * Observed state of a custom resource definition.
     *
     * @param conditions Latest conditions, one a type.
     * @param acceptedNames Names really in use; may differ from the wanted ones after a clash.
     * @param storedVersions Versions objects were ever stored in; such a version cannot be dropped while listed.
     * @param observedGeneration Last metadata.generation the controller has processed.
     */
    @TypeName("CustomResourceDefinitionStatus")
    @RecordBuilder
    public record Status(
            @Written @ListMap("type") @Pb(1) List<Condition> conditions,
            @Written @Pb(2) Names acceptedNames,
            @Written @Atomic @Pb(3) List<String> storedVersions,
            @FeatureGate("CRDObservedGenerationTracking") @Pb(4) long observedGeneration)
            implements CustomResourceDefinitionStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null, null, null, 0);

        public Status {
            conditions = Absent.list(conditions);
            acceptedNames = Absent.or(acceptedNames, Names.EMPTY);
            storedVersions = Absent.list(storedVersions);
        }
    }

    /**
     * Schema that custom objects are checked and pruned by.
     *
     * @param openAPIV3Schema Structural OpenAPI v3 schema; required in every version.
     */
    @RecordBuilder
    public record CustomResourceValidation(@Pb(1) @Nullable JSONSchemaProps openAPIV3Schema)
            implements CustomResourceDefinitionCustomResourceValidationBuilder.With {}

    /**
     * Subresources of a custom resource.
     *
     * @param status Offers /status, so that status and the rest are written apart; null does not.
     * @param scale Offers /scale for reading and setting the replica count; null does not.
     */
    @RecordBuilder
    public record CustomResourceSubresources(
            @Pb(1) @Nullable CustomResourceSubresourceStatus status,
            @Pb(2) @Nullable CustomResourceSubresourceScale scale)
            implements CustomResourceDefinitionCustomResourceSubresourcesBuilder.With {}

    /**
     * Switches the status subresource on by being present; it has no fields.
     */
    @RecordBuilder
    public record CustomResourceSubresourceStatus() {}

    /**
     * Where the scale subresource finds its values in a custom object.
     *
     * @param specReplicasPath Simple path to the wanted count, under .spec.
     * @param statusReplicasPath Simple path to the observed count, under .status; a missing value reads as 0.
     * @param labelSelectorPath Simple path to the selector text, under .spec or .status; autoscaling needs it, null
     *     gives none.
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
    @TypeName("CustomResourceDefinitionConditionType")
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
