package io.kubelayers.interfaces.authentication;

import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.core.ServiceAccount;
import io.kubelayers.nucleus.value.Bytes;
import java.util.TreeMap;

/**
 * Puts a token into secrets of type {@code kubernetes.io/service-account-token} once they are known to belong to an account;
 * the rest of them is the work of the account's controllers ({@code pkg/controller/serviceaccount/tokens_controller.go}).
 */
final class TokenSecretSigner implements Reconciler {
    static final String TOKEN = "token";

    private static final String ACCOUNT = "kubernetes.io/service-account.name";
    private static final String ACCOUNT_UID = "kubernetes.io/service-account.uid";

    private final ControllerContext context;
    private final LegacyTokens tokens;

    private TokenSecretSigner(ControllerContext context, LegacyTokens tokens) {
        this.context = context;
        this.tokens = tokens;
    }

    static Controller controller(LegacyTokens tokens) {
        return Controller.named("serviceaccount-token-signer")
                .over(Secret.class)
                .reconcile(context -> new TokenSecretSigner(context, tokens));
    }

    @Override
    public Requeue reconcile(Request request) {
        var secret = context.informers()
                .lister(Secret.class)
                .get(request.namespace(), request.name())
                .orElse(null);
        if (secret == null
                || !Secret.Type.KUBERNETES_IO_SERVICE_ACCOUNT_TOKEN.equals(secret.type())
                || secret.metadata().isBeingDeleted()
                || secret.data().containsKey(TOKEN)) {
            return Requeue.never();
        }
        var annotations = secret.metadata().annotations();
        var name = annotations.getOrDefault(ACCOUNT, "");
        var account = context.informers()
                .lister(ServiceAccount.class)
                .get(request.namespace(), name)
                .orElse(null);
        var uid = account == null ? null : account.metadata().uid();
        if (uid == null || !uid.equals(annotations.get(ACCOUNT_UID))) {
            return Requeue.never();
        }
        var data = new TreeMap<>(secret.data());
        var token = new LegacyTokens.LegacyToken(request.namespace(), request.name(), name, uid);
        data.put(TOKEN, Bytes.utf8(tokens.write(token)));
        context.client().update(secret.withData(data));
        return Requeue.never();
    }
}
