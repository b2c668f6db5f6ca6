package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerRestartPolicy;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PullPolicy;
import io.kubelayers.nucleus.core.TerminationMessagePolicy;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.resources.ResourceRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the containers of a pod, of all three lists (core/validation/validation.go, {@code
 * validateContainers}, {@code validateInitContainers}, {@code validateEphemeralContainers}).
 */
final class ContainerChecks {
    static final List<String> PULL_POLICIES = List.of(PullPolicy.ALWAYS, PullPolicy.IF_NOT_PRESENT, PullPolicy.NEVER);

    private static final List<String> MESSAGE_POLICIES =
            List.of(TerminationMessagePolicy.FILE, TerminationMessagePolicy.FALLBACK_TO_LOGS_ON_ERROR);

    private static final String NOT_OF_INIT = "may not be set for init containers without restartPolicy=Always";

    private final FieldPath path;
    private final PodSpec spec;
    private final Map<String, Volume> volumes;
    private final SortedSet<String> claims;
    private final List<FieldError> errors;
    private final ProbeChecks probes;

    ContainerChecks(
            FieldPath path,
            PodSpec spec,
            Map<String, Volume> volumes,
            SortedSet<String> claims,
            List<FieldError> errors) {
        this.path = path;
        this.spec = spec;
        this.volumes = volumes;
        this.claims = claims;
        this.errors = errors;
        this.probes = new ProbeChecks(spec, errors);
    }

    void check() {
        var names = new HashSet<String>();
        regular(path.child("containers"), names);
        if (!spec.initContainers().isEmpty()) {
            init(path.child("initContainers"), names);
        }
        if (!spec.ephemeralContainers().isEmpty()) {
            EphemeralContainerChecks.check(this, path.child("ephemeralContainers"), spec, errors);
        }
    }

    private void regular(FieldPath list, Set<String> names) {
        var containers = spec.containers();
        if (containers.isEmpty()) {
            errors.add(FieldError.required(list, ""));
            return;
        }
        for (int i = 0; i < containers.size(); i++) {
            var container = containers.get(i);
            var at = list.index(i);
            common(at, container);
            if (!names.add(container.name())) {
                errors.add(FieldError.duplicate(at.child("name"), container.name()));
            }
            probes.all(at, container);
            RestartChecks.policy(at, container.restartPolicy(), container.restartPolicyRules(), errors);
        }
        HostPortChecks.unique(list, containers, errors);
    }

    private void init(FieldPath list, Set<String> names) {
        for (int i = 0; i < spec.initContainers().size(); i++) {
            var container = spec.initContainers().get(i);
            var at = list.index(i);
            common(at, container);
            boolean sidecar = ContainerRestartPolicy.ALWAYS.equals(container.restartPolicy());
            RestartChecks.initPolicy(at, container, errors);
            if (names.contains(container.name())) {
                errors.add(FieldError.duplicate(at.child("name"), container.name()));
            } else if (!container.name().isEmpty()) {
                names.add(container.name());
            }
            HostPortChecks.unique(list, List.of(container), errors);
            if (sidecar) {
                probes.all(at, container);
            } else {
                forbidden(at.child("lifecycle"), container.lifecycle());
                forbidden(at.child("livenessProbe"), container.livenessProbe());
                forbidden(at.child("readinessProbe"), container.readinessProbe());
                forbidden(at.child("startupProbe"), container.startupProbe());
            }
        }
    }

    private void forbidden(FieldPath at, @Nullable Object value) {
        if (value != null) {
            errors.add(FieldError.forbidden(at, NOT_OF_INIT));
        }
    }

    /** What holds for containers of every list. */
    void common(FieldPath at, Container container) {
        if (container.name().isEmpty()) {
            errors.add(FieldError.required(at.child("name"), ""));
        } else {
            MetaRules.invalid(at.child("name"), container.name(), Names.dnsLabel(container.name()), errors);
        }
        if (container.image() == null) {
            errors.add(FieldError.required(at.child("image"), ""));
        }
        PodSpecChecks.choice(
                at.child("terminationMessagePolicy"), container.terminationMessagePolicy(), MESSAGE_POLICIES, errors);
        HostPortChecks.ports(at.child("ports"), container.ports(), errors);
        EnvChecks.env(at.child("env"), container.env(), errors);
        EnvChecks.envFrom(at.child("envFrom"), container.envFrom(), errors);
        MountChecks.check(at, container, volumes, errors);
        PodSpecChecks.choice(at.child("imagePullPolicy"), container.imagePullPolicy(), PULL_POLICIES, errors);
        ResourceRules.container(at.child("resources"), container.resources(), claims, errors);
        RestartChecks.resizePolicy(at.child("resizePolicy"), container.resizePolicy(), spec.restartPolicy(), errors);
        if (container.securityContext() != null) {
            ContainerSecurityChecks.check(
                    at.child("securityContext"),
                    container.securityContext(),
                    !Boolean.FALSE.equals(spec.hostUsers()),
                    errors);
        }
    }
}
