package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.GoUrl;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where webhooks are reached (apiserver, {@code pkg/util/webhook/validation.go}). */
public final class WebhookUrl {
    private static final String EXAMPLE = "; desired format: https://host[/path]";

    private WebhookUrl() {}

    /** An address that starts with https and has a host, without user, query or fragment. */
    public static void check(FieldPath path, String url, List<FieldError> errors) {
        GoUrl parsed;
        try {
            parsed = GoUrl.parse(url);
        } catch (GoUrl.MalformedException malformed) {
            errors.add(FieldError.required(path, "url must be a valid URL: " + malformed.getMessage() + EXAMPLE));
            return;
        }
        if (!parsed.scheme().equals("https")) {
            errors.add(FieldError.invalid(path, parsed.scheme(), "'https' is the only allowed URL scheme" + EXAMPLE));
        }
        if (parsed.host().isEmpty()) {
            errors.add(FieldError.invalid(path, "", "host must be specified" + EXAMPLE));
        }
        if (parsed.user() != null) {
            errors.add(FieldError.invalid(path, parsed.user(), "user information is not permitted in the URL"));
        }
        if (!parsed.fragment().isEmpty()) {
            errors.add(FieldError.invalid(path, parsed.fragment(), "fragments are not permitted in the URL"));
        }
        if (!parsed.query().isEmpty()) {
            errors.add(FieldError.invalid(path, parsed.query(), "query parameters are not permitted in the URL"));
        }
    }

    /** A service of the cluster. */
    public static void service(
            FieldPath path, String name, String namespace, @Nullable String file, int port, List<FieldError> errors) {
        if (name.isEmpty()) {
            errors.add(FieldError.required(path.child("name"), ""));
        }
        if (namespace.isEmpty()) {
            errors.add(FieldError.required(path.child("namespace"), ""));
        }
        for (var complaint : Names.portNumber(port)) {
            errors.add(FieldError.invalid(path.child("port"), port, "port is not valid: " + complaint));
        }
        if (file != null) {
            path(path.child("path"), file, errors);
        }
    }

    private static void path(FieldPath at, String path, List<FieldError> errors) {
        if (path.equals("/") || path.isEmpty()) {
            return;
        }
        if (path.equals("//")) {
            errors.add(FieldError.invalid(at, path, "segment[0] may not be empty"));
            return;
        }
        if (!path.startsWith("/")) {
            errors.add(FieldError.invalid(at, path, "must start with a '/'"));
        }
        var rest = path.substring(1); // whatever it starts with
        var segments = (rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            if (segments[i].isEmpty()) {
                errors.add(FieldError.invalid(at, path, "segment[" + i + "] may not be empty"));
                continue;
            }
            for (var complaint : Names.dnsSubdomain(segments[i])) {
                errors.add(FieldError.invalid(at, path, "segment[" + i + "]: " + complaint));
            }
        }
    }
}
