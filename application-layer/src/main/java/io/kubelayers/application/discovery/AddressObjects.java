package io.kubelayers.application.discovery;

import com.google.common.net.InetAddresses;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.net.Inet6Address;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@link IPAddress} objects by which one sees who holds the cluster IPs. */
final class AddressObjects {
    private static final int GONE = 404;
    private static final int EXISTS = 409;
    private static final String FAMILY = "ipaddress.kubernetes.io/ip-family";
    private static final String MANAGED_BY = "ipaddress.kubernetes.io/managed-by";
    private static final String ALLOCATOR = "ipallocator.k8s.io";

    private final Client client;
    private final Informers informers;

    AddressObjects(Client client, Informers informers) {
        this.client = client;
        this.informers = informers;
    }

    /** Whether somebody made an object for the address so that no Service gets it. */
    boolean isReserved(String ip) {
        var object = find(ip);
        return object != null && !isManaged(object);
    }

    /** Has an object say that a Service holds the address, unless one does already. */
    void claim(String ip, String namespace, String service) {
        if (find(ip) != null) {
            return;
        }
        try {
            client.create(object(ip, namespace, service));
        } catch (ApiException e) {
            if (e.code() != EXISTS) {
                throw e;
            }
        }
    }

    /** Makes the object of an address if it is held and there is none, and deletes it if nobody holds it. */
    void settle(String ip) {
        var object = find(ip);
        var holders = informers.lister(Service.class).byIndex(ServiceIndexes.BY_ADDRESS, ip);
        if (!holders.isEmpty()) {
            var holder = holders.get(0).metadata();
            claim(ip, holder.namespaceOrEmpty(), holder.nameOrEmpty());
        } else if (object != null && isManaged(object)) {
            try {
                client.on(IPAddress.class).delete("", ip);
            } catch (ApiException e) {
                if (e.code() != GONE) {
                    throw e;
                }
            }
        }
    }

    private @Nullable IPAddress find(String ip) {
        return informers.lister(IPAddress.class).get("", ip).orElse(null);
    }

    /** Whether the address is kept for the Service that holds it, and goes with it. */
    static boolean isManaged(IPAddress address) {
        return ALLOCATOR.equals(address.metadata().labels().get(MANAGED_BY));
    }

    private static IPAddress object(String ip, String namespace, String service) {
        boolean six = InetAddresses.forString(ip) instanceof Inet6Address;
        return IPAddressBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(ip)
                        .labels(Map.of(FAMILY, six ? "IPv6" : "IPv4", MANAGED_BY, ALLOCATOR))
                        .build())
                .spec(new IPAddress.Spec(new IPAddress.ParentReference("", "services", namespace, service)))
                .build();
    }
}
