/**
 * The client every controller and test uses: one method sends a request, the rest reads like speech.
 *
 * <pre>{@code
 * Pod web = client.on(Pod.class).get("shop", "web");
 * client.update(web.withSpec(...));
 * client.on(Pod.class).delete("shop", "web");
 * }</pre>
 *
 * <p>In process it calls the server directly; over HTTP the interface layer implements the same interface.
 */
@NullMarked
package io.kubelayers.nucleus.client;

import org.jspecify.annotations.NullMarked;
