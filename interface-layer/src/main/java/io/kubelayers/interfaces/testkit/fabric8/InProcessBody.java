package io.kubelayers.interfaces.testkit.fabric8;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.kubelayers.interfaces.http.inprocess.Chunks;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands the pieces of a body to a consumer, one for each it asks for. Whoever asks for more, brings more or cancels only
 * counts up {@link #work}; the one that finds it at zero hands out pieces until nobody has counted meanwhile. So pieces
 * stay in order and no two threads touch them at once.
 */
final class InProcessBody implements AsyncBody {
    private final Chunks chunks;
    private final AsyncBody.Consumer<List<ByteBuffer>> consumer;
    private final Executor executor;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();

    private InProcessBody(Chunks chunks, AsyncBody.Consumer<List<ByteBuffer>> consumer, Executor executor) {
        this.chunks = chunks;
        this.consumer = consumer;
        this.executor = executor;
    }

    static InProcessBody of(Chunks chunks, AsyncBody.Consumer<List<ByteBuffer>> consumer, Executor executor) {
        var body = new InProcessBody(chunks, consumer, executor);
        body.done.whenComplete((nothing, failure) -> body.wake());
        if (chunks.live()) {
            body.done.completeOnTimeout(null, chunks.timeout().toMillis(), TimeUnit.MILLISECONDS);
            chunks.onMore(body::wake);
        }
        return body;
    }

    @Override
    public void consume() {
        wanted.incrementAndGet();
        wake();
    }

    @Override
    public CompletableFuture<Void> done() {
        return done;
    }

    @Override
    public void cancel() {
        done.cancel(false);
    }

    private void wake() {
        if (work.getAndIncrement() != 0) {
            return;
        }
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException closed) {
            // the client is closed, and its threads with it: nobody else touches the pieces any more
            done.cancel(false);
            chunks.close();
        }
    }

    private void run() {
        int seen = work.get();
        do {
            handOut();
            seen = work.addAndGet(-seen);
        } while (seen != 0);
    }

    private void handOut() {
        while (!done.isDone() && wanted.get() > 0) {
            var next = chunks.poll();
            if (next.isEmpty()) {
                break;
            }
            wanted.decrementAndGet();
            try {
                consumer.consume(List.of(ByteBuffer.wrap(next.get())), this);
            } catch (Exception refused) {
                done.completeExceptionally(refused);
            }
        }
        if (done.isDone()) {
            chunks.close();
        } else if (wanted.get() > 0 && chunks.ended()) {
            done.complete(null);
        } else if (wanted.get() > 0 && !chunks.lookEvery().isZero()) {
            CompletableFuture.delayedExecutor(chunks.lookEvery().toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::wake);
        }
    }
}
