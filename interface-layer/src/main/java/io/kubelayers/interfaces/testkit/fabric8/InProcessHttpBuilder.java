package io.kubelayers.interfaces.testkit.fabric8;

import io.fabric8.kubernetes.client.http.StandardHttpClientBuilder;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Collects interceptors; what concerns sockets is of no consequence here. */
final class InProcessHttpBuilder
        extends StandardHttpClientBuilder<InProcessHttpClient, InProcessHttpFactory, InProcessHttpBuilder> {
    InProcessHttpBuilder(InProcessHttpFactory factory) {
        super(factory);
    }

    @Override
    public InProcessHttpClient build() {
        var original = client;
        if (original != null) {
            // a derived client is closed with the one it comes from
            return new InProcessHttpClient(this, original.getClosed(), clientFactory.api(), original.watches());
        }
        return new InProcessHttpClient(this, new AtomicBoolean(), clientFactory.api(), watches());
    }

    private static ExecutorService watches() {
        return Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "kubelayers-fabric8-watch");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    protected InProcessHttpBuilder newInstance(InProcessHttpFactory factory) {
        return new InProcessHttpBuilder(factory);
    }
}
