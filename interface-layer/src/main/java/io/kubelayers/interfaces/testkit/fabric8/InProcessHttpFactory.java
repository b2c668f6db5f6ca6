package io.kubelayers.interfaces.testkit.fabric8;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.kubelayers.interfaces.http.inprocess.InProcessApi;

/** Makes fabric8's HTTP clients that need no HTTP. */
final class InProcessHttpFactory implements HttpClient.Factory {
    private final InProcessApi api;

    InProcessHttpFactory(InProcessApi api) {
        this.api = api;
    }

    @Override
    public InProcessHttpBuilder newBuilder() {
        return new InProcessHttpBuilder(this);
    }

    InProcessApi api() {
        return api;
    }
}
