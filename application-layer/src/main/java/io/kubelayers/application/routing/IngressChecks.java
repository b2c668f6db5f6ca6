package io.kubelayers.application.routing;

import io.kubelayers.nucleus.core.TypedLocalObjectReference;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Ips;
import io.kubelayers.nucleus.validation.NameRule;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be wrong with an Ingress ({@code ValidateIngressSpec}). */
final class IngressChecks {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final List<String> PATH_TYPES =
            List.of(Ingress.PathType.EXACT, Ingress.PathType.IMPLEMENTATION_SPECIFIC, Ingress.PathType.PREFIX);
    private static final List<String> WRONG_PARTS = List.of("//", "/./", "/../", "%2f", "%2F");
    private static final List<String> WRONG_ENDS = List.of("/..", "/.");

    private final FieldErrors errors;
    private final boolean anySecret;
    private final boolean anyWildcardRule;

    /**
     * Makes the checks.
     *
     * @param anySecret whether names of secrets are let pass
     * @param anyWildcardRule whether rules of hosts with wildcards are let pass
     */
    IngressChecks(FieldErrors errors, boolean anySecret, boolean anyWildcardRule) {
        this.errors = errors;
        this.anySecret = anySecret;
        this.anyWildcardRule = anyWildcardRule;
    }

    void check(Ingress.Spec spec) {
        if (spec.rules().isEmpty() && spec.defaultBackend() == null) {
            errors.invalid(SPEC, spec.rules(), "either `defaultBackend` or `rules` must be specified");
        }
        if (spec.defaultBackend() != null) {
            backend(SPEC.child("defaultBackend"), spec.defaultBackend());
        }
        for (int i = 0; i < spec.rules().size(); i++) {
            rule(SPEC.child("rules").index(i), spec.rules().get(i));
        }
        for (int i = 0; i < spec.tls().size(); i++) {
            tls(SPEC.child("tls").index(i), spec.tls().get(i));
        }
        if (spec.ingressClassName() != null) {
            errors.invalid(
                    SPEC.child("ingressClassName"),
                    spec.ingressClassName(),
                    NameRule.DNS_SUBDOMAIN.complaints(spec.ingressClassName(), false));
        }
    }

    private void rule(FieldPath path, Ingress.Rule rule) {
        boolean wildcard = false;
        if (rule.host() != null) {
            if (Ips.parse(rule.host()).isPresent()) {
                errors.invalid(path.child("host"), rule.host(), "must be a DNS name, not an IP address");
            }
            wildcard = rule.host().contains("*");
            host(path.child("host"), rule.host());
        }
        if (!wildcard || !anyWildcardRule) {
            paths(path, rule);
        }
    }

    private void host(FieldPath path, String host) {
        errors.invalid(path, host, host.contains("*") ? Names.wildcardDnsSubdomain(host) : Names.dnsSubdomain(host));
    }

    private void paths(FieldPath path, Ingress.Rule rule) {
        if (rule.http() == null) {
            return;
        }
        var place = path.child("http", "paths");
        var paths = rule.http().paths();
        if (paths.isEmpty()) {
            errors.required(place);
        }
        for (int i = 0; i < paths.size(); i++) {
            path(place.index(i), paths.get(i));
        }
    }

    private void path(FieldPath path, Ingress.HTTPIngressPath httpPath) {
        var text = httpPath.path() == null ? "" : httpPath.path();
        var place = path.child("path");
        if (httpPath.pathType() == null) {
            errors.required(path.child("pathType"), "pathType must be specified");
            return;
        }
        switch (httpPath.pathType()) {
            case Ingress.PathType.EXACT, Ingress.PathType.PREFIX -> {
                absolute(place, text);
                for (var part : WRONG_PARTS) {
                    if (text.contains(part)) {
                        errors.invalid(place, text, "must not contain '" + part + "'");
                    }
                }
                for (var end : WRONG_ENDS) {
                    if (text.endsWith(end)) {
                        errors.invalid(place, text, "cannot end with '" + end + "'");
                    }
                }
            }
            case Ingress.PathType.IMPLEMENTATION_SPECIFIC -> {
                if (!text.isEmpty()) {
                    absolute(place, text);
                }
            }
            default -> errors.notSupported(path.child("pathType"), httpPath.pathType(), PATH_TYPES);
        }
        backend(path.child("backend"), httpPath.backend());
    }

