package io.kubelayers.interfaces.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /healthz}, {@code /livez}, {@code /readyz}: {@code ok}, or with {@code ?verbose} check by check; one check alone at
 * {@code /readyz/<check>} (apiserver {@code server/healthz}). Everything runs in one process, so a server that answers is well.
 */
final class HealthPaths implements PathHandler {
    private static final List<String> LIVE = List.of("ping", "log", "etcd", "poststarthook/bootstrap-controller");
    private static final List<String> READY = List.of(
            "ping", "log", "etcd", "etcd-readiness", "informer-sync", "poststarthook/bootstrap-controller", "shutdown");

    @Override
    public Optional<HttpResponse> handle(HttpRequest request) {
        for (var root : List.of("healthz", "livez", "readyz")) {
            var path = "/" + root;
            var checks = root.equals("readyz") ? READY : LIVE;
            if (request.path().equals(path) || request.path().equals(path + "/")) {
                return Optional.of(HttpResponse.text(200, all(request.query(), root, checks))
                        .with("X-Content-Type-Options", "nosniff"));
            }
            if (request.path().startsWith(path + "/")
                    && checks.contains(request.path().substring(path.length() + 1))) {
                return Optional.of(HttpResponse.text(200, "ok").with("X-Content-Type-Options", "nosniff"));
            }
        }
        return Optional.empty();
    }

    private static String all(Query query, String root, List<String> checks) {
        if (!query.has("verbose")) {
            return "ok";
        }
        var excluded = Set.copyOf(query.all("exclude"));
        var lines = new ArrayList<String>();
        for (var check : checks) {
            lines.add("[+]" + check + (excluded.contains(check) ? " excluded: ok" : " ok"));
        }
        for (var unknown : query.all("exclude")) {
            if (!checks.contains(unknown)) {
                lines.add("warn: some health checks cannot be excluded: no matches for \"" + unknown + "\"");
            }
        }
        return String.join("\n", lines) + "\n" + root + " check passed\n";
    }
}
