package io.kubelayers.nucleus.serviceaccount;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.EnvFromSource;
import io.kubelayers.nucleus.core.EnvVar;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ServiceAccount;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which secrets the pods of an account may use, if the account says by annotation that they may use only those it lists
 * (plugin/pkg/admission/serviceaccount, limitSecretReferences).
 */
final class SecretReferences {
    private static final String ENFORCED = "kubernetes.io/enforce-mountable-secrets";

    /** The texts that Go's {@code strconv.ParseBool} reads as true. */
    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");

    private final ServiceAccount account;
    private final Set<String> mountable = new HashSet<>();

    private SecretReferences(ServiceAccount account) {
        this.account = account;
        account.secrets().forEach(secret -> mountable.add(String.valueOf(secret.name())));
    }

    /** Why the pod may not be created, if it may not. */
    static Optional<String> refusal(ServiceAccount account, Pod pod) {
        return isEnforced(account) ? new SecretReferences(account).ofPod(pod) : Optional.empty();
    }

    /** Why ephemeral containers may not be added to the pod, if they may not. */
    static Optional<String> refusalOfEphemeral(ServiceAccount account, Pod pod) {
        if (!isEnforced(account)) {
            return Optional.empty();
        }
        var references = new SecretReferences(account);
        for (var container : pod.spec().ephemeralContainers()) {
            var refused = references.ofEnvironment(
                    "ephemeral container " + container.name(), container.env(), container.envFrom());
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    private static boolean isEnforced(ServiceAccount account) {
        var annotation = account.metadata().annotations().get(ENFORCED);
        return annotation != null && TRUE.contains(annotation);
    }

    private Optional<String> ofPod(Pod pod) {
        for (var volume : pod.spec().volumes()) {
            var secret = volume.secret();
            if (secret != null && !mountable.contains(String.valueOf(secret.secretName()))) {
                return Optional.of(
                        "volume with secret.secretName=\"" + secret.secretName() + "\"" + unlisted("secret"));
            }
        }
        var refused = ofContainers("init container ", pod.spec().initContainers());
        if (refused.isEmpty()) {
            refused = ofContainers("container ", pod.spec().containers());
        }
        return refused.isEmpty() ? ofPullSecrets(pod) : refused;
    }

    private Optional<String> ofContainers(String what, List<Container> containers) {
        for (var container : containers) {
            var refused = ofEnvironment(what + container.name(), container.env(), container.envFrom());
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    private Optional<String> ofEnvironment(String who, List<EnvVar> variables, List<EnvFromSource> sources) {
        for (var variable : variables) {
            var from = variable.valueFrom();
            var secret = from == null ? null : from.secretKeyRef();
            if (secret != null && !mountable.contains(String.valueOf(secret.name()))) {
                return Optional.of(who + " with envVar " + variable.name() + " referencing secret.secretName=\""
                        + secret.name() + "\"" + unlisted("secret"));
            }
        }
        for (var source : sources) {
            var secret = source.secretRef();
            if (secret != null && !mountable.contains(String.valueOf(secret.name()))) {
                return Optional.of(who + " with envFrom referencing secret.secretName=\"" + secret.name() + "\""
                        + unlisted("secret"));
            }
        }
        return Optional.empty();
    }

    private Optional<String> ofPullSecrets(Pod pod) {
        var pullable = new HashSet<String>();
        account.imagePullSecrets().forEach(secret -> pullable.add(String.valueOf(secret.name())));
        var used = pod.spec().imagePullSecrets();
        for (int i = 0; i < used.size(); i++) {
            if (!pullable.contains(String.valueOf(used.get(i).name()))) {
                return Optional.of("imagePullSecrets[" + i + "].name=\""
                        + used.get(i).name() + "\"" + unlisted("imagePullSecret"));
            }
        }
        return Optional.empty();
    }

    private String unlisted(String what) {
        return " is not allowed because service account " + account.metadata().name() + " does not reference that "
                + what;
    }
}
