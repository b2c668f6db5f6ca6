package io.kubelayers.application.routing;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Gives new Ingresses that name no class the default one, of several the newest
 * ({@code plugin/pkg/admission/network/defaultingressclass/admission.go}).
 */
public final class DefaultIngressClass implements AdmissionPlugin.Mutating {
    private static final String IS_DEFAULT = "ingressclass.kubernetes.io/is-default-class";

    /** The annotation that named the class before there was a field. */
    private static final String CLASS = "kubernetes.io/ingress.class";

    private final Informers informers;

    public DefaultIngressClass(Informers informers) {
        this.informers = informers;
    }

    @Override
    public String name() {
        return "DefaultIngressClass";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.operation() == AdmissionRequest.Operation.CREATE
                && request.concerns(Ingress.class)
                && request.object() instanceof Ingress ingress
                && ingress.spec().ingressClassName() == null
                && !ingress.metadata().annotations().containsKey(CLASS);
    }

    @Override
    public KubernetesObject mutate(AdmissionRequest request) {
        if (!(request.object() instanceof Ingress ingress)) {
            throw new IllegalArgumentException("not an Ingress: " + request.type());
        }
        var standard = newestDefault();
        return standard.isEmpty()
                ? ingress
                : ingress.withSpec(ingress.spec()
                        .withIngressClassName(standard.get().metadata().name()));
    }

    private Optional<IngressClass> newestDefault() {
        return informers.lister(IngressClass.class).list().stream()
                .filter(known -> "true".equals(known.metadata().annotations().get(IS_DEFAULT)))
                .min(Comparator.comparing(DefaultIngressClass::created, Comparator.reverseOrder())
                        .thenComparing(known -> known.metadata().nameOrEmpty()));
    }

    private static Instant created(IngressClass known) {
        var created = known.metadata().creationTimestamp();
        return created == null ? Instant.MIN : created;
    }
}
