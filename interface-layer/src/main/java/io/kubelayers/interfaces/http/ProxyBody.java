package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.proxy.ProxyExchange;
import io.kubelayers.nucleus.errors.ApiException;
import java.util.Optional;
import java.util.function.Function;

/**
 * An answer that is not there yet: its status and headers come from a server inside the cluster. Status and headers of the
 * {@link HttpResponse} around it mean nothing.
 *
 * @param exchange what will bring it
 * @param refusal makes the answer if nothing comes
 */
public record ProxyBody(ProxyExchange exchange, Function<ApiException, HttpResponse> refusal)
        implements HttpResponse.Payload {
    /** The answer itself; empty while it is not there. */
    public Optional<HttpResponse> answer() {
        try {
            return ProxyRequests.answer(exchange);
        } catch (ApiException failed) {
            return Optional.of(refusal.apply(failed));
        }
    }
}
