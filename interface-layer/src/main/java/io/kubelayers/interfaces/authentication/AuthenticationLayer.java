package io.kubelayers.interfaces.authentication;

import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.cluster.Layer;
import io.kubelayers.nucleus.cluster.LayerContext;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.server.SubresourceHandler;
import java.util.List;

/** Service account tokens as a layer. All clusters made with one layer, and their forks, share its key. */
public final class AuthenticationLayer implements Layer {
    private final TokenKey key;

    private AuthenticationLayer(TokenKey key) {
        this.key = key;
    }

    /** With a new key. */
    public static AuthenticationLayer standard() {
        return new AuthenticationLayer(TokenKey.generate());
    }

    @Override
    public String name() {
        return "authentication";
    }

    @Override
    public List<Class<?>> kinds() {
        return List.of();
    }

    @Override
    public List<SubresourceHandler> subresources(LayerContext context) {
        return List.of(new TokenSubresource(
                new AccountTokens(key, context.runtime()), context.informers(), context.runtime()));
    }

    @Override
    public List<Authenticator> authenticators(LayerContext context) {
        return List.of(
                new AccountTokenAuthenticator(new AccountTokens(key, context.runtime()), context.informers()),
                new LegacyTokenAuthenticator(new LegacyTokens(key), context.informers()));
    }

    @Override
    public List<Controller> controllers() {
        return List.of(TokenSecretSigner.controller(new LegacyTokens(key)));
    }
}
