package io.kubelayers.application.scheduling;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.PreemptionPolicy;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives new pods the priority of the class they name, or of the default class, and sees to it that there is one default
 * class at most ({@code plugin/pkg/admission/priority/admission.go}).
 */
public final class PriorityAdmission implements AdmissionPlugin.Mutating, AdmissionPlugin.Validating {
    private final Informers informers;

    public PriorityAdmission(Informers informers) {
        this.informers = informers;
    }

    @Override
    public String name() {
        return "Priority";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return (request.operation() == Operation.CREATE || request.operation() == Operation.UPDATE)
                && (request.concerns(Pod.class) || request.concerns(PriorityClass.class));
    }

    @Override
    public KubernetesObject mutate(AdmissionRequest request) {
        if (request.object() instanceof Pod pod) {
            return request.oldObject() instanceof Pod old
                    ? kept(pod, old)
                    : pod.withSpec(prioritized(request, pod.spec()));
        }
        if (request.object() == null) {
            throw new IllegalArgumentException("nothing to prioritize: " + request.type());
        }
        return request.object();
    }

    /** Who updates a pod and leaves its priority out does not mean to remove it. */
    private static Pod kept(Pod pod, Pod old) {
        var spec = pod.spec();
        if (spec.priority() == null && old.spec().priority() != null) {
            spec = spec.withPriority(old.spec().priority());
        }
        if (spec.preemptionPolicy() == null && old.spec().preemptionPolicy() != null) {
            spec = spec.withPreemptionPolicy(old.spec().preemptionPolicy());
        }
        return spec == pod.spec() ? pod : pod.withSpec(spec);
    }

    private PodSpec prioritized(AdmissionRequest request, PodSpec spec) {
        var named = spec.priorityClassName();
        var found = named == null ? defaultClass() : Optional.of(named(request, named));
        int priority = found.map(PriorityClass::value).orElse(0);
        var policy = found.isEmpty()
                ? PreemptionPolicy.PREEMPT_LOWER_PRIORITY
                : found.get().preemptionPolicy();
        var own = spec.priority();
        if (own != null && own != priority) {
            throw request.forbidden("the integer value of priority (" + own
                    + ") must not be provided in pod spec; priority admission controller computed " + priority
                    + " from the given PriorityClass name");
        }
        var changed = PodSpecBuilder.builder(spec)
                .priorityClassName(found.map(known -> known.metadata().name()).orElse(named))
                .priority(priority);
        if (policy != null) {
            requireSame(request, spec.preemptionPolicy(), policy);
            changed.preemptionPolicy(policy);
        }
        return changed.build();
    }

    private static void requireSame(AdmissionRequest request, @Nullable String own, String policy) {
        if (own != null && !own.equals(policy)) {
            throw request.forbidden("the string value of PreemptionPolicy (" + own
                    + ") must not be provided in pod spec; priority admission controller computed " + policy
                    + " from the given PriorityClass name");
        }
    }

    private PriorityClass named(AdmissionRequest request, String name) {
        return informers
                .lister(PriorityClass.class)
                .get("", name)
                .orElseThrow(() -> request.forbidden("no PriorityClass with name " + name + " was found"));
    }

    /** Of several default classes the one of least priority. */
    private Optional<PriorityClass> defaultClass() {
        PriorityClass least = null;
        for (var candidate : informers.lister(PriorityClass.class).list()) {
            if (candidate.globalDefault() && (least == null || candidate.value() < least.value())) {
                least = candidate;
            }
        }
        return Optional.ofNullable(least);
    }

    @Override
    public void validate(AdmissionRequest request) {
        if (!(request.object() instanceof PriorityClass offered) || !offered.globalDefault()) {
            return;
        }
        var known = defaultClass();
        if (known.isPresent()
                && (request.operation() == Operation.CREATE
                        || !known.get().metadata().nameOrEmpty().equals(request.name()))) {
            throw request.forbidden("PriorityClass " + known.get().metadata().name()
                    + " is already marked as default. Only one default can exist");
        }
    }
}
