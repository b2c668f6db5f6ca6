/**
 * The API of a cluster elsewhere: the {@link io.kubelayers.nucleus.client.Client} that everything here is written against,
 * over HTTP, and controllers that run against it.
 *
 * <pre>{@code
 * var client = RemoteClient.to(KubeconfigFile.read(Path.of("/home/me/.kube/config")));
 * client.on(Pod.class).list("shop").forEach(pod -> ...);
 *
 * try (var running = RemoteControllers.start(client, List.of(SchedulerController.controller()))) {
 *     running.awaitSynced(Duration.ofSeconds(30));
 *     ...
 * }
 * }</pre>
 *
 * <p>Controllers see a copy of what they watch ({@link io.kubelayers.interfaces.remote.Mirror}), which lists and watches keep
 * up to date as client-go's reflectors do; what they write goes to the API, and comes back that way.
 */
@NullMarked
package io.kubelayers.interfaces.remote;

import org.jspecify.annotations.NullMarked;