    private void absolute(FieldPath path, String text) {
        if (!text.startsWith("/")) {
            errors.invalid(path, text, "must be an absolute path");
        }
    }

    private void backend(FieldPath path, Ingress.Backend backend) {
        var service = backend.service();
        if (backend.resource() != null && service != null) {
            errors.invalid(path, "", "cannot set both resource and service backends");
        } else if (backend.resource() != null) {
            reference(path.child("resource"), backend.resource());
        } else if (service == null) {
            errors.invalid(path, "", "resource or service backend is required");
        } else {
            service(path, service);
        }
    }

    private void service(FieldPath path, Ingress.ServiceBackend service) {
        var place = path.child("service");
        if (errors.given(place.child("name"), service.name())) {
            errors.invalid(
                    place.child("name"), service.name(), NameRule.DNS_1035_LABEL.complaints(service.name(), false));
        }
        var name = service.port().name() == null ? "" : service.port().name();
        int number = service.port().number();
        if (!name.isEmpty() && number != 0) {
            errors.invalid(path, "", "cannot set both port name & port number");
        } else if (!name.isEmpty()) {
            errors.invalid(place.child("port", "name"), name, Names.portName(name));
        } else if (number != 0) {
            errors.invalid(place.child("port", "number"), number, Names.portNumber(number));
        } else {
            errors.required(path, "port name or number is required");
        }
    }

    private void reference(FieldPath path, TypedLocalObjectReference reference) {
        reference(path, reference.apiGroup(), reference.kind(), reference.name(), errors);
    }

    /** A reference to an object of any kind: its group, if given, kind and name. */
    static void reference(FieldPath path, @Nullable String group, String kind, String name, FieldErrors errors) {
        if (group != null) {
            errors.invalid(path.child("apiGroup"), group, Names.dnsSubdomain(group));
        }
        segment(path.child("kind"), kind, errors);
        segment(path.child("name"), name, errors);
    }

    private static void segment(FieldPath path, String text, FieldErrors errors) {
        if (errors.given(path, text)) {
            errors.invalid(path, text, Names.pathSegment(text));
        }
    }

    private void tls(FieldPath path, Ingress.TLS tls) {
        for (int i = 0; i < tls.hosts().size(); i++) {
            host(path.child("hosts").index(i), tls.hosts().get(i));
        }
        if (!anySecret) {
            errors.invalid(path.child("secretName"), tls.secretName(), secretComplaints(tls));
        }
    }

    private static List<String> secretComplaints(Ingress.TLS tls) {
        return tls.secretName() == null ? List.of() : NameRule.DNS_SUBDOMAIN.complaints(tls.secretName(), false);
    }

    static boolean hasWrongSecret(Ingress ingress) {
        return ingress.spec().tls().stream()
                .anyMatch(tls -> !secretComplaints(tls).isEmpty());
    }

    static boolean hasWrongWildcardRule(Ingress ingress) {
        for (var rule : ingress.spec().rules()) {
            var errors = new FieldErrors();
            if (rule.host() != null && rule.host().contains("*")) {
                new IngressChecks(errors, false, false).paths(FieldPath.ROOT, rule);
            }
            if (errors.size() > 0) {
                return true;
            }
        }
        return false;
    }

    static void entryPoints(List<Ingress.LoadBalancerIngress> ingress, FieldErrors errors) {
        for (int i = 0; i < ingress.size(); i++) {
            var path = FieldPath.of("status", "loadBalancer", "ingress").index(i);
            var entry = ingress.get(i);
            if (entry.ip() != null) {
                errors.invalid(path.child("ip"), entry.ip(), Names.ip(entry.ip()));
            }
            if (entry.hostname() != null) {
                errors.invalid(path.child("hostname"), entry.hostname(), Names.dnsSubdomain(entry.hostname()));
                if (Ips.parse(entry.hostname()).isPresent()) {
                    errors.invalid(path.child("hostname"), entry.hostname(), "must be a DNS name, not an IP address");
                }
            }
        }
    }
}
