package io.kubelayers.application.scheduling.framework;

import java.util.List;
import java.util.Set;

/**
 * A kind of event that a plugin wants to know of, and how to tell whether one of them helps a certain pod.
 *
 * @param resource what it happens to; {@link ClusterEvent.Resource#ANY} for all
 * @param actions what happens; {@link ClusterEvent.Action#ALL} for all
 * @param hint asked for each event of that kind
 */
public record ClusterEventWithHint(
        ClusterEvent.Resource resource, Set<ClusterEvent.Action> actions, QueueingHint hint) {
    public ClusterEventWithHint {
        actions = Set.copyOf(actions);
    }

    /** Events of this kind always help. */
    public static ClusterEventWithHint on(ClusterEvent.Resource resource, ClusterEvent.Action... actions) {
        return new ClusterEventWithHint(resource, Set.copyOf(List.of(actions)), QueueingHint.ALWAYS);
    }

    /** The same kind of event, with a closer look at each. */
    public ClusterEventWithHint when(QueueingHint closer) {
        return new ClusterEventWithHint(resource, actions, closer);
    }

    /** Whether the event is of this kind. A plugin that asked for any update gets the narrower ones too. */
    public boolean matches(ClusterEvent event) {
        if (resource != ClusterEvent.Resource.ANY && resource != event.resource()) {
            return false;
        }
        return actions.contains(ClusterEvent.Action.ALL)
                || actions.contains(event.action())
                || actions.contains(ClusterEvent.Action.UPDATE)
                        && event.action().name().startsWith(ClusterEvent.Action.UPDATE.name());
    }
}
