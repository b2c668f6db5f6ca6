package io.kubelayers.interfaces.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants its connection to become.
 *
 * @param transport WebSocket or SPDY; null if it wants no upgrade
 * @param protocols the protocols it speaks inside, the dearest first
 */
record UpgradeRequest(Upgrade.@Nullable Transport transport, List<String> protocols) {
    /** Prefix of the WebSocket protocol that carries a bearer token, for browsers, which can't set headers. */
    static final String BEARER = "base64url.bearer.authorization.k8s.io.";

    static UpgradeRequest of(HttpRequest request) {
        boolean upgrades = false;
        for (var header : request.headers().all("Connection")) {
            upgrades |= header.toLowerCase(Locale.ROOT).contains("upgrade");
        }
        var to = request.headers().first("Upgrade").toLowerCase(Locale.ROOT);
        if (upgrades && to.equals("websocket")) {
            return new UpgradeRequest(Upgrade.Transport.WEBSOCKET, protocols(request, "Sec-WebSocket-Protocol"));
        }
        if (upgrades && to.equals("spdy/3.1")) {
            return new UpgradeRequest(Upgrade.Transport.SPDY, protocols(request, "X-Stream-Protocol-Version"));
        }
        return new UpgradeRequest(null, List.of());
    }

    private static List<String> protocols(HttpRequest request, String header) {
        var protocols = new ArrayList<String>();
        for (var line : request.headers().all(header)) {
            for (var name : line.split(",")) {
                if (!name.isBlank() && !name.strip().startsWith(BEARER)) {
                    protocols.add(name.strip());
                }
            }
        }
        return List.copyOf(protocols);
    }

    boolean isWebSocket() {
        return transport == Upgrade.Transport.WEBSOCKET;
    }
}
