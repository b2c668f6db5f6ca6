package io.kubelayers.nucleus.cluster;

import io.kubelayers.nucleus.server.ApiServer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server that is still being built: its parts hold this, and may ask once it is there. */
final class ServerReference implements Supplier<ApiServer> {
    private volatile @Nullable ApiServer server;

    void set(ApiServer built) {
        server = built;
    }

    @Override
    public ApiServer get() {
        var built = server;
        if (built == null) {
            throw new IllegalStateException("the API server is not built yet");
        }
        return built;
    }
}
