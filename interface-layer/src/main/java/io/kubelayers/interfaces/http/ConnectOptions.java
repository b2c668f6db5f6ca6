package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.core.PodAttachOptions;
import io.kubelayers.nucleus.core.PodExecOptions;
import io.kubelayers.nucleus.core.PodLogOptions;
import io.kubelayers.nucleus.core.PodPortForwardOptions;
import io.kubelayers.nucleus.errors.ApiErrors;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of connections (core/v1 {@code conversion.go}). */
final class ConnectOptions {
    private static final int LARGEST_PORT = 65535;

    private ConnectOptions() {}

    static PodLogOptions log(Query query) {
        return new PodLogOptions(
                Parameters.text(query, "container"),
                is(query, "follow"),
                is(query, "previous"),
                Parameters.number(query, "sinceSeconds"),
                time(query, "sinceTime"),
                is(query, "timestamps"),
                Parameters.number(query, "tailLines"),
                Parameters.number(query, "limitBytes"),
                is(query, "insecureSkipTLSVerifyBackend"),
                query.has("stream") ? query.first("stream") : null);
    }

    static PodExecOptions exec(Query query) {
        return new PodExecOptions(
                is(query, "stdin"),
                is(query, "stdout"),
                is(query, "stderr"),
                is(query, "tty"),
                Parameters.text(query, "container"),
                query.all("command"));
    }

    static PodAttachOptions attach(Query query) {
        return new PodAttachOptions(
                is(query, "stdin"),
                is(query, "stdout"),
                is(query, "stderr"),
                is(query, "tty"),
                Parameters.text(query, "container"));
    }

    static PodPortForwardOptions portForward(Query query) {
        var ports = new ArrayList<Integer>();
        for (var value : query.all("ports")) {
            for (var port : value.split(",", -1)) {
                ports.add(port(port));
            }
        }
        return new PodPortForwardOptions(List.copyOf(ports));
    }

    private static int port(String text) {
        boolean number = text.matches("[0-9]+");
        if (!number || text.length() > 9 || Integer.parseInt(text) > LARGEST_PORT) {
            throw ApiErrors.badRequest("cannot convert to []int32: strconv.ParseUint: parsing \"" + text + "\": "
                    + (number ? "value out of range" : "invalid syntax"));
        }
        return Integer.parseInt(text);
    }

    private static boolean is(Query query, String name) {
        return RequestPath.isTrue(query, name);
    }

    private static @Nullable Instant time(Query query, String name) {
        var text = query.first(name);
        if (text.isEmpty() || text.equals("null")) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw ApiErrors.badRequest("parsing time \"" + text + "\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \""
                    + text + "\" as \"2006\"");
        }
    }
}
