package io.kubelayers.governance.nodeaccess;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.authentication.TokenRequest;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.storage.CSIDriver;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of accounts that a node may ask for: bound to a pod of its own, for an audience that the pod names, or one that
 * somebody granted to it by the verb {@code request-serviceaccounts-token-audience}.
 */
final class TokenRestriction {
    private static final String VERB = "request-serviceaccounts-token-audience";

    private final Informers informers;
    private final Authorizer authorizer;
    private final String node;
    private final AdmissionRequest request;

    TokenRestriction(Informers informers, Authorizer authorizer, String node, AdmissionRequest request) {
        this.informers = informers;
        this.authorizer = authorizer;
        this.node = node;
        this.request = request;
    }

    void check(TokenRequest asked) {
        var bound = asked.spec().boundObjectRef();
        var name = bound == null ? null : bound.name();
        if (bound == null || name == null || !"v1".equals(bound.apiVersion()) || !"Pod".equals(bound.kind())) {
            throw request.forbidden("node requested token not bound to a pod");
        }
        if (bound.uid() == null) {
            throw request.forbidden("node requested token with a pod binding without a uid");
        }
        var pod = informers
                .lister(Pod.class)
                .get(request.namespace(), name)
                .orElseThrow(() -> ApiErrors.notFound(new ApiErrors.Resource("", "pod"), name));
        if (!bound.uid().equals(pod.metadata().uid())) {
            throw request.forbidden("the UID in the bound object reference (" + bound.uid()
                    + ") does not match the UID in record. The object might have been deleted and then recreated");
        }
        if (!node.equals(pod.spec().nodeName())) {
            throw request.forbidden("node requested token bound to a pod scheduled on a different node");
        }
        checkAudience(asked, pod);
    }

    private void checkAudience(TokenRequest asked, Pod pod) {
        var audiences = asked.spec().audiences();
        if (audiences.size() > 1) {
            throw request.forbidden("node may only request 0 or 1 audiences");
        }
        var audience = audiences.isEmpty() ? "" : audiences.get(0);
        for (var volume : pod.spec().volumes()) {
            if (names(pod, volume, audience)) {
                return;
            }
        }
        var question = AccessRequest.to(request.user(), VERB, "", audience)
                .withNamespace(request.namespace())
                .withName(request.name());
        if (!authorizer.authorize(question).allowed()) {
            throw request.forbidden("audience \"" + audience + "\" not found in pod spec volume, "
                    + request.user().username() + " is not authorized to request tokens for this audience");
        }
    }

    private boolean names(Pod pod, Volume volume, String audience) {
        if (volume.projected() != null) {
            return volume.projected().sources().stream()
                    .anyMatch(source -> source.serviceAccountToken() != null
                            && audience.equals(
                                    orEmpty(source.serviceAccountToken().audience())));
        }
        return driver(pod, volume)
                .flatMap(name -> informers.lister(CSIDriver.class).get("", name))
                .filter(driver -> driver.spec().tokenRequests().stream()
                        .anyMatch(token -> token.audience().equals(audience)))
                .isPresent();
    }

    /** The driver of the volume, of a claim that of the volume it is bound to. */
    private Optional<String> driver(Pod pod, Volume volume) {
        if (volume.csi() != null) {
            return Optional.of(volume.csi().driver());
        }
        var claim = volume.persistentVolumeClaim() != null
                ? volume.persistentVolumeClaim().claimName()
                : volume.ephemeral() != null ? pod.metadata().nameOrEmpty() + "-" + volume.name() : null;
        if (claim == null) {
            return Optional.empty();
        }
        return informers
                .lister(PersistentVolumeClaim.class)
                .get(request.namespace(), claim)
                .map(found -> found.spec().volumeName())
                .flatMap(name -> informers.lister(PersistentVolume.class).get("", name))
                .map(found -> found.spec().csi())
                .map(csi -> csi.driver());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
