package io.kubelayers.nucleus.control;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Requests to a controller that come from elsewhere than the API, such as from a container in which somebody has changed
 * something (controller-runtime's generic events). May be called by any thread.
 */
public final class Signals {
    private final Set<Request> waiting = new LinkedHashSet<>();
    private Runnable wake = () -> {};

    /** Asks the controller to look at something when it comes to it. */
    public void ask(Request request) {
        Runnable action;
        synchronized (this) {
            waiting.add(request);
            action = wake;
        }
        action.run();
    }

    synchronized void onAsked(Runnable action) {
        wake = action;
    }

    /** Those that wait now. */
    synchronized List<Request> waiting() {
        return List.copyOf(waiting);
    }

    void take(Consumer<Request> taker) {
        List<Request> all;
        synchronized (this) {
            if (waiting.isEmpty()) {
                return;
            }
            all = List.copyOf(waiting);
            waiting.clear();
        }
        all.forEach(taker);
    }
}
