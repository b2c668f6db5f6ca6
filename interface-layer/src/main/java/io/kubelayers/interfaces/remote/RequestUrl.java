package io.kubelayers.interfaces.remote;

import io.kubelayers.nucleus.codec.FieldValidation;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.server.Verb;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The URL of a request: its path, and its options as a query. */
final class RequestUrl {
    private final StringBuilder text;
    private char next = '?';

    private RequestUrl(String start) {
        text = new StringBuilder(start);
    }

    static URI of(URI server, ApiRequest request) {
        var url = new RequestUrl(server.toString());
        url.path(request);
        url.query(request);
        return URI.create(url.text.toString());
    }

    private void path(ApiRequest request) {
        var resource = request.resource();
        part(resource.group().isEmpty() ? "api" : "apis");
        if (!resource.group().isEmpty()) {
            part(resource.group());
        }
        part(resource.version());
        if (!request.namespace().isEmpty()) {
            part("namespaces");
            part(request.namespace());
        }
        part(resource.resource());
        if (!request.name().isEmpty()) {
            part(request.name());
        }
        if (!request.subresource().isEmpty()) {
            part(request.subresource());
        }
    }

    private void part(String part) {
        text.append('/').append(encoded(part));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void query(ApiRequest request) {
        var options = request.options();
        switch (request.verb()) {
            case WATCH -> {
                put("watch", "true");
                put("allowWatchBookmarks", options.allowWatchBookmarks() ? "true" : null);
                put("sendInitialEvents", options.sendInitialEvents());
                selection(options);
            }
            case LIST, DELETECOLLECTION -> {
                selection(options);
                put("limit", options.limit() == 0 ? null : options.limit());
                put("continue", options.continueToken());
            }
            case GET -> put("resourceVersion", options.resourceVersion());
            case CREATE, UPDATE, PATCH -> writing(request, options);
            case DELETE -> put("dryRun", options.dryRun() ? "All" : null);
        }
    }

    private void selection(RequestOptions options) {
        put("labelSelector", options.labelSelector());
        put("fieldSelector", options.fieldSelector());
        put("resourceVersion", options.resourceVersion());
        put("resourceVersionMatch", options.resourceVersionMatch());
        put("timeoutSeconds", options.timeoutSeconds());
    }

    private void writing(ApiRequest request, RequestOptions options) {
        put("dryRun", options.dryRun() ? "All" : null);
        put("fieldManager", options.fieldManager());
        if (options.fieldValidation() != FieldValidation.WARN) {
            put("fieldValidation", options.fieldValidation() == FieldValidation.STRICT ? "Strict" : "Ignore");
        }
        boolean applies = request.verb() == Verb.PATCH
                && request.body() instanceof Body.Patch patch
                && patch.type() == Body.PatchType.APPLY;
        put("force", applies && options.force() ? "true" : null);
    }

    private void put(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            text.append(next).append(name).append('=').append(encoded(value.toString()));
            next = '&';
        }
    }
}
