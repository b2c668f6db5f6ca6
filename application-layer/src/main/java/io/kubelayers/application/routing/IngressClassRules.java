package io.kubelayers.application.routing;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.DomainNames;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;

/** Defaults and checks of IngressClasses; their controller never changes. */
public final class IngressClassRules implements KindRules<IngressClass> {
    private static final FieldPath CONTROLLER = FieldPath.of("spec", "controller");
    private static final FieldPath PARAMETERS = FieldPath.of("spec", "parameters");
    private static final String CLUSTER = "Cluster";
    private static final String NAMESPACE = "Namespace";
    private static final int LONGEST_CONTROLLER = 250;

    @Override
    public Class<IngressClass> type() {
        return IngressClass.class;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public IngressClass defaulted(IngressClass ingressClass) {
        var spec = ingressClass.spec();
        var parameters = spec.parameters();
        return parameters == null || parameters.scope() != null
                ? ingressClass
                : ingressClass.withSpec(spec.withParameters(parameters.withScope(CLUSTER)));
    }

    @Override
    public List<FieldError> validate(IngressClass ingressClass) {
        var errors = new FieldErrors();
        check(ingressClass.spec(), errors);
        return errors.list();
    }

    @Override
    public List<FieldError> validateUpdate(IngressClass ingressClass, IngressClass old) {
        var errors = new FieldErrors();
        errors.immutable(CONTROLLER, controller(ingressClass.spec()), controller(old.spec()));
        check(ingressClass.spec(), errors);
        return errors.list();
    }

    private static String controller(IngressClass.Spec spec) {
        return spec.controller() == null ? "" : spec.controller();
    }

    private static void check(IngressClass.Spec spec, FieldErrors errors) {
        errors.notLonger(CONTROLLER, spec.controller(), LONGEST_CONTROLLER);
        errors.addAll(DomainNames.prefixedPath(CONTROLLER, controller(spec)));
        if (spec.parameters() != null) {
            parameters(spec.parameters(), errors);
        }
    }

    private static void parameters(IngressClass.ParametersReference parameters, FieldErrors errors) {
        IngressChecks.reference(PARAMETERS, parameters.apiGroup(), parameters.kind(), parameters.name(), errors);
        var namespace = PARAMETERS.child("namespace");
        if (parameters.scope() == null) {
            errors.required(PARAMETERS.child("scope"));
            return;
        }
        errors.oneOf(PARAMETERS.child("scope"), parameters.scope(), List.of(CLUSTER, NAMESPACE));
        if (parameters.scope().equals(NAMESPACE)) {
            if (parameters.namespace() == null) {
                errors.required(namespace, "`parameters.scope` is set to 'Namespace'");
            } else {
                errors.invalid(namespace, parameters.namespace(), Names.dnsLabel(parameters.namespace()));
            }
        } else if (parameters.scope().equals(CLUSTER) && parameters.namespace() != null) {
            errors.forbidden(namespace, "`parameters.scope` is set to 'Cluster'");
        }
    }
}
