package io.kubelayers.interfaces.http.server;

import io.kubelayers.nucleus.certificates.CertificateSigningRequest;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Signs approved requests for certificates of clients by the authority of the server, which knows their bearers from then on
 * ({@code pkg/controller/certificates/signer}). Requests to other signers are theirs.
 */
public final class CertificateSigner implements Reconciler {
    private static final Set<String> SIGNERS =
            Set.of("kubernetes.io/kube-apiserver-client", "kubernetes.io/kube-apiserver-client-kubelet");
    private static final Set<String> USAGES = Set.of("client auth", "digital signature", "key encipherment");

    /** How long a certificate lasts whose request does not say, {@code --cluster-signing-duration}. */
    private static final Duration LIFETIME = Duration.ofDays(365);

    private final ControllerContext context;
    private final ClusterAuthority authority;

    private CertificateSigner(ControllerContext context, ClusterAuthority authority) {
        this.context = context;
        this.authority = authority;
    }

    /** The signer as a controller of a cluster that is served with this authority. */
    public static Controller controller(ClusterAuthority authority) {
        return Controller.named("csrsigning")
                .over(CertificateSigningRequest.class)
                .reconcile(context -> new CertificateSigner(context, authority));
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(CertificateSigningRequest.class).get("", request.name());
        if (found.isEmpty() || !waits(found.get())) {
            return Requeue.never();
        }
        var asked = found.get();
        context.client().updateStatus(asked.withStatus(answer(asked)));
        return Requeue.never();
    }

    private static boolean waits(CertificateSigningRequest request) {
        return SIGNERS.contains(request.spec().signerName())
                && request.status().certificate().size() == 0
                && has(request, "Approved")
                && !has(request, "Denied")
                && !has(request, "Failed");
    }

    private static boolean has(CertificateSigningRequest request, String type) {
        for (var condition : request.status().conditions()) {
            if (condition.type().equals(type)) {
                return true;
            }
        }
        return false;
    }

    private CertificateSigningRequest.Status answer(CertificateSigningRequest request) {
        var usages = request.spec().usages();
        if (!usages.contains("client auth") || !USAGES.containsAll(usages)) {
            return failed(request, "usages did not match " + List.copyOf(new java.util.TreeSet<>(USAGES)));
        }
        var seconds = request.spec().expirationSeconds();
        var lifetime = seconds == null ? LIFETIME : Duration.ofSeconds(seconds);
        try {
            var certificate = authority.sign(
                    request.spec().request().toUtf8(), context.runtime().now().plus(lifetime));
            var pem = Identity.pem(certificate).getBytes(StandardCharsets.US_ASCII);
            return request.status().withCertificate(Bytes.of(pem));
        } catch (IllegalArgumentException e) {
            return failed(
                    request, "unable to parse csr \"" + request.metadata().nameOrEmpty() + "\": " + e.getMessage());
        }
    }

    private CertificateSigningRequest.Status failed(CertificateSigningRequest request, String why) {
        var now = context.runtime().timestamp();
        var conditions = new ArrayList<>(request.status().conditions());
        conditions.add(new CertificateSigningRequest.Condition(
                "Failed", ConditionStatus.TRUE, "SignerValidationFailure", why, now, now));
        return request.status().withConditions(conditions);
    }
}
