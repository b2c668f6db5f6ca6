package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.value.Absent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers the names under {@code svc}: services, their ports and their endpoints. */
final class ServiceNames {
    private final ServiceDns dns;
    private final String asked;
    private final DnsAnswer.Type type;

    ServiceNames(ServiceDns dns, String asked, DnsAnswer.Type type) {
        this.dns = dns;
        this.asked = asked;
        this.type = type;
    }

    /** Labels are those before the zone, the last of them {@code svc}. */
    DnsAnswer answer(List<String> labels) {
        int size = labels.size();
        if (size == 1) {
            return DnsAnswer.found(asked, type, "the root of all services", List.of());
        }
        var namespace = labels.get(size - 2);
        if (!dns.hasNamespace(namespace)) {
            return DnsAnswer.missing(asked, type, "there is no namespace " + namespace);
        }
        if (size == 2) {
            return DnsAnswer.found(asked, type, "a namespace", List.of());
        }
        var service = dns.service(labels.get(size - 3), namespace);
        if (service == null) {
            return DnsAnswer.missing(
                    asked, type, "there is no service " + labels.get(size - 3) + " in namespace " + namespace);
        }
        if (ServiceDns.isExternalName(service)) {
            return size == 3
                    ? external(service)
                    : DnsAnswer.missing(asked, type, "a service of type ExternalName has no names below its own");
        }
        var below = labels.subList(0, size - 3);
        boolean port = below.size() == 2
                && below.get(0).startsWith("_")
                && below.get(1).startsWith("_");
        if (port) {
            return srv(service, below.get(0).substring(1), below.get(1).substring(1));
        }
        return switch (below.size()) {
            case 0 -> ServiceDns.isHeadless(service) ? endpoints(service, "") : clusterIps(service);
            case 1 -> endpoints(service, below.get(0));
            default -> DnsAnswer.missing(asked, type, "has more labels than any name of a service");
        };
    }

    private DnsAnswer external(Service service) {
        var target = Absent.text(service.spec().externalName());
        return DnsAnswer.found(
                asked,
                type,
                "an alias: the service is of type ExternalName",
                List.of(new DnsAnswer.Record(asked, DnsAnswer.Type.CNAME, target)));
    }

    private DnsAnswer clusterIps(Service service) {
        var records = new ArrayList<DnsAnswer.Record>();
        for (var ip : service.spec().clusterIPs()) {
            address(ip, records);
        }
        if (type == DnsAnswer.Type.SRV) {
            for (var port : service.spec().ports()) {
                records.add(srvRecord(port.port(), dns.nameOf(service)));
            }
        }
        return DnsAnswer.found(asked, type, "a service with a cluster IP", records);
    }

    /** Ready endpoints of a headless service, or of any service those of one host name. */
    private DnsAnswer endpoints(Service service, String host) {
        var records = new ArrayList<DnsAnswer.Record>();
        boolean any = false;
        int notReady = 0;
        for (var slice : dns.slices(service)) {
            for (var endpoint : slice.endpoints()) {
                boolean ready = !Boolean.FALSE.equals(endpoint.conditions().ready());
                for (var ip : endpoint.addresses()) {
                    var name = ServiceDns.hostOf(endpoint, ip);
                    if (!host.isEmpty() && !host.equals(name)) {
                        continue;
                    }
                    if (!ready) {
                        notReady++;
                        continue;
                    }
                    any = true;
                    address(ip, records);
                    if (type == DnsAnswer.Type.SRV && host.isEmpty()) {
                        for (var port : slice.ports()) {
                            records.add(srvRecord(Absent.or(port.port(), 0), name + "." + dns.nameOf(service)));
                        }
                    }
                }
            }
        }
        if (!any) {
            var what = host.isEmpty()
                    ? "a headless service"
                    : "an endpoint of service " + service.metadata().name();
            return DnsAnswer.missing(
                    asked, type, what + " without ready addresses" + (notReady == 0 ? "" : "; not ready: " + notReady));
        }
        return DnsAnswer.found(
                asked, type, host.isEmpty() ? "the ready endpoints of a headless service" : "an endpoint", records);
    }

    private DnsAnswer srv(Service service, String portName, String protocol) {
        var records = new ArrayList<DnsAnswer.Record>();
        boolean exists = false;
        if (ServiceDns.isHeadless(service)) {
            for (var slice : dns.slices(service)) {
                for (var port : slice.ports()) {
                    if (matches(port.name(), port.protocol(), portName, protocol)) {
                        exists |= endpointsOf(service, slice, Absent.or(port.port(), 0), records);
                    }
                }
            }
        } else {
            for (var port : service.spec().ports()) {
                if (matches(port.name(), port.protocol(), portName, protocol)) {
                    exists = true;
                    srvOrAddress(service, port, records);
                }
            }
        }
        return exists
                ? DnsAnswer.found(asked, type, "port " + portName + " of the service", records)
                : DnsAnswer.missing(asked, type, "the service has no port " + portName + " over " + protocol);
    }

    private void srvOrAddress(Service service, ServicePort port, List<DnsAnswer.Record> records) {
        if (type == DnsAnswer.Type.SRV) {
            records.add(srvRecord(port.port(), dns.nameOf(service)));
        } else {
            service.spec().clusterIPs().forEach(ip -> address(ip, records));
        }
    }

    private boolean endpointsOf(Service service, EndpointSlice slice, int port, List<DnsAnswer.Record> records) {
        boolean any = false;
        for (var endpoint : slice.endpoints()) {
            if (Boolean.FALSE.equals(endpoint.conditions().ready())) {
                continue;
            }
            for (var ip : endpoint.addresses()) {
                any = true;
                if (type == DnsAnswer.Type.SRV) {
                    records.add(srvRecord(port, ServiceDns.hostOf(endpoint, ip) + "." + dns.nameOf(service)));
                } else {
                    address(ip, records);
                }
            }
        }
        return any;
    }

    private static boolean matches(
            @Nullable String name, @Nullable String protocol, String wantedName, String wantedProtocol) {
        return name != null
                && !name.isEmpty()
                && ServiceDns.lower(name).equals(wantedName)
                && ServiceDns.lower(Absent.or(protocol, "TCP")).equals(wantedProtocol);
    }

    private DnsAnswer.Record srvRecord(int port, String target) {
        return new DnsAnswer.Record(asked, DnsAnswer.Type.SRV, "0 100 " + port + " " + target);
    }

    private void address(String ip, List<DnsAnswer.Record> records) {
        if (DnsAnswer.Type.ofAddress(ip) == type) {
            records.add(new DnsAnswer.Record(asked, type, ip));
        }
    }
}
