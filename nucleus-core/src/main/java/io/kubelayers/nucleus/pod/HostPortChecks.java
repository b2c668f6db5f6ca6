package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerPort;
import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.HashSet;
import java.util.List;

/** What is wrong with the ports of containers, each by itself and on the host ({@code validateContainerPorts}). */
final class HostPortChecks {
    private static final List<String> PROTOCOLS = List.of(Protocol.SCTP, Protocol.TCP, Protocol.UDP);

    private HostPortChecks() {}

    static void ports(FieldPath path, List<ContainerPort> ports, List<FieldError> errors) {
        if (ports.isEmpty()) {
            return;
        }
        var names = new HashSet<String>();
        for (int i = 0; i < ports.size(); i++) {
            var port = ports.get(i);
            var at = path.index(i);
            if (port.name() != null) {
                var complaints = Names.portName(port.name());
                MetaRules.invalid(at.child("name"), port.name(), complaints, errors);
                if (complaints.isEmpty() && !names.add(port.name())) {
                    errors.add(FieldError.duplicate(at.child("name"), port.name()));
                }
            }
            if (port.containerPort() == 0) {
                errors.add(FieldError.required(at.child("containerPort"), ""));
            } else {
                number(at.child("containerPort"), port.containerPort(), errors);
            }
            if (port.hostPort() != 0) {
                number(at.child("hostPort"), port.hostPort(), errors);
            }
            PodSpecChecks.choice(at.child("protocol"), port.protocol(), PROTOCOLS, errors);
        }
    }

    /** A port number from 1 to 65535. */
    static void number(FieldPath path, int port, List<FieldError> errors) {
        for (var complaint : Names.portNumber(port)) {
            errors.add(FieldError.invalid(path, port, complaint));
        }
    }

    /** No two containers want the same port of the host. */
    static void unique(FieldPath path, List<Container> containers, List<FieldError> errors) {
        HashSet<String> taken = null;
        for (int i = 0; i < containers.size(); i++) {
            var ports = containers.get(i).ports();
            for (int j = 0; j < ports.size(); j++) {
                var port = ports.get(j);
                if (port.hostPort() == 0) {
                    continue;
                }
                taken = taken == null ? new HashSet<>() : taken;
                var key = (port.protocol() == null ? "" : port.protocol()) + "/"
                        + (port.hostIP() == null ? "" : port.hostIP()) + "/" + port.hostPort();
                if (!taken.add(key)) {
                    errors.add(FieldError.duplicate(
                            path.index(i).child("ports").index(j).child("hostPort"), key));
                }
            }
        }
    }
}
