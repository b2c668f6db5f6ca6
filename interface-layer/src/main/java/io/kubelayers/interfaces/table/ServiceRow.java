package io.kubelayers.interfaces.table;

import io.kubelayers.application.discovery.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A service: the addresses and ports under which it is reached. */
final class ServiceRow implements RowPrinter<Service> {
    @Override
    public List<@Nullable Object> cells(Service service, Instant now) {
        var spec = service.spec();
        return Cells.row(
                Cells.name(service),
                Cells.text(spec.type()),
                spec.clusterIPs().isEmpty() ? Cells.NONE : spec.clusterIPs().get(0),
                external(service),
                ports(service),
                Cells.age(service, now),
                Cells.labels(spec.selector()));
    }

    private static String external(Service service) {
        var own = service.spec().externalIPs();
        return switch (Cells.text(service.spec().type())) {
            case "ClusterIP", "NodePort" -> own.isEmpty() ? Cells.NONE : String.join(",", own);
            case "LoadBalancer" -> {
                var all = new ArrayList<>(balancers(service));
                all.addAll(own);
                yield all.isEmpty() ? "<pending>" : String.join(",", all);
            }
            case "ExternalName" -> Cells.text(service.spec().externalName());
            default -> Cells.UNKNOWN;
        };
    }

    private static Set<String> balancers(Service service) {
        var addresses = new TreeSet<String>();
        for (var ingress : service.status().loadBalancer().ingress()) {
            var address = Cells.text(ingress.ip(), Cells.text(ingress.hostname()));
            if (!address.isEmpty()) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    private static String ports(Service service) {
        var ports = new ArrayList<String>();
        for (var port : service.spec().ports()) {
            var node = port.nodePort() > 0 ? ":" + port.nodePort() : "";
            ports.add(port.port() + node + "/" + Cells.text(port.protocol()));
        }
        return ports.isEmpty() ? Cells.NONE : String.join(",", ports);
    }
}
