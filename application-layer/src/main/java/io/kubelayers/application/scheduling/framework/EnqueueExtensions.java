package io.kubelayers.application.scheduling.framework;

import java.util.List;

/**
 * Says which events may make a pod schedulable that this plugin rejected. A rejecting plugin without it is asked again
 * after every event.
 */
public interface EnqueueExtensions extends Plugin {
    List<ClusterEventWithHint> eventsToRegister();
}
