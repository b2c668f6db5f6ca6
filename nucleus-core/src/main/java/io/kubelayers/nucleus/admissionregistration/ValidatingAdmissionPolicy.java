package io.kubelayers.nucleus.admissionregistration;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.ReadOnly;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.Condition;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.StatusReason;
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
    group = "admissionregistration.k8s.io",
    version = "v1",
    plural = "validatingadmissionpolicies",
    scope = Scope.CLUSTER,
    categories = "api-extensions",
    subresources = {
        @Subresource(name = "status", verbs = {"get", "patch", "update"})
    },
    columns = {
        @Column(name = "Name", format = "name"),
        @Column(name = "Validations", type = "integer"),
        @Column(name = "ParamKind"),
        @Column(name = "Age")
    })
@RecordBuilder
public record ValidatingAdmissionPolicy(
    @Written @Pb(1) ObjectMeta metadata,
    @Written @Pb(2) Spec spec,
    @Written @ReadOnly @Pb(3) Status status)
    implements KubernetesObject, ValidatingAdmissionPolicyBuilder.With {
    public ValidatingAdmissionPolicy {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public ValidatingAdmissionPolicy withMetadata(ObjectMeta metadata) {
        return ValidatingAdmissionPolicyBuilder.With.super.withMetadata(metadata);
    }


    /**
     * TODO-DOC.
     *
     * @param observedGeneration TODO-DOC
     * @param typeChecking TODO-DOC
     * @param conditions TODO-DOC
     */
    @RecordBuilder
    public record Status(
        @Pb(1) long observedGeneration,
        @Pb(2) @Nullable TypeChecking typeChecking,
        @ListMap("type") @Pb(3) List<Condition> conditions)
        implements ValidatingAdmissionPolicyStatusBuilder.With {
        /** The value of a field that was not set. */
        public static final Status EMPTY = new Status(0, null, null);

        public Status {
            conditions = Absent.list(conditions);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param expressionWarnings TODO-DOC
     */
    @RecordBuilder
    public record TypeChecking(
        @Atomic @Pb(1) List<ExpressionWarning> expressionWarnings)
        implements ValidatingAdmissionPolicyTypeCheckingBuilder.With {
        public TypeChecking {
            expressionWarnings = Absent.list(expressionWarnings);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param fieldRef TODO-DOC
     * @param warning TODO-DOC
     */
    @RecordBuilder
    public record ExpressionWarning(
        @Required @Pb(2) String fieldRef,
        @Required @Pb(3) String warning)
        implements ValidatingAdmissionPolicyExpressionWarningBuilder.With {
        public ExpressionWarning {
            fieldRef = Absent.text(fieldRef);
            warning = Absent.text(warning);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param paramKind TODO-DOC
     * @param matchConstraints TODO-DOC
     * @param validations TODO-DOC
     * @param failurePolicy TODO-DOC
     * @param auditAnnotations TODO-DOC
     * @param matchConditions TODO-DOC
     * @param variables TODO-DOC
     */
    @RecordBuilder
    public record Spec(
        @Pb(1) @Nullable ParamKind paramKind,
        @Pb(2) @Nullable MatchResources matchConstraints,
        @Atomic @Pb(3) List<Validation> validations,
        @EnumValues(FailurePolicyType.class) @Pb(4) @Nullable String failurePolicy,
        @Atomic @Pb(5) List<AuditAnnotation> auditAnnotations,
        @ListMap("name") @MergeKey("name") @Pb(6) List<MatchCondition> matchConditions,
        @ListMap("name") @MergeKey("name") @Pb(7) List<Variable> variables)
        implements ValidatingAdmissionPolicySpecBuilder.With {
        /** The value of a field that was not set. */
        public static final Spec EMPTY = new Spec(null, null, null, null, null, null, null);

        public Spec {
            validations = Absent.list(validations);
            auditAnnotations = Absent.list(auditAnnotations);
            matchConditions = Absent.list(matchConditions);
            variables = Absent.list(variables);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param apiVersion TODO-DOC
     * @param kind TODO-DOC
     */
    @Atomic
    @RecordBuilder
    public record ParamKind(
        @Pb(1) @Nullable String apiVersion,
        @Pb(2) @Nullable String kind)
        implements ValidatingAdmissionPolicyParamKindBuilder.With {
        public ParamKind {
            apiVersion = Absent.optional(apiVersion);
            kind = Absent.optional(kind);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param expression TODO-DOC
     * @param message TODO-DOC
     * @param reason TODO-DOC
     * @param messageExpression TODO-DOC
     */
    @RecordBuilder
    public record Validation(
        @Required @Pb(1) String expression,
        @Pb(2) @Nullable String message,
        @EnumValues(value = StatusReason.class, closed = false) @Pb(3) @Nullable String reason,
        @Pb(4) @Nullable String messageExpression)
        implements ValidatingAdmissionPolicyValidationBuilder.With {
        public Validation {
            expression = Absent.text(expression);
            message = Absent.optional(message);
            messageExpression = Absent.optional(messageExpression);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param expression TODO-DOC
     */
    @Atomic
    @RecordBuilder
    public record Variable(
        @Required @Pb(1) String name,
        @Required @Pb(2) String expression)
        implements ValidatingAdmissionPolicyVariableBuilder.With {
        public Variable {
            name = Absent.text(name);
            expression = Absent.text(expression);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param key TODO-DOC
     * @param valueExpression TODO-DOC
     */
    @RecordBuilder
    public record AuditAnnotation(
        @Required @Pb(1) String key,
        @Required @Pb(2) String valueExpression)
        implements ValidatingAdmissionPolicyAuditAnnotationBuilder.With {
        public AuditAnnotation {
            key = Absent.text(key);
            valueExpression = Absent.text(valueExpression);
        }

    }
}
