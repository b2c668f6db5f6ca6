package io.kubelayers.governance.podsecurity;

import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a namespace's new policy says of the pods that run in it already: warnings, since they keep running.
 *
 * <p>One pod of each controller is looked at first, and no more than 3,000 altogether. Upstream:
 * {@code EvaluatePodsInNamespace} in {@code admission/admission.go}.
 */
final class ExistingPods {
    private static final int MOST_PODS = 3000;

    private final PodSecurity security;
    private final List<String> exemptRuntimeClasses;

    ExistingPods(PodSecurity security, List<String> exemptRuntimeClasses) {
        this.security = security;
        this.exemptRuntimeClasses = exemptRuntimeClasses;
    }

    /** Pods that violate a policy in the same way. */
    private static final class Alike {
        private String firstName;
        private int count;

        Alike(String name) {
            this.firstName = name;
        }

        void add(String name) {
            count++;
            if (name.compareTo(firstName) < 0) {
                firstName = name;
            }
        }

        String describe(String reason) {
            return switch (count) {
                case 1 -> firstName + ": " + reason;
                case 2 -> firstName + " (and 1 other pod): " + reason;
                default -> firstName + " (and " + (count - 1) + " other pods): " + reason;
            };
        }
    }

    List<String> warnings(String namespace, LevelVersion enforce, List<Pod> pods) {
        var looked = prioritized(pods);
        var byReason = new LinkedHashMap<String, Alike>();
        int most = Math.min(looked.size(), MOST_PODS);
        for (var pod : looked.subList(0, most)) {
            var result = security.evaluate(enforce, pod);
            if (!result.allowed()) {
                var name = pod.metadata().nameOrEmpty();
                byReason.computeIfAbsent(result.forbiddenReason(), reason -> new Alike(name))
                        .add(name);
            }
        }
        var warnings = new ArrayList<String>();
        if (most < looked.size()) {
            warnings.add("new PodSecurity enforce level only checked against the first " + most + " of " + looked.size()
                    + " existing pods");
        }
        if (!byReason.isEmpty()) {
            warnings.add("existing pods in namespace \"" + namespace + "\" violate the new PodSecurity enforce level \""
                    + enforce + "\"");
        }
        byReason.entrySet().stream()
                .map(entry -> entry.getValue().describe(entry.getKey()))
                .sorted()
                .forEach(warnings::add);
        return warnings;
    }

    private List<Pod> prioritized(List<Pod> pods) {
        var first = new ArrayList<Pod>(pods.size());
        var replicas = new ArrayList<Pod>();
        var controllers = new HashSet<String>();
        for (var pod : pods) {
            var runtimeClass = pod.spec().runtimeClassName();
            if (runtimeClass != null && exemptRuntimeClasses.contains(runtimeClass)) {
                continue;
            }
            var owner = pod.metadata().controllerOwner();
            if (owner.isEmpty() || controllers.add(owner.get().uid())) {
                first.add(pod);
            } else {
                replicas.add(pod);
            }
        }
        first.addAll(replicas);
        return first;
    }
}
