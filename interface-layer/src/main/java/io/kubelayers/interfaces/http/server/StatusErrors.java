package io.kubelayers.interfaces.http.server;

import io.kubelayers.nucleus.codec.Codec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Requests that never reach the API, such as malformed ones, are answered with a Status too. */
final class StatusErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var status = new LinkedHashMap<String, @Nullable Object>();
        status.put("kind", "Status");
        status.put("apiVersion", "v1");
        status.put("metadata", Map.of());
        status.put("status", "Failure");
        status.put("message", org.eclipse.jetty.http.HttpStatus.getMessage(response.getStatus()));
        status.put("code", (long) response.getStatus());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(Codec.json(status).getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
