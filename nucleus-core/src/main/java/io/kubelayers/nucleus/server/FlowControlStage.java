package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * No more requests at a time than the server can bear: reads and writes have a limit each, as
 * {@code --max-requests-inflight} and {@code --max-mutating-requests-inflight} set them; beyond, the answer is 429.
 * Priority levels and fair queuing are the governance layer's.
 */
final class FlowControlStage implements Stage {
    private final int mostReads;
    private final int mostWrites;
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();

    FlowControlStage(int mostReads, int mostWrites) {
        this.mostReads = mostReads;
        this.mostWrites = mostWrites;
    }

    @Override
    public String name() {
        return "flow control";
    }

    @Override
    public void handle(RequestContext context) {
        boolean write = context.verb().writes();
        var counter = write ? writes : reads;
        if (counter.incrementAndGet() > (write ? mostWrites : mostReads)) {
            counter.decrementAndGet();
            throw ApiErrors.tooManyRequests("Too many requests, please try again later.", 1);
        }
    }

    /** The request that was let in has ended. */
    void leave(Verb verb) {
        (verb.writes() ? writes : reads).decrementAndGet();
    }
}
