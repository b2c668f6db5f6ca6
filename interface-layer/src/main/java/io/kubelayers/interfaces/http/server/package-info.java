/**
 * The API on a socket: HTTP/1.1 and HTTP/2, with TLS by the cluster's own authority or plain on the loopback interface.
 *
 * <pre>{@code
 * try (var http = ApiServerHttp.serve(cluster.server(), ServeOptions.loopback())) {
 *     Files.writeString(path, http.kubeconfig());      // kubectl --kubeconfig path get pods
 * }
 * }</pre>
 *
 * <p>Watches cost a buffer each, not a thread.
 */
@NullMarked
package io.kubelayers.interfaces.http.server;

import org.jspecify.annotations.NullMarked;
