package io.kubelayers.nucleus.admissionregistration;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.ReadOnly;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.Condition;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.StatusReason;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks requests with CEL expressions inside the API server; takes effect through bindings.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted checks.
 * @param status Findings of the server about the policy.
 */
@Kind(
        group = "admissionregistration.k8s.io",
        version = "v1",
        plural = "validatingadmissionpolicies",
        scope = Scope.CLUSTER,
        categories = "api-extensions",
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Validations", type = "integer"),
            @Column(name = "ParamKind"),
            @Column(name = "Age")
        })
@RecordBuilder
public record ValidatingAdmissionPolicy(
        @Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @ReadOnly @Pb(3) Status status)
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
     * Observed state of an admission policy.
     *
     * @param observedGeneration Last metadata.generation the controller has processed.
     * @param typeChecking Type warnings for the expressions; null until they were checked.
     * @param conditions Latest conditions, one a type.
     */
    @TypeName("ValidatingAdmissionPolicyStatus")
    @RecordBuilder
    public record Status(
            @Pb(1) long observedGeneration,
            @Pb(2) @Nullable TypeChecking typeChecking,
            @ListMap("type") @Pb(3) List<Condition> conditions)
            implements ValidatingAdmissionPolicyStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(0, null, null);

        public Status {
            conditions = Absent.list(conditions);
        }
    }

    /**
     * Outcome of type checking the expressions of a policy.
     *
     * @param expressionWarnings Warnings by expression; empty if none.
     */
    @RecordBuilder
    public record TypeChecking(@Atomic @Pb(1) List<ExpressionWarning> expressionWarnings)
            implements ValidatingAdmissionPolicyTypeCheckingBuilder.With {
        public TypeChecking {
            expressionWarnings = Absent.list(expressionWarnings);
        }
    }

    /**
     * A type warning about one expression.
     *
     * @param fieldRef Path of the expression, such as spec.validations[0].expression.
     * @param warning Readable text of the warning, with one part a checked type.
     */
    @RecordBuilder
    public record ExpressionWarning(@Required @Pb(2) String fieldRef, @Required @Pb(3) String warning)
            implements ValidatingAdmissionPolicyExpressionWarningBuilder.With {
        public ExpressionWarning {
            fieldRef = Absent.text(fieldRef);
            warning = Absent.text(warning);
        }
    }

    /**
     * Desired checks of an admission policy; needs validations or audit annotations.
     *
     * @param paramKind Kind of the objects that parametrise the policy; null if it takes none.
     * @param matchConstraints Requests the policy looks at; required.
     * @param validations Checks that must all hold.
     * @param failurePolicy What a broken or failing policy does: Ignore or Fail; null means Fail.
     * @param auditAnnotations Values the policy adds to the audit log.
     * @param matchConditions CEL conditions a request must meet to be looked at, up to 64; empty takes all.
     * @param variables Named expressions the others can use; each may use those before it.
     */
    @TypeName("ValidatingAdmissionPolicySpec")
    @RecordBuilder
    public record Spec(
            @Pb(1) @Nullable ParamKind paramKind,
            @Pb(2) @Nullable MatchResources matchConstraints,
            @Atomic @Pb(3) List<Validation> validations,
            @Default("Fail") @EnumValues(FailurePolicyType.class) @Pb(4) @Nullable String failurePolicy,
            @Atomic @Pb(5) List<AuditAnnotation> auditAnnotations,
            @ListMap("name") @MergeKey("name") @Pb(6) List<MatchCondition> matchConditions,
            @ListMap("name") @MergeKey("name") @Pb(7) List<Variable> variables)
            implements ValidatingAdmissionPolicySpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null, null, null, null, null);

        public Spec {
            validations = Absent.list(validations);
            auditAnnotations = Absent.list(auditAnnotations);
            matchConditions = Absent.list(matchConditions);
            variables = Absent.list(variables);
        }
    }

    /**
     * Kind of the parameter objects of a policy.
     *
     * @param apiVersion API group and version of the kind; required.
     * @param kind Name of the kind; required.
     */
    @Atomic
    @RecordBuilder
    public record ParamKind(@Pb(1) @Nullable String apiVersion, @Pb(2) @Nullable String kind)
            implements ValidatingAdmissionPolicyParamKindBuilder.With {
        public ParamKind {
            apiVersion = Absent.optional(apiVersion);
            kind = Absent.optional(kind);
        }
    }

    /**
     * One CEL check, and what to tell when it fails.
     *
     * @param expression CEL expression that gives true if the request is fine.
     * @param message Text of the refusal; required if the expression has line breaks, else made from it.
     * @param reason Status reason of the refusal: Unauthorized, Forbidden, Invalid or RequestEntityTooLarge; null
     *     means Invalid.
     * @param messageExpression CEL expression that makes the text; used before message if it works.
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
     * A named CEL expression, worked out when first used.
     *
     * @param name Name, a CEL identifier unique in the policy; used as variables.name.
     * @param expression CEL expression that gives the value.
     */
    @Atomic
    @RecordBuilder
    public record Variable(@Required @Pb(1) String name, @Required @Pb(2) String expression)
            implements ValidatingAdmissionPolicyVariableBuilder.With {
        public Variable {
            name = Absent.text(name);
            expression = Absent.text(expression);
        }
    }

    /**
     * A value that a policy adds to the audit log of a request.
     *
     * @param key Last part of the annotation key; the policy name stands before it.
     * @param valueExpression CEL expression giving a string, or null to leave the annotation out.
     */
    @RecordBuilder
    public record AuditAnnotation(@Required @Pb(1) String key, @Required @Pb(2) String valueExpression)
            implements ValidatingAdmissionPolicyAuditAnnotationBuilder.With {
        public AuditAnnotation {
            key = Absent.text(key);
            valueExpression = Absent.text(valueExpression);
        }
    }
}
