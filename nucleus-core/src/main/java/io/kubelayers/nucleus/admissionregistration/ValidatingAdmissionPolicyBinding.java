package io.kubelayers.nucleus.admissionregistration;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListSet;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts an admission policy into effect, with parameters and a chosen range.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted binding.
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
public record ValidatingAdmissionPolicyBinding(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec)
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
     * Desired binding of an admission policy.
     *
     * @param policyName Policy that is put into effect; required.
     * @param paramRef Parameter objects to use; null if the policy takes none.
     * @param matchResources Narrows the requests further; null leaves those of the policy.
     * @param validationActions What a failed check does: Deny, Warn, Audit; Deny and Warn exclude each other.
     */
    @TypeName("ValidatingAdmissionPolicyBindingSpec")
    @RecordBuilder
    public record Spec(
            @Pb(1) @Nullable String policyName,
            @Pb(2) @Nullable ParamRef paramRef,
            @Pb(3) @Nullable MatchResources matchResources,
            @ListSet @EnumValues(ValidationAction.class) @Pb(4) List<String> validationActions)
            implements ValidatingAdmissionPolicyBindingSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null, null);

        public Spec {
            policyName = Absent.optional(policyName);
            validationActions = Absent.list(validationActions);
        }
    }

    /**
     * Picks the parameter objects of a policy binding by exactly one of name and selector.
     *
     * @param name Name of one object; empty if selector is used.
     * @param namespace Namespace to look in; empty means that of the checked object, for namespaced kinds.
     * @param selector Labels of the objects, each is applied; null if name is used.
     * @param parameterNotFoundAction When no object is found: Allow skips the check, Deny follows failurePolicy;
     *     required.
     */
    @Atomic
    @RecordBuilder
    public record ParamRef(
            @Pb(1) @Nullable String name,
            @Pb(2) @Nullable String namespace,
            @Pb(3) @Nullable LabelSelector selector,
            @EnumValues(value = ParameterNotFoundActionType.class, closed = false) @Pb(4) @Nullable
                    String parameterNotFoundAction)
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
