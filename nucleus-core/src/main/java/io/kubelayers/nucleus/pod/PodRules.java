package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodStatusBuilder;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.meta.ConditionStatus;
import io.kubelayers.nucleus.resources.QosClass;
import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Ips;
import io.kubelayers.nucleus.value.Remembered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a Pod does beyond the ordinary (registry/core/pod/strategy.go, core/v1 defaults.go): a limit without a request is
 * the request, a new pod is Pending and has its service class, and a bound pod takes its grace period to stop.
 */
public final class PodRules implements KindRules<Pod> {
    private static final GatedFields GATED = PodTemplates.GATED_IN_SPEC
            .and("status", "DRAExtendedResource", "InPlacePodLevelResourcesVerticalScaling", "ResourceHealthStatus")
            .neverKeeping("ResourceHealthStatus");

    private static final Map<String, Pod.Status> NEW = Stream.of(
                    Pod.QOSClass.GUARANTEED, Pod.QOSClass.BURSTABLE, Pod.QOSClass.BEST_EFFORT)
            .collect(Collectors.toUnmodifiableMap(Function.identity(), PodRules::pending));

    private final Remembered<PodSpec, PodSpec> defaultedSpec = new Remembered<>(PodRules::defaulted);

    private static Pod.Status pending(String qosClass) {
        return PodStatusBuilder.builder()
                .phase(Pod.Phase.PENDING)
                .qosClass(qosClass)
                .build();
    }

    @Override
    public Class<Pod> type() {
        return Pod.class;
    }

    @Override
    public GatedFields gatedFields() {
        return GATED;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withMetadataAsNew();
    }

    @Override
    public List<List<String>> fieldsResetByStatusUpdates() {
        return List.of(List.of("metadata", "deletionTimestamp"), List.of("metadata", "ownerReferences"));
    }

    @Override
    public Pod defaulted(Pod pod) {
        var spec = defaultedSpec.apply(pod.spec());
        return withAddresses(spec == pod.spec() ? pod : pod.withSpec(spec));
    }

    private static PodSpec defaulted(PodSpec given) {
        var spec = given.enableServiceLinks() != null ? given : given.withEnableServiceLinks(true);
        spec = withContainers(spec, PodRules::requestLimits);
        spec = PodLevelDefaults.of(spec);
        return spec.hostNetwork() ? withContainers(spec, PodRules::hostPorts) : spec;
    }

    /** The one address is the first of all; who says only one of them says both. */
    private static Pod withAddresses(Pod pod) {
        var status = pod.status();
        var address = status.podIP();
        var all = status.podIPs();
        if (all.isEmpty()) {
            return address == null ? pod : pod.withStatus(status.withPodIPs(List.of(new Pod.IP(address))));
        }
        var first = all.get(0).ip();
        return first.equals(address) ? pod : pod.withStatus(status.withPodIP(first));
    }

    private static PodSpec withContainers(PodSpec spec, UnaryOperator<Container> change) {
        var containers = each(spec.containers(), change);
        var initContainers = each(spec.initContainers(), change);
        return containers == spec.containers() && initContainers == spec.initContainers()
                ? spec
                : spec.withContainers(containers).withInitContainers(initContainers);
    }

    private static <T> List<T> each(List<T> items, UnaryOperator<T> change) {
        List<T> changed = null;
        for (int i = 0; i < items.size(); i++) {
            var after = change.apply(items.get(i));
            if (after != items.get(i)) {
                changed = changed == null ? new ArrayList<>(items) : changed;
                changed.set(i, after);
            }
        }
        return changed == null ? items : changed;
    }

    private static Container requestLimits(Container container) {
        ResourceRequirements resources = container.resources();
        if (resources.requests().keySet().containsAll(resources.limits().keySet())) {
            return container;
        }
        var requests = new TreeMap<>(resources.limits());
        requests.putAll(resources.requests());
        return container.withResources(resources.withRequests(requests));
    }

