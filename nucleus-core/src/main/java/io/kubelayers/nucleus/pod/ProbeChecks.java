package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ExecAction;
import io.kubelayers.nucleus.core.HTTPGetAction;
import io.kubelayers.nucleus.core.Lifecycle;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodSpec.OSName;
import io.kubelayers.nucleus.core.Probe;
import io.kubelayers.nucleus.core.TCPSocketAction;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ObjectMetaValidation;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with probes and lifecycle hooks ({@code validateProbe}, {@code validateLifecycle}). */
final class ProbeChecks {
    private static final List<String> SCHEMES = List.of("HTTP", "HTTPS");
    private static final String ONE_HANDLER = "may not specify more than 1 handler type";

    private final PodSpec spec;
    private final List<FieldError> errors;

    ProbeChecks(PodSpec spec, List<FieldError> errors) {
        this.spec = spec;
        this.errors = errors;
    }

    /** The hooks and probes of a container that may have them. */
    void all(FieldPath at, Container container) {
        if (container.lifecycle() != null) {
            lifecycle(at.child("lifecycle"), container.lifecycle());
        }
        if (container.livenessProbe() != null) {
            once(at.child("livenessProbe"), container.livenessProbe());
        }
        if (container.readinessProbe() != null) {
            var path = at.child("readinessProbe");
            probe(path, container.readinessProbe());
            var grace = container.readinessProbe().terminationGracePeriodSeconds();
            if (grace != null) {
                errors.add(FieldError.invalid(
                        path.child("terminationGracePeriodSeconds"), grace, "must not be set for readinessProbes"));
            }
        }
        if (container.startupProbe() != null) {
            once(at.child("startupProbe"), container.startupProbe());
        }
    }

    private void lifecycle(FieldPath path, Lifecycle lifecycle) {
        if (lifecycle.postStart() != null) {
            hook(path.child("postStart"), lifecycle.postStart());
        }
        if (lifecycle.preStop() != null) {
            hook(path.child("preStop"), lifecycle.preStop());
        }
        var signal = lifecycle.stopSignal();
        if (signal == null) {
            return;
        }
        var at = path.child("stopSignal");
        if (spec.os() == null) {
            errors.add(FieldError.forbidden(at, "may not be set for containers with empty `spec.os.name`"));
        } else if (spec.os().name().equals(OSName.WINDOWS)) {
            PodSpecChecks.choiceIfSet(at, signal, StopSignals.WINDOWS, errors);
        } else if (spec.os().name().equals(OSName.LINUX)) {
            PodSpecChecks.choiceIfSet(at, signal, StopSignals.LINUX, errors);
        }
    }

    private void hook(FieldPath path, Lifecycle.Handler hook) {
        boolean set = handlers(path, hook.exec(), hook.httpGet(), hook.tcpSocket());
        if (hook.sleep() != null) {
            if (set) {
                errors.add(FieldError.forbidden(path.child("sleep"), ONE_HANDLER));
            } else {
                sleep(path.child("sleep"), hook.sleep().seconds());
            }
        } else if (!set) {
            errors.add(FieldError.required(path, "must specify a handler type"));
        }
    }

    private void sleep(FieldPath path, long seconds) {
        var grace = spec.terminationGracePeriodSeconds();
        if (grace != null && (seconds < 0 || seconds > grace)) {
            errors.add(FieldError.invalid(
                    path, seconds, "must be non-negative and less than terminationGracePeriodSeconds (" + grace + ")"));
        }
    }

    /** A probe that is passed by a single success. */
    private void once(FieldPath path, Probe probe) {
        probe(path, probe);
        if (probe.successThreshold() != 1) {
            errors.add(FieldError.invalid(path.child("successThreshold"), probe.successThreshold(), "must be 1"));
        }
    }

    private void probe(FieldPath path, Probe probe) {
        boolean set = handlers(path, probe.exec(), probe.httpGet(), probe.tcpSocket());
        if (probe.grpc() != null) {
            if (set) {
                errors.add(FieldError.forbidden(path.child("grpc"), ONE_HANDLER));
            } else {
                HostPortChecks.number(
                        path.child("grpc").child("port"), probe.grpc().port(), errors);
            }
        } else if (!set) {
            errors.add(FieldError.required(path, "must specify a handler type"));
        }
        notNegative(path, "initialDelaySeconds", probe.initialDelaySeconds());
        notNegative(path, "timeoutSeconds", probe.timeoutSeconds());
        notNegative(path, "periodSeconds", probe.periodSeconds());
        notNegative(path, "successThreshold", probe.successThreshold());
        notNegative(path, "failureThreshold", probe.failureThreshold());
        var grace = probe.terminationGracePeriodSeconds();
        if (grace != null && grace <= 0) {
            errors.add(
                    FieldError.invalid(path.child("terminationGracePeriodSeconds"), grace, "must be greater than 0"));
        }
    }

    private void notNegative(FieldPath path, String field, int value) {
        if (value < 0) {
            errors.addAll(ObjectMetaValidation.nonNegative(path.child(field), value));
        }
    }

    private boolean handlers(
            FieldPath path, @Nullable ExecAction exec, @Nullable HTTPGetAction http, @Nullable TCPSocketAction tcp) {
        if (exec != null && exec.command().isEmpty()) {
            errors.add(FieldError.required(path.child("exec", "command"), ""));
        }
        if (http != null) {
            if (exec != null) {
                errors.add(FieldError.forbidden(path.child("httpGet"), ONE_HANDLER));
            } else {
                httpGet(path.child("httpGet"), http);
            }
        }
        if (tcp != null) {
            if (exec != null || http != null) {
                errors.add(FieldError.forbidden(path.child("tcpSocket"), ONE_HANDLER));
            } else {
                port(path.child("tcpSocket").child("port"), tcp.port());
            }
        }
        return exec != null || http != null || tcp != null;
    }

    private void httpGet(FieldPath path, HTTPGetAction http) {
        if (http.path() == null) {
            errors.add(FieldError.required(path.child("path"), ""));
        }
        port(path.child("port"), http.port());
        var scheme = http.scheme() == null ? "" : http.scheme();
        PodSpecChecks.choiceIfSet(path.child("scheme"), scheme, SCHEMES, errors);
        for (var header : http.httpHeaders()) {
            MetaRules.invalid(path.child("httpHeaders"), header.name(), Names.httpHeader(header.name()), errors);
        }
    }

    private void port(FieldPath path, IntOrString port) {
        if (port.isInt()) {
            HostPortChecks.number(path, port.intValue(), errors);
        } else {
            MetaRules.invalid(path, port.toString(), Names.portName(port.toString()), errors);
        }
    }
}
