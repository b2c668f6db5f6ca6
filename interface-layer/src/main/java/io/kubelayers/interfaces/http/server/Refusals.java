package io.kubelayers.interfaces.http.server;

import io.kubelayers.interfaces.http.Headers;
import io.kubelayers.interfaces.http.HttpResponse;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Refusals that are given before a request is looked at. */
final class Refusals {
    private Refusals() {}

    static HttpResponse tooLarge(int limit) {
        var status = ApiErrors.tooLarge("limit is " + limit).status();
        var json = Codec.of(TypeRegistry.of(List.of(Status.class))).toJson(status) + "\n";
        return new HttpResponse(
                status.code(),
                Headers.of(Map.of("Content-Type", "application/json")),
                new HttpResponse.Bytes(json.getBytes(StandardCharsets.UTF_8)));
    }
}
