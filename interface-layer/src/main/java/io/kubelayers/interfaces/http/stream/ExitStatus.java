package io.kubelayers.interfaces.http.stream;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.streaming.ContainerProcess.Exit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a process ended, as the error channel tells it: a Status of meta/v1, or before version 4 a text. */
public final class ExitStatus {
    private ExitStatus() {}

    /**
     * As JSON.
     *
     * @param message what is said of an exit code that is not 0
     */
    public static String json(Exit exit, String message) {
        var status = new LinkedHashMap<String, @Nullable Object>();
        status.put("metadata", Map.of());
        var failure = exit.failure();
        if (failure != null) {
            status.put("status", "Failure");
            status.put("message", "Internal error occurred: " + failure);
            status.put("reason", "InternalError");
            status.put("details", Map.of("causes", List.of(Map.of("message", failure))));
            status.put("code", 500L);
        } else if (exit.code() == 0) {
            status.put("status", "Success");
        } else {
            status.put("status", "Failure");
            status.put("message", message);
            status.put("reason", "NonZeroExitCode");
            var cause = new LinkedHashMap<String, @Nullable Object>();
            cause.put("reason", "ExitCode");
            cause.put("message", Integer.toString(exit.code()));
            status.put("details", Map.of("causes", List.of(cause)));
        }
        return Codec.json(status);
    }

    /** As text; "" for success. */
    public static String text(Exit exit) {
        var failure = exit.failure();
        if (failure != null) {
            return "Internal error occurred: " + failure;
        }
        return exit.code() == 0 ? "" : "command terminated with non-zero exit code: " + exit.code();
    }
}
