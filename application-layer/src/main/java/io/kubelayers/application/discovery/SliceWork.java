package io.kubelayers.application.discovery;

import io.kubelayers.application.workloads.WorkloadEvent;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The work sheet of one {@link EndpointSliceDecision}. */
final class SliceWork {
    private static final String CODE = "EndpointSlice";

    private final Service service;
    private final List<Pod> pods;
    private final Map<String, Node> nodes;
    private final int limit;
    private final List<Finding> findings = new ArrayList<>();
    private final ZoneShares shares;
    private final List<WorkloadEvent> events = new ArrayList<>();
    private HintedZones hinted;
    private boolean incomplete;
    final List<EndpointSlice> create = new ArrayList<>();
    final List<EndpointSlice> update = new ArrayList<>();
    final List<EndpointSlice> delete = new ArrayList<>();

    SliceWork(
            Service service,
            List<Pod> pods,
            Map<String, Node> nodes,
            int limit,
            ZoneShares shares,
            HintedZones hinted) {
        this.shares = shares;
        this.hinted = hinted;
        this.service = service;
        this.pods = pods;
        this.nodes = nodes;
        this.limit = limit;
    }

    /** Decides for the slices of one address family. */
    void family(String family, List<EndpointSlice> existing) {
        var desired = desired(family);
        Map<List<EndpointSlice.EndpointPort>, List<EndpointSlice>> byPorts = new LinkedHashMap<>();
        var toDelete = new ArrayList<EndpointSlice>();
        for (var slice : existing) {
            if (SliceLabels.owns(service, slice)) {
                byPorts.computeIfAbsent(sorted(slice.ports()), key -> new ArrayList<>())
                        .add(slice);
            } else {
                toDelete.add(slice);
            }
        }
        var toCreate = new ArrayList<EndpointSlice>();
        var toUpdate = new ArrayList<EndpointSlice>();
        desired.forEach((ports, endpoints) -> {
            var group = byPorts.remove(sorted(ports));
            var packing = new SlicePacking(service, limit, SliceLabels.empty(service, family, ports));
            packing.pack(group == null ? List.of() : group, endpoints);
            toCreate.addAll(packing.create);
            toUpdate.addAll(packing.update());
            toDelete.addAll(packing.delete);
        });
        byPorts.values().forEach(toDelete::addAll);
        keepOne(family, existing, toCreate, toDelete);
        reuse(toCreate, toUpdate, toDelete);
        hint(family, existing, toCreate, toUpdate, toDelete);
        delete.addAll(toDelete);
    }

    private Map<List<EndpointSlice.EndpointPort>, List<Endpoint>> desired(String family) {
        Map<List<EndpointSlice.EndpointPort>, List<Endpoint>> desired = new LinkedHashMap<>();
        for (var pod : pods) {
            var subject = "pod/" + pod.metadata().name();
            if (!PodEndpoint.isListed(pod)) {
                findings.add(Finding.fail(CODE, subject, "has no address or has ended, so it is not listed"));
                continue;
            }
            var ports = TargetPorts.of(service, pod);
            // the group exists even if its pods have to wait, as upstream has it
            var group = desired.computeIfAbsent(ports, key -> new ArrayList<>());
            var nodeName = pod.spec().nodeName();
            var node = nodeName == null ? null : nodes.get(nodeName);
            if (node == null && !service.spec().publishNotReadyAddresses()) {
                incomplete = true;
                findings.add(Finding.fail(CODE, subject, "is left out: Node " + nodeName + " Not Found"));
                continue;
            }
            var endpoint = PodEndpoint.of(pod, node, service, family);
            if (endpoint.addresses().isEmpty()) {
                findings.add(Finding.note(CODE, subject, "has no " + family + " address"));
                continue;
            }
            group.add(endpoint);
            findings.add(listed(subject, endpoint));
        }
        return desired;
    }

    private static Finding listed(String subject, Endpoint endpoint) {
        var conditions = endpoint.conditions();
        var finding = Boolean.TRUE.equals(conditions.ready())
                ? Finding.pass(CODE, subject, "is listed as ready")
                : Finding.note(CODE, subject, "is listed, but not as ready");
        return finding.input("address", endpoint.addresses().get(0))
                .input("serving", conditions.serving())
                .input("terminating", conditions.terminating());
    }

