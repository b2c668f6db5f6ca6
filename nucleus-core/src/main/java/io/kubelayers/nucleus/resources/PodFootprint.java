package io.kubelayers.nucleus.resources;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Map;

/**
 * Why a pod takes as much as it does: the answer of {@link PodResources} with the phases of the pod, its containers and
 * all that changes their sum. The explanation is made when asked for.
 *
 * @param pod the pod in question
 * @param options what was taken into account
 * @param limits whether this is about limits, not requests
 * @param total the effective amounts by resource name
 */
public record PodFootprint(Pod pod, PodResourceOptions options, boolean limits, Map<String, Quantity> total)
        implements Explained {

    /** The requests that the specification of a pod amounts to. */
    public static PodFootprint requests(Pod pod) {
        return requests(pod, PodResourceOptions.DECLARED);
    }

    public static PodFootprint requests(Pod pod, PodResourceOptions options) {
        return new PodFootprint(pod, options, false, PodResources.requests(pod, options));
    }

    /** The limits that the specification of a pod amounts to. */
    public static PodFootprint limits(Pod pod) {
        return limits(pod, PodResourceOptions.DECLARED);
    }

    public static PodFootprint limits(Pod pod, PodResourceOptions options) {
        return new PodFootprint(pod, options, true, PodResources.limits(pod, options));
    }

    @Override
    public String explain() {
        return (limits ? "limits " : "requests ") + ResourceList.text(total);
    }

    @Override
    public Finding finding() {
        String subject = "pod/" + pod.metadata().nameOrEmpty();
        Finding finding = Finding.note("PodResources", subject, explain());
        boolean containersCount = limits || !options.skipContainerLevelResources();
        if (containersCount) {
            for (Phase phase : Phase.of(pod, needs())) {
                finding = finding.because(explain(phase));
            }
        }
        Map<String, Quantity> whole = limits
                ? PodLevel.requirements(pod).limits()
                : PodLevel.requirements(pod).requests();
        if (!options.skipPodLevelResources() && !whole.isEmpty()) {
            finding = finding.because(Finding.note(
                    "PodResources.podLevel",
                    "",
                    "the pod as a whole declares " + ResourceList.text(whole) + " instead"));
        }
        if (!options.excludeOverhead() && !pod.spec().overhead().isEmpty()) {
            finding = finding.because(Finding.note(
                    "PodResources.overhead",
                    "",
                    "the runtime adds " + ResourceList.text(pod.spec().overhead())
                            + (limits ? " to limits that are set" : "")));
        }
        return finding;
    }

    private Phase.Needs needs() {
        return limits ? PodResources.limitsOf(pod, options) : PodResources.requestsOf(pod, options);
    }

    private Finding explain(Phase phase) {
        String when = phase.isLast() ? "the containers run" : "init container " + phase.initContainer() + " runs";
        Finding finding =
                Finding.note("PodResources.phase", "", "while " + when + ": " + ResourceList.text(phase.needs()));
        for (Container container : pod.spec().initContainers()) {
            boolean current = container.name().equals(phase.initContainer());
            if (current || Phase.isSidecar(container)) {
                finding = finding.because(explain(container, Phase.isSidecar(container)));
            }
            if (current) {
                return finding;
            }
        }
        for (Container container : pod.spec().containers()) {
            finding = finding.because(explain(container, true));
        }
        return finding;
    }

    private Finding explain(Container container, boolean stays) {
        Map<String, Quantity> declared =
                limits ? container.resources().limits() : container.resources().requests();
        Map<String, Quantity> counted = needs().of(container, stays);
        Finding finding =
                Finding.note("PodResources.container", "container/" + container.name(), ResourceList.text(counted));
        return counted.equals(declared) ? finding : finding.input("declared", ResourceList.text(declared));
    }
}
