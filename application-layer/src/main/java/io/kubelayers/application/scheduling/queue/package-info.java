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
 * {@link io.kubelayers.application.scheduling.queue.SchedulingQueue} is an immutable value: the time is passed in and
 * {@link io.kubelayers.application.scheduling.queue.SchedulingQueue#nextWakeUp} says when to look again, so it runs on a
 * virtual clock as it does in real time, and forks with its cluster.
 *
 * <pre>{@code
 * var queue = SchedulingQueue.of(rules, QueueTimes.standard()).add(pod, now);
 * var popped = queue.pop(now);                                                    // popped.pod() is to be tried
 * queue = popped.queue().putBack("default/web", Set.of("NodeResourcesFit"), Set.of(), now);
 * for (var event : ClusterEvents.of(nodeBefore, nodeAfter)) {
 *     queue = queue.move(event, nodeBefore, nodeAfter, now);
 * }
 * }</pre>
 */
@NullMarked
package io.kubelayers.application.scheduling.queue;

import org.jspecify.annotations.NullMarked;
