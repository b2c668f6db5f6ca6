package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Gives Services their cluster IPs and node ports as they are written.
 *
 * <p>What is taken is read from the Services there are, so nothing is to be released or repaired.
 */
public final class ServiceAddresses implements AdmissionPlugin.Mutating {
    /** Range of cluster IPs unless a cluster is told otherwise. */
    public static final AddressBlock STANDARD_RANGE = AddressBlock.of("10.96.0.0/12");

    private final Informers informers;
    private final RandomGenerator random;
    private final List<AddressBlock> blocks;
    private final NodePortRange nodePorts;

    public ServiceAddresses(
            Informers informers, RandomGenerator random, List<AddressBlock> blocks, NodePortRange nodePorts) {
        this.informers = informers;
        this.random = random;
        this.blocks = List.copyOf(blocks);
        this.nodePorts = nodePorts;
    }

    @Override
    public String name() {
        return "ServiceAddresses";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.concerns(Service.class)
                && (request.operation() == AdmissionRequest.Operation.CREATE
                        || request.operation() == AdmissionRequest.Operation.UPDATE);
    }

    @Override
    public KubernetesObject mutate(AdmissionRequest request) {
        if (!(request.object() instanceof Service service)) {
            throw ApiErrors.badRequest("not a Service");
        }
        var previous = request.oldObject() instanceof Service old ? old : null;
        if (previous != null && isComplete(service, previous)) {
            return service;
        }
        try {
            return ServiceAllocation.of(service, previous, pool(previous), random)
                    .service();
        } catch (InvalidFieldsException refused) {
            throw ApiErrors.invalid("", "Service", request.name(), refused.errors());
        }
    }

    /** An update that touches none of these values needs no look at the other services. */
    private static boolean isComplete(Service service, Service previous) {
        var now = service.spec();
        var before = previous.spec();
        return now.equals(before);
    }

    private AddressPool pool(@Nullable Service previous) {
        var others = new ArrayList<Service>();
        for (var service : informers.lister(Service.class).list()) {
            boolean isItself = previous != null
                    && String.valueOf(service.metadata().uid())
                            .equals(previous.metadata().uid());
            if (!isItself) {
                others.add(service);
            }
        }
        return AddressPool.of(blocks, nodePorts, others);
    }
}
