package io.kubelayers.nucleus.serviceaccount;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.ServiceAccount;
import io.kubelayers.nucleus.core.ServiceAccountBuilder;
import io.kubelayers.nucleus.core.VolumeProjection;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.runtime.Runtime;
import java.util.Optional;

/**
 * Gives each new pod a service account, {@code default} unless it names one, with the account's pull secrets and a volume
 * with its token, and refuses pods whose account does not exist
 * ({@code plugin/pkg/admission/serviceaccount/admission.go}).
 *
 * <p>Upstream waits up to two seconds for the controller to make the account {@code default}. A request does not wait
 * here; where that controller runs, the account of an existing namespace is taken to be on its way.
 */
public final class ServiceAccountAdmission implements AdmissionPlugin.Mutating, AdmissionPlugin.Validating {
    static final String DEFAULT = "default";

    private static final String MIRROR = "kubernetes.io/config.mirror";
    private static final String EPHEMERAL = "ephemeralcontainers";

    private final Informers informers;
    private final Runtime runtime;
    private final boolean defaultIsMade;

    /**
     * The plugin.
     *
     * @param runtime chance, for the names of token volumes
     * @param defaultIsMade whether a controller makes the account {@code default} of each namespace
     */
    public ServiceAccountAdmission(Informers informers, Runtime runtime, boolean defaultIsMade) {
        this.informers = informers;
        this.runtime = runtime;
        this.defaultIsMade = defaultIsMade;
    }

    @Override
    public String name() {
        return "ServiceAccount";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.type().is(Pod.class)
                && request.object() instanceof Pod
                && (request.operation() == Operation.CREATE
                                && request.subresource().isEmpty()
                        || request.operation() == Operation.UPDATE
                                && request.subresource().equals(EPHEMERAL));
    }

    @Override
    public KubernetesObject mutate(AdmissionRequest request) {
        var pod = pod(request);
        if (request.operation() != Operation.CREATE || isMirror(pod)) {
            check(request, pod);
            return pod;
        }
        var named = pod.spec().serviceAccountName() != null
                ? pod.spec().serviceAccountName()
                : pod.spec().serviceAccount();
        var name = named == null ? DEFAULT : named;
        var account = account(request, name);
        var spec = PodSpecBuilder.builder(pod.spec()).serviceAccountName(name).serviceAccount(name);
        if (pod.spec().imagePullSecrets().isEmpty()
                && !account.imagePullSecrets().isEmpty()) {
            spec.imagePullSecrets(account.imagePullSecrets());
        }
        if (mountsToken(account, pod)) {
            TokenVolume.mount(pod.spec(), spec, () -> runtime.nameSuffix(5));
        }
        var admitted = pod.withSpec(spec.build());
        SecretReferences.refusal(account, admitted).ifPresent(why -> refuse(request, why));
        return admitted;
    }

    /** The pod's word counts more than the account's; without either the token is mounted. */
    private static boolean mountsToken(ServiceAccount account, Pod pod) {
        var wanted = pod.spec().automountServiceAccountToken();
        return wanted != null ? wanted : !Boolean.FALSE.equals(account.automountServiceAccountToken());
    }

    @Override
    public void validate(AdmissionRequest request) {
        check(request, pod(request));
    }

    /** Asked twice, as upstream does: at once, before anything else may refuse the pod, and of the final pod. */
    private void check(AdmissionRequest request, Pod pod) {
        if (request.operation() == Operation.UPDATE) {
            SecretReferences.refusalOfEphemeral(account(request, ofPod(pod)), pod)
                    .ifPresent(why -> refuse(request, why));
            return;
        }
        if (isMirror(pod)) {
            validateMirror(request, pod);
            return;
        }
        if (pod.spec().serviceAccountName() == null) {
            refuse(request, "no service account specified for pod " + request.namespace() + "/" + request.name());
        }
        SecretReferences.refusal(account(request, ofPod(pod)), pod).ifPresent(why -> refuse(request, why));
    }

    private static void validateMirror(AdmissionRequest request, Pod pod) {
        if (pod.spec().serviceAccountName() != null) {
            refuse(request, "a mirror pod may not reference service accounts");
        }
        for (var volume : pod.spec().volumes()) {
            if (volume.secret() != null) {
                refuse(request, "a mirror pod may not reference secrets");
            }
            if (volume.projected() != null
                    && volume.projected().sources().stream()
                            .map(VolumeProjection::serviceAccountToken)
                            .anyMatch(token -> token != null)) {
                refuse(request, "a mirror pod may not use ServiceAccountToken volume projections");
            }
        }
    }

    private ServiceAccount account(AdmissionRequest request, String name) {
        var namespace = request.namespace();
        var found = informers.lister(ServiceAccount.class).get(namespace, name);
        return found.or(() -> defaultOnItsWay(namespace, name))
                .orElseThrow(() -> refusal(
                        request,
                        "error looking up service account " + namespace + "/" + name + ": serviceaccount \"" + name
                                + "\" not found"));
    }

    private Optional<ServiceAccount> defaultOnItsWay(String namespace, String name) {
        if (!defaultIsMade || !name.equals(DEFAULT)) {
            return Optional.empty();
        }
        return informers
                .lister(Namespace.class)
                .get("", namespace)
                .filter(exists -> !exists.metadata().isBeingDeleted())
                .map(exists -> ServiceAccountBuilder.builder()
                        .metadata(ObjectMetaBuilder.builder()
                                .name(name)
                                .namespace(namespace)
                                .build())
                        .build());
    }

    private static String ofPod(Pod pod) {
        var name = pod.spec().serviceAccountName();
        return name == null ? DEFAULT : name;
    }

    private static boolean isMirror(Pod pod) {
        return pod.metadata().annotations().containsKey(MIRROR);
    }

    private static Pod pod(AdmissionRequest request) {
        if (request.object() instanceof Pod pod) {
            return pod;
        }
        throw new IllegalArgumentException("not a pod: " + request.type());
    }

    private static void refuse(AdmissionRequest request, String why) {
        throw refusal(request, why);
    }

    private static ApiException refusal(AdmissionRequest request, String why) {
        return request.forbidden(why);
    }
}
