/**
 * The REST API for clients of this very process: what they would send to a socket is answered by a method call, watches
 * included, and what would go over a WebSocket goes over an {@link io.kubelayers.interfaces.http.inprocess.InProcessSocket}.
 *
 * <pre>{@code
 * var api = InProcessApi.of(cluster.server(), cluster.runtime().clock(), Users.admin());
 * var pods = api.handle(HttpRequest.get("/api/v1/pods").withBearer(api.token()));
 * }</pre>
 */
@NullMarked
package io.kubelayers.interfaces.http.inprocess;

import org.jspecify.annotations.NullMarked;
