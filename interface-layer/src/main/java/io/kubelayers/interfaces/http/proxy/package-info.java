/**
 * Passes HTTP requests on to servers inside the cluster, as the {@code proxy} subresources of pods, services and nodes do
 * (apimachinery {@code util/proxy/upgradeaware.go}).
 *
 * <pre>{@code
 * var exchange = ProxyExchange.start(target, "GET", "/metrics", headers, body);
 * exchange.head();                   // status and headers, once they are there
 * exchange.poll();                   // the body, piece by piece
 * }</pre>
 */
@NullMarked
package io.kubelayers.interfaces.http.proxy;

import org.jspecify.annotations.NullMarked;
