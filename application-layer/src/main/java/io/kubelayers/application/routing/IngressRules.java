package io.kubelayers.application.routing;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Ips;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of Ingresses ({@code pkg/apis/networking/validation}, {@code pkg/registry/networking/ingress}). */
public final class IngressRules implements KindRules<Ingress> {
    private static final String CLASS = "kubernetes.io/ingress.class";

    @Override
    public Class<Ingress> type() {
        return Ingress.class;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public List<FieldError> validate(Ingress ingress) {
        var errors = new FieldErrors();
        new IngressChecks(errors, false, false).check(ingress.spec());
        var annotation = ingress.metadata().annotations().get(CLASS);
        var name = ingress.spec().ingressClassName();
        if (annotation != null && name != null && !annotation.equals(name)) {
            errors.invalid(
                    FieldPath.of("annotations", CLASS),
                    annotation,
                    "must match `ingressClassName` when both are specified");
        }
        return errors.list();
    }

    /** What was stored before rules grew stricter may stay. */
    @Override
    public List<FieldError> validateUpdate(Ingress ingress, Ingress old) {
        var errors = new FieldErrors();
        new IngressChecks(errors, IngressChecks.hasWrongSecret(old), IngressChecks.hasWrongWildcardRule(old))
                .check(ingress.spec());
        return errors.list();
    }

    @Override
    public List<String> warnings(Ingress ingress, @Nullable Ingress old) {
        boolean named = ingress.spec().ingressClassName() != null;
        return old == null && !named && ingress.metadata().annotations().containsKey(CLASS)
                ? List.of("annotation \"" + CLASS + "\" is deprecated, please use 'spec.ingressClassName' instead")
                : List.of();
    }

    /** Addresses of load balancers, too, can be written in ways that not everybody reads. */
    @Override
    public List<String> statusWarnings(Ingress ingress) {
        return Ips.warnings(
                FieldPath.of("status", "loadBalancer", "ingress"),
                ingress.status().loadBalancer().ingress(),
                Ingress.LoadBalancerIngress::ip);
    }

    @Override
    public List<FieldError> validateStatusUpdate(Ingress ingress, Ingress old) {
        var errors = new FieldErrors();
        IngressChecks.entryPoints(ingress.status().loadBalancer().ingress(), errors);
        return errors.list();
    }
}
