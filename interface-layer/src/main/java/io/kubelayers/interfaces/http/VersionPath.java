package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.errors.ApiErrors;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /version}: which Kubernetes this is like. */
final class VersionPath implements PathHandler {
    /** The version whose semantics are followed. */
    static final String VERSION = "v1.35.0";

    @Override
    public Optional<HttpResponse> handle(HttpRequest request) {
        if (!request.path().equals("/version") && !request.path().equals("/version/")) {
            return Optional.empty();
        }
        if (!request.method().equals("GET")) {
            throw ApiErrors.methodNotAllowed();
        }
        var info = new LinkedHashMap<String, @Nullable Object>();
        info.put("major", "1");
        info.put("minor", "35");
        info.put("emulationMajor", "1");
        info.put("emulationMinor", "35");
        info.put("minCompatibilityMajor", "1");
        info.put("minCompatibilityMinor", "34");
        info.put("gitVersion", VERSION + "+kubelayers");
        info.put("gitCommit", "");
        info.put("gitTreeState", "clean");
        info.put("buildDate", "2026-01-01T00:00:00Z");
        info.put("goVersion", "java" + Runtime.version().feature());
        info.put("compiler", "jvm");
        info.put("platform", platform());
        return Optional.of(Text.json(200, Codec.prettyJson(info, 2)));
    }

    private static String platform() {
        var arch = System.getProperty("os.arch", "");
        return System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT) + "/"
                + (arch.equals("aarch64") ? "arm64" : arch);
    }
}
