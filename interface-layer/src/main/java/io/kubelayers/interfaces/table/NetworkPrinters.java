package io.kubelayers.interfaces.table;

import static io.kubelayers.interfaces.table.Cells.age;
import static io.kubelayers.interfaces.table.Cells.name;
import static io.kubelayers.interfaces.table.Cells.row;

import io.kubelayers.application.discovery.EndpointSlice;
import io.kubelayers.application.discovery.Endpoints;
import io.kubelayers.application.discovery.IPAddress;
import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.discovery.ServiceCIDR;
import io.kubelayers.application.routing.Ingress;
import io.kubelayers.application.routing.IngressClass;
import io.kubelayers.governance.networkpolicy.NetworkPolicy;
import io.kubelayers.nucleus.selector.LabelSelectors;
import org.jspecify.annotations.Nullable;

/** The kinds by which pods are found and reached. */
final class NetworkPrinters {
    private NetworkPrinters() {}

    static void addTo(Printers printers) {
        printers.add(Service.class, new ServiceRow())
                .add(Endpoints.class, new EndpointsRow())
                .add(EndpointSlice.class, new EndpointSliceRow())
                .add(Ingress.class, new IngressRow())
                .add(
                        IngressClass.class,
                        (type, now) -> row(
                                name(type),
                                Cells.text(type.spec().controller()),
                                parameters(type.spec().parameters()),
                                age(type, now)))
                .add(
                        NetworkPolicy.class,
                        (policy, now) -> row(
                                name(policy),
                                LabelSelectors.format(policy.spec().podSelector()),
                                age(policy, now)))
                .add(
                        ServiceCIDR.class,
                        (range, now) ->
                                row(name(range), String.join(",", range.spec().cidrs()), age(range, now)))
                .add(
                        IPAddress.class,
                        (address, now) ->
                                row(name(address), parent(address.spec().parentRef())));
    }

    private static String parameters(IngressClass.@Nullable ParametersReference reference) {
        if (reference == null) {
            return Cells.NONE;
        }
        var group = Cells.text(reference.apiGroup());
        return reference.kind() + (group.isEmpty() ? "" : "." + group) + "/" + reference.name();
    }

    private static String parent(IPAddress.@Nullable ParentReference reference) {
        if (reference == null) {
            return Cells.NONE;
        }
        var group = Cells.text(reference.group());
        var namespace = Cells.text(reference.namespace());
        return Cells.text(reference.resource())
                + (group.isEmpty() ? "" : "." + group)
                + (namespace.isEmpty() ? "/" : "/" + namespace + "/")
                + Cells.text(reference.name());
    }
}
