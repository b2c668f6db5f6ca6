package io.kubelayers.interfaces.testkit.fabric8;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.kubelayers.interfaces.http.inprocess.Chunks;
import io.kubelayers.interfaces.http.inprocess.Turns;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Hands the pieces of a body to a consumer, one for each it asks for, in order. */
final class InProcessBody implements AsyncBody {
    private final Chunks chunks;
    private final AsyncBody.Consumer<List<ByteBuffer>> consumer;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicLong wanted = new AtomicLong();
    private final Turns turns;

    private InProcessBody(Chunks chunks, AsyncBody.Consumer<List<ByteBuffer>> consumer, Executor executor) {
        this.chunks = chunks;
        this.consumer = consumer;
        this.turns = new Turns(executor, this::handOut, this::abandon);
    }

    static InProcessBody of(Chunks chunks, AsyncBody.Consumer<List<ByteBuffer>> consumer, Executor executor) {
        var body = new InProcessBody(chunks, consumer, executor);
        body.done.whenComplete((nothing, failure) -> body.turns.wake());
        if (chunks.live()) {
            body.done.completeOnTimeout(null, chunks.timeout().toMillis(), TimeUnit.MILLISECONDS);
            chunks.onMore(body.turns::wake);
        }
        return body;
    }

    @Override
    public void consume() {
        wanted.incrementAndGet();
        turns.wake();
    }

    @Override
    public CompletableFuture<Void> done() {
        return done;
    }

    @Override
    public void cancel() {
        done.cancel(false);
    }

    /** The client is closed, and its threads with it: nobody else touches the pieces any more. */
    private void abandon() {
        done.cancel(false);
        chunks.close();
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
            turns.stop();
            chunks.close();
        } else if (wanted.get() > 0 && chunks.ended()) {
            done.complete(null);
        } else if (wanted.get() > 0 && !chunks.lookEvery().isZero()) {
            turns.wakeIn(chunks.lookEvery().toMillis());
        }
    }
}