    private static Container hostPorts(Container container) {
        var ports =
                each(container.ports(), port -> port.hostPort() != 0 ? port : port.withHostPort(port.containerPort()));
        return ports == container.ports() ? container : container.withPorts(ports);
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    /** A new pod is Pending whatever was sent; one that is gated says that it is not scheduled yet. */
    @Override
    public Pod prepareForCreate(Pod pod) {
        var status = Objects.requireNonNull(NEW.get(QosClass.compute(pod)));
        if (!pod.spec().schedulingGates().isEmpty()) {
            status = PodConditions.with(
                    status,
                    PodConditionBuilder.builder()
                            .type(PodConditionType.POD_SCHEDULED)
                            .status(ConditionStatus.FALSE)
                            .reason("SchedulingGated")
                            .message("Scheduling is blocked due to non-empty scheduling gates")
                            .build());
        }
        return AppArmorAnnotations.inFields(OwnLabels.merged(pod).withStatus(status));
    }

    /** Owners are not a node's business, and the service class stays what it was when the pod was made. */
    @Override
    public Pod prepareForStatusUpdate(Pod pod, Pod old) {
        var kept = pod.metadata().ownerReferences().equals(old.metadata().ownerReferences())
                ? pod
                : pod.withMetadata(
                        pod.metadata().withOwnerReferences(old.metadata().ownerReferences()));
        return kept.withStatus(ObservedGenerations.kept(
                pod.status().qosClass() == null
                        ? pod.status().withQosClass(old.status().qosClass())
                        : pod.status(),
                old.status()));
    }

    @Override
    public Pod prepareForSubresourceUpdate(Pod pod, Pod old, String subresource, Instant now) {
        return switch (subresource) {
            case "ephemeralcontainers" -> EphemeralContainerUpdates.of(pod, old);
            case "resize" -> Resizes.of(pod, old);
            default -> pod;
        };
    }

    @Override
    public List<FieldError> validateSubresourceUpdate(Pod pod, Pod old, String subresource) {
        return switch (subresource) {
            case "ephemeralcontainers" -> EphemeralContainerUpdates.check(pod, old);
            case "resize" -> ResizeChecks.check(pod, old);
            default -> validateUpdate(pod, old);
        };
    }

    @Override
    public List<FieldError> validate(Pod pod) {
        return PodChecks.ofNew(pod);
    }

    @Override
    public List<FieldError> validateUpdate(Pod pod, Pod old) {
        return PodUpdateChecks.check(pod, old);
    }

    @Override
    public List<FieldError> validateStatusUpdate(Pod pod, Pod old) {
        return PodStatusChecks.check(pod, old);
    }

    /** A pod that no node has, or that has ended, goes at once; a running one is asked to stop first. */
    @Override
    public Long gracePeriodSeconds(Pod pod, @Nullable Long asked) {
        var phase = pod.status().phase();
        if (pod.spec().nodeName() == null || Pod.Phase.SUCCEEDED.equals(phase) || Pod.Phase.FAILED.equals(phase)) {
            return 0L;
        }
        if (asked != null) {
            return asked;
        }
        var usual = pod.spec().terminationGracePeriodSeconds();
        return usual == null ? 0L : usual < 0 ? 1L : usual;
    }

    /** Upstream warns of new pods alone: what changes pods is hardly ever a person. */
    @Override
    public List<String> warnings(Pod pod, @Nullable Pod old) {
        return old == null ? PodWarnings.ofPod(pod.metadata(), pod.spec()) : List.of();
    }

    @Override
    public List<String> warningsOfSent(Pod pod) {
        return AppArmorAnnotations.warnings(pod);
    }

    @Override
    public List<String> statusWarnings(Pod pod) {
        var warnings = new ArrayList<String>();
        var path = FieldPath.of("status");
        var own = pod.status().podIPs();
        for (int i = 0; i < own.size(); i++) {
            warnings.addAll(Ips.warnings(
                    path.child("podIPs").index(i).child("ip"), own.get(i).ip()));
        }
        var host = pod.status().hostIPs();
        for (int i = 0; i < host.size(); i++) {
            warnings.addAll(Ips.warnings(
                    path.child("hostIPs").index(i).child("ip"), host.get(i).ip()));
        }
        return warnings;
    }
}
