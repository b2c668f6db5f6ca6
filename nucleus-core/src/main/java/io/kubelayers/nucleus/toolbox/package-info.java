/**
 * The few commands that every simulated container knows, after their namesakes of BusyBox, among them a shell and
 * {@code tar}, which {@code kubectl cp} calls.
 *
 * <pre>{@code
 * kubectl exec web -- sh -c 'cd /tmp && echo hello > greeting; cat greeting'
 * kubectl cp web:/tmp/greeting greeting
 * kubectl exec -it web -- sh
 * }</pre>
 *
 * <p>What is not there says so, {@code not simulated}, and exits with 127; nothing pretends to have worked. Whoever needs
 * more gives {@link io.kubelayers.nucleus.program.KnownCommand commands} of their own to a container.
 */
@NullMarked
package io.kubelayers.nucleus.toolbox;

import org.jspecify.annotations.NullMarked;
