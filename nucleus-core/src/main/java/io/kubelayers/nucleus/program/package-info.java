/**
 * What simulated containers do: what they write, which commands they know, what answers on their ports.
 *
 * <pre>{@code
 * ContainerScript.standard()
 *     .logs("starting")
 *     .logsEvery(Duration.ofSeconds(10), "tick {n}")
 *     .knows("redis-cli ping", Program.prints("PONG\n"))
 *     .serves(8080, PortService.http(ask -> HttpAnswer.text(200, "hello " + ask.path())));
 * }</pre>
 *
 * <p>Everything happens on the cluster's clock, in an order that is the same every time.
 */
@NullMarked
package io.kubelayers.nucleus.program;

import org.jspecify.annotations.NullMarked;