    private static List<EndpointSlice.EndpointPort> sorted(List<EndpointSlice.EndpointPort> ports) {
        return ports.stream().sorted(TargetPorts.ORDER).toList();
    }

    /** A service without endpoints has one empty slice, which shows that its controller has seen it. */
    private void keepOne(
            String family, List<EndpointSlice> existing, List<EndpointSlice> create, List<EndpointSlice> delete) {
        if (existing.size() != delete.size() || !create.isEmpty()) {
            return;
        }
        var placeholder = SliceLabels.empty(service, family, List.of());
        if (delete.size() == 1 && isPlaceholder(delete.get(0), placeholder)) {
            delete.clear();
        } else {
            create.add(placeholder);
        }
    }

    private static boolean isPlaceholder(EndpointSlice slice, EndpointSlice placeholder) {
        return slice.endpoints().isEmpty()
                && slice.ports().isEmpty()
                && slice.metadata().labels().equals(placeholder.metadata().labels())
                && slice.metadata()
                        .ownerReferences()
                        .equals(placeholder.metadata().ownerReferences());
    }

    /** A slice to delete takes the contents of one to create, which saves a write and a name. */
    private void reuse(List<EndpointSlice> create, List<EndpointSlice> update, List<EndpointSlice> delete) {
        for (Iterator<EndpointSlice> each = delete.iterator(); each.hasNext() && !create.isEmpty(); ) {
            var old = each.next();
            var fresh = create.get(create.size() - 1);
            if (old.addressType().equals(fresh.addressType()) && SliceLabels.owns(service, old)) {
                create.remove(create.size() - 1);
                update.add(old.withMetadata(
                                old.metadata().withLabels(fresh.metadata().labels()))
                        .withEndpoints(fresh.endpoints())
                        .withPorts(fresh.ports()));
                each.remove();
            }
        }
    }

    private void hint(
            String family,
            List<EndpointSlice> existing,
            List<EndpointSlice> toCreate,
            List<EndpointSlice> toUpdate,
            List<EndpointSlice> toDelete) {
        var untouched = new ArrayList<>(existing);
        untouched.removeAll(toDelete);
        for (var slice : toUpdate) {
            untouched.removeIf(other -> String.valueOf(other.metadata().name())
                    .equals(slice.metadata().name()));
        }
        if (TopologyHints.areWanted(service)) {
            hintByZones(family, new TopologyHints(shares, toCreate, toUpdate, untouched));
            return;
        }
        if (hinted.told()) {
            tell(true, "Topology Aware Hints has been disabled", family);
        }
        hinted = hinted.without(family);
        for (var slice : toUpdate) {
            update.add(TrafficHints.apply(slice, service));
        }
        for (var slice : untouched) {
            if (!TrafficHints.fit(slice, service)) {
                update.add(TrafficHints.apply(slice, service));
            }
        }
        if (service.metadata().deletionTimestamp() == null) {
            toCreate.forEach(slice -> create.add(TrafficHints.apply(slice, service)));
        }
    }

    private void hintByZones(String family, TopologyHints hints) {
        var problem = hints.problem();
        if (problem != null) {
            tell(true, problem, family);
            hinted = hinted.without(family);
        } else {
            if (!hinted.told()) {
                tell(false, "Topology Aware Hints has been enabled", family);
            }
            hinted = hinted.with(family, hints.given());
        }
        update.addAll(hints.update);
        if (service.metadata().deletionTimestamp() == null) {
            create.addAll(hints.create);
        }
    }

    private void tell(boolean warning, String text, String family) {
        var message = text + ", addressType: " + family;
        events.add(
                warning
                        ? WorkloadEvent.warning("TopologyAwareHintsDisabled", message)
                        : WorkloadEvent.normal("TopologyAwareHintsEnabled", message));
        findings.add(Finding.note(CODE, "service/" + service.metadata().name(), message));
    }

    EndpointSliceDecision decision() {
        var message = create.isEmpty() && update.isEmpty() && delete.isEmpty()
                ? "the slices are as they should be"
                : create.size() + " slices to create, " + update.size() + " to update, " + delete.size() + " to delete";
        var root = Finding.note(CODE, "service/" + service.metadata().name(), message)
                .because(findings);
        return new EndpointSliceDecision(create, update, delete, incomplete, events, hinted, root);
    }
}
