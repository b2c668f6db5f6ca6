package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.store.CompactedException;
import io.kubelayers.nucleus.store.Prefix;
import io.kubelayers.nucleus.store.Store;
import io.kubelayers.nucleus.store.StoreEvent;
import io.kubelayers.nucleus.store.WatchCursor;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A controller at work on one store: cursors that bring changes, the queue they fill, and the reconciler that empties it.
 * Drivers decide when each of these moves.
 */
final class RunningController {
    private final Controller controller;
    private final ControllerContext context;
    private final Reconciler reconciler;
    private final Store store;
    private final Supplier<TypeRegistry> types;
    private final List<Subscription> subscriptions;
    private final WorkQueue queue;

    private RunningController(
            Controller controller,
            ControllerContext context,
            Store store,
            Supplier<TypeRegistry> types,
            WorkQueue queue,
            @Nullable List<Map<String, Long>> positions) {
        this.controller = controller;
        this.context = context;
        this.store = store;
        this.types = types;
        this.queue = queue;
        this.reconciler = controller.factory().apply(context);
        this.subscriptions = new ArrayList<>();
        for (int i = 0; i < controller.sources().size(); i++) {
            subscriptions.add(subscribe(controller.sources().get(i), positions == null ? Map.of() : positions.get(i)));
        }
    }

    static RunningController start(
            Controller controller, ControllerContext context, Store store, Supplier<TypeRegistry> types) {
        return new RunningController(controller, context, store, types, new WorkQueue(), null);
    }

    /** The same controller at the same point of its work, on a fork of the store. */
    RunningController fork(ControllerContext context, Store store, Supplier<TypeRegistry> types) {
        this.context.signals().waiting().forEach(context.signals()::ask);
        var positions = subscriptions.stream().map(Subscription::positions).toList();
        return new RunningController(controller, context, store, types, queue.fork(), positions);
    }

    String name() {
        return controller.name();
    }

    Memory memory() {
        return context.memory();
    }

    WorkQueue queue() {
        return queue;
    }

    /** Turns what was asked for since the last call into requests. */
    void listen() {
        context.signals().take(queue::add);
    }

    /** Turns the changes since the last call into requests. */
    void pump() {
        for (var subscription : subscriptions) {
            subscription.pump();
        }
    }

    /** Runs something whenever a change arrives. */
    void onEvents(Runnable wake) {
        context.signals().onAsked(wake);
        for (var subscription : subscriptions) {
            subscription.onEvents(wake);
        }
    }

    /** Reconciles one request and files what follows from the outcome, which it returns as text. */
    String reconcile(Request request, Instant now) {
        try {
            var requeue = reconciler.reconcile(request);
            succeeded(request);
            if (requeue.after() == null) {
                return "done";
            }
            later(request, now.plus(requeue.after()));
            return "again in " + requeue.after();
        } catch (ApiException e) {
            failed(request, now);
            return "failed: " + e.getMessage();
        }
    }

    private void succeeded(Request request) {
        queue.succeeded(request);
    }

    private void later(Request request, Instant at) {
        queue.addAt(request, at);
    }

    void failed(Request request, Instant now) {
        queue.addAfterFailure(request, now);
    }

    private <T extends KubernetesObject> Subscription subscribe(
            Controller.Source<T> source, Map<String, Long> positions) {
        return new Subscription(source.kind(), erased(source.mapping().apply(context)), positions);
    }

    @SuppressWarnings("unchecked")
    private static <T extends KubernetesObject> Mapping<KubernetesObject> erased(Mapping<T> mapping) {
        return (Mapping<KubernetesObject>) mapping;
    }

    /** One source: a cursor for its kind, or for every kind there is. */
    private final class Subscription {
        private final @Nullable Class<? extends KubernetesObject> kind;
        private final Mapping<KubernetesObject> mapping;
        private final Map<String, WatchCursor> cursors = new LinkedHashMap<>();
        private final Map<String, Long> startAt;
        private @Nullable TypeRegistry known;
        private @Nullable Runnable wake;

        Subscription(
                @Nullable Class<? extends KubernetesObject> kind,
                Mapping<KubernetesObject> mapping,
                Map<String, Long> startAt) {
            this.kind = kind;
            this.mapping = mapping;
            this.startAt = startAt;
        }

        Map<String, Long> positions() {
            var positions = new LinkedHashMap<String, Long>();
            cursors.forEach((resource, cursor) -> positions.put(resource, cursor.revision()));
            return positions;
        }

        void onEvents(Runnable wake) {
            this.wake = wake;
            cursors.values().forEach(cursor -> cursor.onEvents(wake));
        }

        void pump() {
            var registry = types.get();
            if (registry != known) {
                known = registry;
                open(registry);
            }
            for (var entry : cursors.entrySet()) {
                drain(entry.getKey(), entry.getValue());
            }
        }

        private void open(TypeRegistry registry) {
            if (kind != null) {
                open(registry.typeOf(kind));
                return;
            }
            for (var type : registry.resources()) {
                if (type.served() && type.verbs().contains("watch")) {
                    open(type);
                }
            }
        }

        private void open(ResourceType type) {
            var resource = type.storageResource();
            if (cursors.containsKey(resource)) {
                return;
            }
            Long position = startAt.get(resource);
            cursors.put(resource, position == null ? listAndWatch(resource) : watch(resource, position));
        }

        private WatchCursor listAndWatch(String resource) {
            var view = store.snapshot();
            for (var stored : view.list(Prefix.all(resource))) {
                mapping.map(new Change<>(Change.Type.ADDED, stored.object(), null), queue::add);
            }
            return watch(resource, view.revision());
        }

        private WatchCursor watch(String resource, long fromRevision) {
            var cursor = store.watch(Prefix.all(resource), fromRevision);
            if (wake != null) {
                cursor.onEvents(wake);
            }
            return cursor;
        }

        private void drain(String resource, WatchCursor cursor) {
            try {
                for (var event = cursor.poll(); event.isPresent(); event = cursor.poll()) {
                    mapping.map(change(event.get()), queue::add);
                }
            } catch (CompactedException tooSlow) {
                cursor.close();
                cursors.put(resource, listAndWatch(resource));
            }
        }

        private Change<KubernetesObject> change(StoreEvent event) {
            var previous = event.previous();
            return new Change<>(
                    switch (event.type()) {
                        case ADDED -> Change.Type.ADDED;
                        case MODIFIED -> Change.Type.MODIFIED;
                        case DELETED -> Change.Type.DELETED;
                    },
                    event.current().object(),
                    previous == null ? null : previous.object());
        }
    }
}
