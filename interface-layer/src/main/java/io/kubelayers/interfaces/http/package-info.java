/**
 * The API over HTTP.
 *
 * <p>{@link io.kubelayers.interfaces.http.RestApi} is the protocol without a wire: it takes an
 * {@link io.kubelayers.interfaces.http.HttpRequest} and gives an {@link io.kubelayers.interfaces.http.HttpResponse}, with
 * upstream's paths, parameters, content types, status codes and Status bodies. A server puts sockets in front of it.
 *
 * <pre>{@code
 * RestApi api = RestApi.of(cluster.server(), cluster.runtime().clock());
 * HttpResponse pods = api.handle(HttpRequest.get("/api/v1/namespaces/shop/pods?limit=10").withBearer("token"));
 * }</pre>
 */
@NullMarked
package io.kubelayers.interfaces.http;

import org.jspecify.annotations.NullMarked;
