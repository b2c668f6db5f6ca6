/**
 * The pods that wait to be scheduled, and when to try each again.
 *
 * <pre>
 *   add ─► PreEnqueue ─► active ─► pop ─► a scheduling cycle
 *              │            ▲                   │ no node
 *              ▼            │ event             ▼
 *            gated       back-off ◄──── unschedulable       (after 5 minutes at the latest)
 * </pre>
 *
 * {@link io.kubelayers.application.scheduling.queue.SchedulingQueue} is a plain data structure of one thread: the time is
 * passed in and {@link io.kubelayers.application.scheduling.queue.SchedulingQueue#nextWakeUp} says when to look again, so
 * it runs on a virtual clock as it does in real time.
 *
 * <pre>{@code
 * queue.add(pod, now);
 * queue.pop(now).ifPresent(queued -> …schedule…);
 * queue.putBack(pod, Set.of("NodeResourcesFit"), Set.of(), now);
 * ClusterEvents.of(nodeBefore, nodeAfter).forEach(event -> queue.move(event, nodeBefore, nodeAfter, now));
 * }</pre>
 */
@NullMarked
package io.kubelayers.application.scheduling.queue;

import org.jspecify.annotations.NullMarked;
