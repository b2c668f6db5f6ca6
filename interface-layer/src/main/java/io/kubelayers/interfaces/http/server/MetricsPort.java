package io.kubelayers.interfaces.http.server;

import io.kubelayers.interfaces.http.metrics.RequestMetrics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves the metrics and the health of a process that serves no API, on 127.0.0.1 without TLS. */
public final class MetricsPort implements AutoCloseable {
    private static final int THREADS = 8;

    private final Server jetty;
    private final ServerConnector connector;

    private MetricsPort(Server jetty, ServerConnector connector) {
        this.jetty = jetty;
        this.connector = connector;
    }

    /**
     * Serves until closed.
     *
     * @param port port to listen on; 0 takes a free one
     * @param metrics gives Prometheus' text form
     * @throws IllegalStateException if the port can't be had
     */
    public static MetricsPort serve(int port, Supplier<String> metrics) {
        var threads = new QueuedThreadPool(THREADS);
        threads.setName("kubelayers-metrics");
        threads.setDaemon(true);
        var jetty = new Server(threads);
        var connector = new ServerConnector(jetty, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        jetty.addConnector(connector);
        jetty.setHandler(new Paths(metrics));
        try {
            jetty.start();
        } catch (Exception e) {
            throw new IllegalStateException("can't serve metrics on 127.0.0.1:" + port, e);
        }
        return new MetricsPort(jetty, connector);
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the metrics server did not stop", e);
        }
    }

    private static final class Paths extends Handler.Abstract {
        private final Supplier<String> metrics;

        Paths(Supplier<String> metrics) {
            this.metrics = metrics;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            var path = Request.getPathInContext(request);
            boolean known = path.equals("/metrics") || path.matches("/(healthz|livez|readyz)");
            response.setStatus(known ? 200 : 404);
            response.getHeaders()
                    .put(
                            HttpHeader.CONTENT_TYPE,
                            path.equals("/metrics") ? RequestMetrics.CONTENT_TYPE : "text/plain; charset=utf-8");
            var text = path.equals("/metrics") ? metrics.get() : known ? "ok" : "404 page not found\n";
            response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
            return true;
        }
    }
}
