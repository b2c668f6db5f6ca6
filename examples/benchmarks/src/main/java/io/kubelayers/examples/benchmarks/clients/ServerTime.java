package io.kubelayers.examples.benchmarks.clients;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What a server in process takes of the time of the thread that asks, in nanoseconds: from when the client hands a request
 * over until the answer is there.
 */
final class ServerTime implements Interceptor {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long begun;
    private long taken;

    /** What the thread that calls has taken of the processor. */
    static long ofThread() {
        return THREADS.getCurrentThreadCpuTime();
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        begun = ofThread();
    }

    @Override
    public void after(HttpRequest request, HttpResponse<?> response, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        taken += ofThread() - begun;
    }

    /** All that the server has taken. */
    long taken() {
        return taken;
    }
}
