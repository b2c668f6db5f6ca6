package io.kubelayers.application.discovery;

import com.google.common.net.InetAddresses;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.value.Absent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of the cluster: answers what a DNS server that follows the Kubernetes DNS specification 1.1.0 answers.
 *
 * <pre>
 * my-svc.my-ns.svc.cluster.local             A, AAAA   cluster IPs; of a headless service its ready endpoints
 * pod-1.my-svc.my-ns.svc.cluster.local       A, AAAA   one endpoint, by host name or dashed IP
 * _http._tcp.my-svc.my-ns.svc.cluster.local  SRV       port http; of a headless service one record an endpoint
 * 1.0.96.10.in-addr.arpa                     PTR       the service or endpoint with that address
 * 10-0-0-7.my-ns.pod.cluster.local           A, AAAA   that address
 * ext.my-ns.svc.cluster.local                CNAME     the external name
 * dns-version.cluster.local                  TXT       1.1.0
 * </pre>
 *
 * <p>A snapshot: it answers for the services and slices it was made of. Upstream source: {@code docs/specification.md} in
 * kubernetes/dns; where it leaves freedom (dashed IPs, SRV priority 0 and weight 100), as CoreDNS does.
 */
public final class ServiceDns {
    /** The version of the schema that is answered. */
    public static final String SCHEMA_VERSION = "1.1.0";

    private final String zone;
    private final Set<String> namespaces;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, List<EndpointSlice>> slices = new LinkedHashMap<>();
    private final DnsReverse reverse;

    private ServiceDns(
            String zone,
            Collection<String> namespaces,
            Collection<Service> services,
            Collection<EndpointSlice> slices) {
        this.zone = lower(zone);
        this.namespaces = new LinkedHashSet<>(namespaces);
        for (var service : services) {
            this.services.put(key(service.metadata().name(), service.metadata().namespace()), service);
        }
        for (var slice : slices) {
            var name = slice.metadata().labels().get(SliceLabels.SERVICE_NAME);
            if (name != null) {
                this.slices
                        .computeIfAbsent(key(name, slice.metadata().namespace()), k -> new ArrayList<>())
                        .add(slice);
            }
        }
        this.reverse = new DnsReverse(this);
    }

    /** The names of a cluster whose domain is {@code cluster.local}. */
    public static ServiceDns of(
            Collection<String> namespaces, Collection<Service> services, Collection<EndpointSlice> slices) {
        return of("cluster.local", namespaces, services, slices);
    }

    /** The names of a cluster with that domain. */
    public static ServiceDns of(
            String zone,
            Collection<String> namespaces,
            Collection<Service> services,
            Collection<EndpointSlice> slices) {
        return new ServiceDns(zone, namespaces, services, slices);
    }

    /**
     * Answers a question for a full name; a dot at its end is allowed, case does not matter.
     *
     * @param name such as {@code web.shop.svc.cluster.local}
     */
    public DnsAnswer query(String name, DnsAnswer.Type type) {
        var asked = lower(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
        if (asked.endsWith(".in-addr.arpa") || asked.endsWith(".ip6.arpa")) {
            return reverse.answer(asked, type);
        }
        if (!asked.equals(zone) && !asked.endsWith("." + zone)) {
            return DnsAnswer.refused(asked, type, "is not in the zone " + zone);
        }
        if (asked.equals("dns-version." + zone)) {
            return DnsAnswer.found(asked, type, "the version of the schema", records(asked, type, SCHEMA_VERSION));
        }
        var labels = asked.equals(zone)
                ? List.<String>of()
                : List.of(asked.substring(0, asked.length() - zone.length() - 1).split("\\."));
        if (labels.isEmpty()) {
            return DnsAnswer.found(asked, type, "the zone itself", List.of());
        }
        return switch (labels.get(labels.size() - 1)) {
            case "svc" -> new ServiceNames(this, asked, type).answer(labels);
            case "pod" -> podName(asked, type, labels);
            default -> DnsAnswer.missing(asked, type, "has neither svc nor pod before the zone");
        };
    }

    /**
     * Answers a question as a pod asks it: with the search path of its namespace, tried first for names with fewer than
     * five dots.
     *
     * @return the first answer that is not "no such name", else the last one
     */
    public DnsAnswer lookup(String namespace, String name, DnsAnswer.Type type) {
        var candidates = new ArrayList<String>();
        boolean full = name.endsWith(".");
        boolean many = name.chars().filter(c -> c == '.').count() >= 5;
        if (full || many) {
            candidates.add(name);
        }
        if (!full) {
            candidates.add(name + "." + namespace + ".svc." + zone);
            candidates.add(name + ".svc." + zone);
            candidates.add(name + "." + zone);
        }
        if (!full && !many) {
            candidates.add(name);
        }
        var tried = new ArrayList<Finding>();
        DnsAnswer last = null;
        for (var candidate : candidates) {
            last = query(candidate, type);
            tried.add(last.finding());
            if (last.code() == DnsAnswer.Code.NO_ERROR) {
                break;
            }
        }
        return Absent.or(last, DnsAnswer.missing(name, type, "is empty")).tried(name, tried);
    }

    private static List<DnsAnswer.Record> records(String name, DnsAnswer.Type type, String version) {
        return type == DnsAnswer.Type.TXT
                ? List.of(new DnsAnswer.Record(name, DnsAnswer.Type.TXT, version))
                : List.of();
    }

    /** {@code 10-0-0-7.ns.pod}: the address that the name spells, whether or not a pod has it. */
    private DnsAnswer podName(String asked, DnsAnswer.Type type, List<String> labels) {
        if (labels.size() != 3 || !namespaces.contains(labels.get(1))) {
            return DnsAnswer.missing(asked, type, "is not <ip>.<namespace>.pod of a namespace there is");
        }
        var dashed = labels.get(0);
        var v4 = dashed.replace('-', '.');
        var v6 = dashed.replace('-', ':');
        var ip = InetAddresses.isInetAddress(v4) ? v4 : v6;
        if (!InetAddresses.isInetAddress(ip)) {
            return DnsAnswer.missing(asked, type, "does not begin with an address whose dots are dashes");
        }
        var records = DnsAnswer.Type.ofAddress(ip) == type
                ? List.of(new DnsAnswer.Record(asked, type, ip))
                : List.<DnsAnswer.Record>of();
        return DnsAnswer.found(asked, type, "the address the name spells", records);
    }

    String zone() {
        return zone;
    }

    boolean hasNamespace(String namespace) {
        return namespaces.contains(namespace);
    }

    @Nullable
    Service service(String name, String namespace) {
        return services.get(key(name, namespace));
    }

    Collection<Service> services() {
        return services.values();
    }

    List<EndpointSlice> slices(Service service) {
        return slices.getOrDefault(
                key(service.metadata().name(), service.metadata().namespace()), List.of());
    }

    String nameOf(Service service) {
        return lower(service.metadata().name() + "." + service.metadata().namespace() + ".svc." + zone);
    }

    static boolean isHeadless(Service service) {
        return ServiceAllocation.NONE.equals(service.spec().clusterIP());
    }

    static boolean isExternalName(Service service) {
        return Service.Type.EXTERNAL_NAME.equals(service.spec().type());
    }

    /** The host name of an endpoint: its own, else its address with dashes. */
    static String hostOf(Endpoint endpoint, String ip) {
        return endpoint.hostname() == null ? dashed(ip) : lower(endpoint.hostname());
    }

    private static String dashed(String ip) {
        return ip.replace('.', '-').replace(':', '-');
    }

    private static String key(@Nullable String name, @Nullable String namespace) {
        return lower(namespace + "/" + name);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
