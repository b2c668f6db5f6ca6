package io.kubelayers.interfaces.http.server;

import io.kubelayers.application.discovery.Endpoint;
import io.kubelayers.application.discovery.EndpointBuilder;
import io.kubelayers.application.discovery.EndpointConditionsBuilder;
import io.kubelayers.application.discovery.EndpointSlice;
import io.kubelayers.application.discovery.EndpointSliceBuilder;
import io.kubelayers.application.discovery.EndpointSliceEndpointPortBuilder;
import io.kubelayers.application.discovery.EndpointsBuilder;
import io.kubelayers.application.discovery.EndpointsEndpointAddressBuilder;
import io.kubelayers.application.discovery.EndpointsEndpointPortBuilder;
import io.kubelayers.application.discovery.EndpointsEndpointSubsetBuilder;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.serviceaccount.RootCertificate;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a cluster knows of the server that serves it: the endpoints of the Service {@code kubernetes} (controlplane {@code
 * reconcilers}), the certificate by which pods know it, and the one by which it knows users (controlplane {@code
 * controller/clusterauthenticationtrust}).
 */
final class Announcement {
    private static final String SERVICE = "kubernetes";
    private static final String PORT = "https";
    private static final int ATTEMPTS = 100;

    private final Client client;

    Announcement(Client client) {
        this.client = client;
    }

    /** Makes known by which certificate pods know the server, and by which of authorities it knows users. */
    void authority(String certificate, String ofClients) {
        keep(
                ConfigMapBuilder.builder()
                        .metadata(named("kube-system", "extension-apiserver-authentication", Map.of()))
                        .data(Map.of("client-ca-file", ofClients))
                        .build(),
                map -> map.withData(Map.of("client-ca-file", ofClients)));
        keep(
                ConfigMapBuilder.builder()
                        .metadata(named(RootCertificate.ORIGIN, RootCertificate.CONFIG_MAP, Map.of()))
                        .data(Map.of(RootCertificate.KEY, certificate))
                        .build(),
                (ConfigMap map) -> map.withData(Map.of(RootCertificate.KEY, certificate)));
    }

    /** Makes known where the server is. Addresses that mean another machine on each are not, as upstream. */
    void address(String host, int port) {
        var found = reachable(host);
        if (found.isEmpty() || client.types().byClass(EndpointSlice.class).isEmpty()) {
            return;
        }
        var address = found.get().getHostAddress();
        boolean four = found.get() instanceof Inet4Address;
        var endpoints = EndpointsBuilder.builder()
                .metadata(named("default", SERVICE, Map.of("endpointslice.kubernetes.io/skip-mirror", "true")))
                .subsets(List.of(EndpointsEndpointSubsetBuilder.builder()
                        .addresses(List.of(EndpointsEndpointAddressBuilder.builder()
                                .ip(address)
                                .build()))
                        .ports(List.of(EndpointsEndpointPortBuilder.builder()
                                .name(PORT)
                                .port(port)
                                .protocol("TCP")
                                .build()))
                        .build()))
                .build();
        keep(endpoints, there -> there.withSubsets(endpoints.subsets()));
        var slice = EndpointSliceBuilder.builder()
                .metadata(named("default", SERVICE, Map.of("kubernetes.io/service-name", SERVICE)))
                .addressType(four ? EndpointSlice.AddressType.IPV4 : EndpointSlice.AddressType.IPV6)
                .endpoints(List.of(endpoint(address)))
                .ports(List.of(EndpointSliceEndpointPortBuilder.builder()
                        .name(PORT)
                        .port(port)
                        .protocol("TCP")
                        .build()))
                .build();
        keep(slice, there -> there.withEndpoints(slice.endpoints()).withPorts(slice.ports()));
    }

    private static Endpoint endpoint(String address) {
        return EndpointBuilder.builder()
                .addresses(List.of(address))
                .conditions(EndpointConditionsBuilder.builder().ready(true).build())
                .build();
    }

    private static ObjectMeta named(String namespace, String name, Map<String, String> labels) {
        return ObjectMetaBuilder.builder()
                .namespace(namespace)
                .name(name)
                .labels(labels)
                .build();
    }

    /** Creates an object, or changes the one that is there; somebody else may do so at the same time. */
    private <T extends KubernetesObject> void keep(T object, UnaryOperator<T> change) {
        var resources = client.on(object);
        for (int attempt = 1; ; attempt++) {
            try {
                var there = resources.find(
                        object.metadata().namespaceOrEmpty(), object.metadata().nameOrEmpty());
                if (there.isPresent()) {
                    resources.update(change.apply(there.get()));
                } else {
                    resources.create(object);
                }
                return;
            } catch (ApiException e) {
                if (e.code() != 409 || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static Optional<InetAddress> reachable(String host) {
        try {
            var address = InetAddress.getByName(host);
            boolean own = address.isLoopbackAddress() || address.isAnyLocalAddress();
            return own ? ofThisMachine() : Optional.of(address);
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> ofThisMachine() {
        try {
            for (var network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                for (var address : Collections.list(network.getInetAddresses())) {
                    boolean usable = address instanceof Inet4Address
                            && !address.isLoopbackAddress()
                            && !address.isLinkLocalAddress()
                            && network.isUp();
                    if (usable) {
                        return Optional.of(address);
                    }
                }
            }
            return Optional.empty();
        } catch (SocketException e) {
            return Optional.empty();
        }
    }
}
