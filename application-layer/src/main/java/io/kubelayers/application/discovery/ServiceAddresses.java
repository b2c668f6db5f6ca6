package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.admission.AdmissionNotes;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.cluster.LayerContext;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Gives Services their cluster IPs and node ports as they are written.
 *
 * <p>What is taken is read from the Services there are, so nothing is to be released or repaired; what is given to a
 * Service is set aside from then until it is stored or refused.
 */
public final class ServiceAddresses implements AdmissionPlugin.Mutating, AdmissionPlugin.Validating {
    /** Range of cluster IPs unless a cluster is told otherwise. */
    public static final AddressBlock STANDARD_RANGE = AddressBlock.of("10.96.0.0/12");

    private final Informers informers;
    private final RandomGenerator random;
    private final AddressObjects objects;
    private final List<AddressBlock> blocks;
    private final NodePortRange nodePorts;
    private final Set<String> addressesSetAside = new HashSet<>();
    private final Set<Integer> portsSetAside = new HashSet<>();

    public ServiceAddresses(LayerContext context, List<AddressBlock> blocks, NodePortRange nodePorts) {
        this.informers = context.informers();
        this.random = context.runtime().random();
        this.objects = new AddressObjects(context.client(), informers);
        this.blocks = List.copyOf(blocks);
        this.nodePorts = nodePorts;
    }

    @Override
    public String name() {
        return "ServiceAddresses";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.concerns(Service.class) && request.operation() != AdmissionRequest.Operation.CONNECT;
    }

    @Override
    public KubernetesObject mutate(AdmissionRequest request) {
        return mutate(request, AdmissionNotes.NONE);
    }

    @Override
    public KubernetesObject mutate(AdmissionRequest request, AdmissionNotes notes) {
        if (!(request.object() instanceof Service service)) {
            throw ApiErrors.badRequest("not a Service");
        }
        var previous = request.oldObject() instanceof Service old ? old : null;
        boolean ofStatus = request.subresource().equals("status"); // whoever creates a Service by it gets no address
        if (ofStatus || previous != null && isComplete(service, previous)) {
            return service;
        }
        return allocated(request, service, previous, notes);
    }

    /** One at a time, so that no two get the same. */
    private synchronized Service allocated(
            AdmissionRequest request, Service service, @Nullable Service previous, AdmissionNotes notes) {
        try {
            var allocated = ServiceAllocation.of(service, previous, pool(previous), random)
                    .service();
            setAside(allocated, previous, notes);
            return allocated;
        } catch (InvalidFieldsException refused) {
            throw ApiErrors.invalid("", "Service", request.name(), refused.errors());
        }
    }

    /** Keeps what was given to a service from others until it is stored, or refused. */
    private void setAside(Service service, @Nullable Service previous, AdmissionNotes notes) {
        var addresses = AddressPool.addresses(service);
        var ports = AddressPool.nodePorts(service);
        if (previous != null) {
            addresses.removeAll(AddressPool.addresses(previous));
            ports.removeAll(AddressPool.nodePorts(previous));
        }
        addressesSetAside.addAll(addresses);
        portsSetAside.addAll(ports);
        notes.atEnd(() -> giveBack(addresses, ports));
    }

    private synchronized void giveBack(Set<String> addresses, Set<Integer> ports) {
        addressesSetAside.removeAll(addresses);
        portsSetAside.removeAll(ports);
    }

    @Override
    public void validate(AdmissionRequest request) {
        validate(request, AdmissionNotes.NONE);
    }

    /** Nothing is refused here any more: the objects of new addresses are made, those that nobody holds will go. */
    @Override
    public void validate(AdmissionRequest request, AdmissionNotes notes) {
        var held = addresses(request.oldObject());
        var wanted = addresses(request.object());
        if (request.dryRun() || held.equals(wanted) && !isLeaving(request.oldObject())) {
            return;
        }
        for (var ip : wanted) {
            if (!held.contains(ip)) {
                objects.claim(ip, request.namespace(), request.name());
            }
        }
        held.addAll(wanted);
        notes.atEnd(() -> held.forEach(objects::settle));
    }

    private static Set<String> addresses(@Nullable KubernetesObject object) {
        return object instanceof Service service ? AddressPool.addresses(service) : new TreeSet<>();
    }

    private static boolean isLeaving(@Nullable KubernetesObject old) {
        return old != null && old.metadata().deletionTimestamp() != null;
    }

    /** An update that touches none of these values needs no look at the other services. */
    private static boolean isComplete(Service service, Service previous) {
        var now = service.spec();
        var before = previous.spec();
        return now.equals(before);
    }

    private AddressPool pool(@Nullable Service previous) {
        var own = previous == null ? null : previous.metadata().uid();
        var services = informers.lister(Service.class);
        return new AddressPool(
                blocks,
                ServiceRanges.ready(informers.lister(ServiceCIDR.class).list()),
                ip -> addressesSetAside.contains(ip)
                        || objects.isReserved(ip)
                        || isOthers(services.byIndex(ServiceIndexes.BY_ADDRESS, ip), own),
                nodePorts,
                port -> portsSetAside.contains(port)
                        || isOthers(services.byIndex(ServiceIndexes.BY_NODE_PORT, String.valueOf(port)), own));
    }

    private static boolean isOthers(List<Service> holders, @Nullable String own) {
        for (var holder : holders) {
            if (!String.valueOf(holder.metadata().uid()).equals(own)) {
                return true;
            }
        }
        return false;
    }
}
