package io.kubelayers.interfaces.remote;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.WatchStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A watch over HTTP. When it ends, as every watch does after some minutes, or is cut off, it goes on behind the last event it
 * has had; when the server cannot be reached, it tries again at growing intervals. Only what can never be made up for ends
 * it: history that is gone (410), and refusals.
 */
final class RemoteWatch implements WatchStream {
    private static final ReadOptions LENIENT = ReadOptions.ignore().acceptingUnknownKinds();
    private static final int AHEAD = 1024;
    private static final int GRACE_SECONDS = 30;
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LAST_RETRY = Duration.ofSeconds(10);

    private final HttpCalls calls;
    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
    private volatile ApiRequest request;
    private volatile @Nullable ApiException failure;
    private volatile @Nullable Runnable wake;
    private volatile boolean closed;
    private volatile Duration retry = FIRST_RETRY;
    private volatile Flow.@Nullable Subscription subscription;

    private RemoteWatch(HttpCalls calls, ApiRequest request) {
        this.calls = calls;
        this.request = request;
    }

    /** Watches; a refusal of the very first request is thrown at once. */
    static ApiResponse begin(HttpCalls calls, ApiRequest request) {
        var watch = new RemoteWatch(calls, request);
        watch.connect();
        try {
            watch.begun.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ApiException refused) {
                throw refused;
            }
            throw e;
        }
        return new ApiResponse.Watching(watch, List.of());
    }

    private void connect() {
        var answering = calls.begin(request, this::body);
        var seconds = request.options().timeoutSeconds();
        if (seconds != null) {
            // the server ends it by then; if not, nobody is there any more
            answering = answering.orTimeout(seconds + GRACE_SECONDS, TimeUnit.SECONDS);
        }
        answering.whenComplete((answer, broken) -> {
            if (broken instanceof TimeoutException) {
                cancel();
            }
            if (broken != null) {
                cutOff(Unreachable.at(calls.cluster().server(), broken));
            } else if (answer.statusCode() == 200) {
                again(Duration.ZERO); // it came to its end
            }
        });
    }

    /** Events line by line, or the text of a refusal. */
    private HttpResponse.BodySubscriber<@Nullable Void> body(HttpResponse.ResponseInfo info) {
        if (info.statusCode() == 200) {
            begun.complete(true);
            return HttpResponse.BodySubscribers.fromLineSubscriber(new Lines());
        }
        return HttpResponse.BodySubscribers.mapping(
                HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8), text -> {
                    refused(Answers.refusal(info.statusCode(), text, calls.codec()));
                    return null;
                });
    }

    private void refused(ApiException refusal) {
        if (begun.isDone() && refusal.code() >= 500 || refusal.code() == 429) {
            cutOff(refusal);
        } else {
            end(refusal);
        }
    }

    private void end(ApiException why) {
        failure = why;
        begun.completeExceptionally(why);
        wakeUp();
    }

    private void cutOff(ApiException why) {
        if (!begun.isDone()) {
            end(why);
            return;
        }
        var next = retry;
        retry = next.multipliedBy(2).compareTo(LAST_RETRY) > 0 ? LAST_RETRY : next.multipliedBy(2);
        again(next);
    }

    private void again(Duration wait) {
        if (closed || failure != null) {
            return;
        }
        // a moment even after an orderly end, lest a server that ends every watch at once is asked without pause
        long millis = Math.max(wait.toMillis(), 20);
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> {
            if (!closed) {
                connect();
            }
        });
    }

    private void wakeUp() {
        var listener = wake;
        if (listener != null) {
            listener.run();
        }
    }

    /** Takes the lines of one connection. */
    private final class Lines implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription to) {
            subscription = to;
            if (closed) {
                to.cancel();
            } else {
                to.request(AHEAD);
            }
        }

        @Override
        public void onNext(String line) {
            if (closed || failure != null || line.isEmpty()) {
                more();
                return;
            }
            try {
                take(line);
            } catch (DecodeException unreadable) {
                end(ApiErrors.internal("an event of the watch cannot be read: " + unreadable.getMessage()));
            }
            wakeUp();
        }

        @Override
        public void onError(Throwable broken) {
            // connect() is told as well, and goes on
        }

        @Override
        public void onComplete() {
            // as above
        }
    }

    private void take(String line) {
        var tree = Codec.readTree(line, LENIENT);
        var object = Tree.map(tree.get("object"));
        var type = Tree.text(tree, "type");
        if (type.equals("ERROR")) {
            var refusal = Answers.refusal(object, calls.codec());
            if (refusal.code() == 410) {
                end(refusal);
            }
            more();
            return; // others cut the watch off
        }
        var decoded = calls.codec().decode(object, LENIENT).value();
        retry = FIRST_RETRY;
        var options = request.options()
                .withResourceVersion(decoded.metadata().resourceVersion())
                .withResourceVersionMatch(null)
                .withSendInitialEvents(null);
        request = request.withOptions(options);
        events.add(new Event(Type.valueOf(type), decoded, null));
    }

    /** One line has been dealt with, so another may come. */
    private void more() {
        var from = subscription;
        if (from != null) {
            from.request(1);
        }
    }

    @Override
    public Optional<Event> poll() {
        var event = events.poll();
        if (event != null) {
            more();
            return Optional.of(event);
        }
        var why = failure;
        if (why != null && events.isEmpty()) {
            throw why;
        }
        return Optional.empty();
    }

    @Override
    public void onEvents(Runnable listener) {
        wake = listener;
        if (!events.isEmpty() || failure != null) {
            listener.run();
        }
    }

    private void cancel() {
        var from = subscription;
        if (from != null) {
            from.cancel();
        }
    }

    @Override
    public void close() {
        closed = true;
        cancel();
    }
}
