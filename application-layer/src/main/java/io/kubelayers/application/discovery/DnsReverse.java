package io.kubelayers.application.discovery;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Answers which name an address has: that of a service, or of an endpoint with a host name of its own. */
final class DnsReverse {
    private final ServiceDns dns;

    DnsReverse(ServiceDns dns) {
        this.dns = dns;
    }

    DnsAnswer answer(String asked, DnsAnswer.Type type) {
        var address = address(asked);
        if (address.isEmpty()) {
            return DnsAnswer.missing(asked, type, "does not spell an address");
        }
        var names = names(address.get());
        if (names.isEmpty()) {
            return DnsAnswer.missing(
                    asked,
                    type,
                    "neither a service nor a named endpoint has " + InetAddresses.toAddrString(address.get()));
        }
        var records = new ArrayList<DnsAnswer.Record>();
        if (type == DnsAnswer.Type.PTR) {
            names.forEach(name -> records.add(new DnsAnswer.Record(asked, type, name)));
        }
        return DnsAnswer.found(asked, type, "the name of " + InetAddresses.toAddrString(address.get()), records);
    }

    private List<String> names(InetAddress address) {
        var names = new ArrayList<String>();
        for (var service : dns.services()) {
            for (var ip : service.spec().clusterIPs()) {
                if (InetAddresses.isInetAddress(ip)
                        && InetAddresses.forString(ip).equals(address)) {
                    return List.of(dns.nameOf(service));
                }
            }
        }
        for (var service : dns.services()) {
            for (var slice : dns.slices(service)) {
                for (var endpoint : slice.endpoints()) {
                    named(service, endpoint, address).ifPresent(names::add);
                }
            }
        }
        return names;
    }

    private Optional<String> named(Service service, Endpoint endpoint, InetAddress address) {
        if (endpoint.hostname() != null) {
            for (var ip : endpoint.addresses()) {
                if (InetAddresses.isInetAddress(ip)
                        && InetAddresses.forString(ip).equals(address)) {
                    return Optional.of(ServiceDns.hostOf(endpoint, ip) + "." + dns.nameOf(service));
                }
            }
        }
        return Optional.empty();
    }

    /** The address of a name below in-addr.arpa or ip6.arpa. */
    private static Optional<InetAddress> address(String name) {
        boolean four = name.endsWith(".in-addr.arpa");
        var labels = new ArrayList<>(
                Arrays.asList(name.substring(0, name.length() - (four ? ".in-addr.arpa" : ".ip6.arpa").length())
                        .split("\\.")));
        Collections.reverse(labels);
        if (four) {
            var text = String.join(".", labels);
            return labels.size() == 4 && InetAddresses.isInetAddress(text)
                    ? Optional.of(InetAddresses.forString(text))
                    : Optional.empty();
        }
        if (labels.size() != 32 || labels.stream().anyMatch(label -> !label.matches("[0-9a-f]"))) {
            return Optional.empty();
        }
        var bytes = new byte[16];
        for (int i = 0; i < 16; i++) {
            bytes[i] = (byte) Integer.parseInt(labels.get(2 * i) + labels.get(2 * i + 1), 16);
        }
        try {
            return Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 16 bytes", e);
        }
    }
}
