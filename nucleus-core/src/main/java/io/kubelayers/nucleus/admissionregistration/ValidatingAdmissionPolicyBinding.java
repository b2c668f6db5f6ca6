package io.kubelayers.nucleus.admissionregistration;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.ListSet;
import io.kubelayers.nucleus.api.Pb;
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
 * @param spec TODO-DOC
 */
@Kind(
    group = "admissionregistration.k8s.io",
    version = "v1",
    plural = "validatingadmissionpolicybindings",
    scope = Scope.CLUSTER,
    categories = "api-extensions",
    columns = {
        @Column(name = "Name", format = "name"),
        @Column(name = "PolicyName"),
        @Column(name = "ParamRef"),
        @Column(name = "Age")
    })
@RecordBuilder
public record ValidatingAdmissionPolicyBinding(
    @Written @Pb(1) ObjectMeta metadata,
    @Written @Pb(2) Spec spec)
    implements KubernetesObject, ValidatingAdmissionPolicyBindingBuilder.With {
    public ValidatingAdmissionPolicyBinding {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
    }

    @Override
    public ValidatingAdmissionPolicyBinding withMetadata(ObjectMeta metadata) {
        return ValidatingAdmissionPolicyBindingBuilder.With.super.withMetadata(metadata);
    }


    /**
     * TODO-DOC.
     *
     * @param policyName TODO-DOC
     * @param paramRef TODO-DOC
     * @param matchResources TODO-DOC
     * @param validationActions TODO-DOC
     */
    @RecordBuilder
    public record Spec(
        @Pb(1) @Nullable String policyName,
        @Pb(2) @Nullable ParamRef paramRef,
        @Pb(3) @Nullable MatchResources matchResources,
        @ListSet @EnumValues(ValidationAction.class) @Pb(4) List<String> validationActions)
        implements ValidatingAdmissionPolicyBindingSpecBuilder.With {
        /** The value of a field that was not set. */
        public static final Spec EMPTY = new Spec(null, null, null, null);

        public Spec {
            policyName = Absent.optional(policyName);
            validationActions = Absent.list(validationActions);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param namespace TODO-DOC
     * @param selector TODO-DOC
     * @param parameterNotFoundAction TODO-DOC
     */
    @Atomic
    @RecordBuilder
    public record ParamRef(
        @Pb(1) @Nullable String name,
        @Pb(2) @Nullable String namespace,
        @Pb(3) @Nullable LabelSelector selector,
        @EnumValues(value = ParameterNotFoundActionType.class, closed = false) @Pb(4) @Nullable String parameterNotFoundAction)
        implements ValidatingAdmissionPolicyBindingParamRefBuilder.With {
        public ParamRef {
            name = Absent.optional(name);
            namespace = Absent.optional(namespace);
        }

    }

    /** The values of {@code ValidationAction}. */
    public static final class ValidationAction {
        public static final String DENY = "Deny";
        public static final String WARN = "Warn";
        public static final String AUDIT = "Audit";

        private ValidationAction() {}
    }

    /** The values of {@code ParameterNotFoundActionType} known upstream; others may occur. */
    public static final class ParameterNotFoundActionType {
        public static final String ALLOW = "Allow";
        public static final String DENY = "Deny";

        private ParameterNotFoundActionType() {}
    }
}
