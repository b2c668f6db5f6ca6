package io.kubelayers.nucleus.serviceaccount;

import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Mapping;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.core.ServiceAccount;
import io.kubelayers.nucleus.value.Bytes;
import java.util.TreeMap;

/**
 * Secrets of type {@value #TYPE}, the way to get a token before there were projected volumes: they belong to an account
 * and go with it, and hold the root certificate and their namespace beside the token
 * (pkg/controller/serviceaccount/tokens_controller.go). The token itself is for who signs tokens to fill in.
 */
final class TokenSecrets implements Reconciler {
    static final String TYPE = "kubernetes.io/service-account-token";

    private static final String ACCOUNT = "kubernetes.io/service-account.name";
    private static final String ACCOUNT_UID = "kubernetes.io/service-account.uid";

    private final ControllerContext context;

    TokenSecrets(ControllerContext context) {
        this.context = context;
    }

    /** The secrets of an account that comes or goes. */
    static Mapping<ServiceAccount> ofAccount(ControllerContext context) {
        return (change, enqueue) -> {
            if (change.type() == Change.Type.MODIFIED) {
                return;
            }
            var metadata = change.object().metadata();
            for (var secret : context.informers().lister(Secret.class).list(metadata.namespaceOrEmpty())) {
                if (isToken(secret)
                        && metadata.nameOrEmpty()
                                .equals(secret.metadata().annotations().get(ACCOUNT))) {
                    enqueue.accept(Request.of(secret));
                }
            }
        };
    }

    private static boolean isToken(Secret secret) {
        return TYPE.equals(secret.type());
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(Secret.class).get(request.namespace(), request.name());
        if (found.isEmpty() || !isToken(found.get()) || found.get().metadata().isBeingDeleted()) {
            return Requeue.never();
        }
        var secret = found.get();
        var annotations = secret.metadata().annotations();
        var account = context.informers()
                .lister(ServiceAccount.class)
                .get(request.namespace(), annotations.getOrDefault(ACCOUNT, ""));
        var uid = annotations.getOrDefault(ACCOUNT_UID, "");
        if (account.isEmpty()
                || !uid.isEmpty() && !uid.equals(account.get().metadata().uid())) {
            context.client().on(Secret.class).delete(request.namespace(), request.name());
            return Requeue.never();
        }
        var completed = completed(secret, account.get());
        if (!completed.equals(secret)) {
            context.client().update(completed);
        }
        return Requeue.never();
    }

    private Secret completed(Secret secret, ServiceAccount account) {
        var namespace = secret.metadata().namespaceOrEmpty();
        var data = new TreeMap<>(secret.data());
        data.put("namespace", Bytes.utf8(namespace));
        context.informers()
                .lister(ConfigMap.class)
                .get(namespace, RootCertificate.CONFIG_MAP)
                .map(map -> map.data().get(RootCertificate.KEY))
                .ifPresent(certificate -> data.put(RootCertificate.KEY, Bytes.utf8(certificate)));
        var annotations = new TreeMap<>(secret.metadata().annotations());
        annotations.put(ACCOUNT_UID, String.valueOf(account.metadata().uid()));
        return secret.withData(data).withMetadata(secret.metadata().withAnnotations(annotations));
    }
}
