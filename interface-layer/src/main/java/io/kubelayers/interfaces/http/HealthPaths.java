package io.kubelayers.interfaces.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * {@code /healthz}, {@code /livez} and {@code /readyz}, each check also on a path of its own (apiserver {@code
 * server/healthz/healthz.go}). What fails is named; why is for the server's own log.
 */
final class HealthPaths implements PathHandler {
    private static final String HOOK = "poststarthook/bootstrap-controller";

    private final Map<String, Map<String, BooleanSupplier>> roots = new LinkedHashMap<>();

    /**
     * The checks of a server.
     *
     * @param store whether objects can be read
     * @param serving whether it is not about to stop
     */
    HealthPaths(BooleanSupplier store, BooleanSupplier serving) {
        BooleanSupplier always = () -> true;
        var live = new LinkedHashMap<String, BooleanSupplier>();
        live.put("ping", always);
        live.put("log", always);
        live.put("etcd", store);
        live.put(HOOK, always);
        var ready = new LinkedHashMap<String, BooleanSupplier>();
        ready.put("ping", always);
        ready.put("log", always);
        ready.put("etcd", store);
        ready.put("etcd-readiness", store);
        ready.put("informer-sync", store);
        ready.put(HOOK, always);
        ready.put("shutdown", serving);
        roots.put("healthz", live);
        roots.put("livez", live);
        roots.put("readyz", ready);
    }

    @Override
    public Optional<HttpResponse> handle(HttpRequest request) {
        for (var root : roots.entrySet()) {
            var path = "/" + root.getKey();
            if (request.path().equals(path) || request.path().equals(path + "/")) {
                return Optional.of(all(request.query(), root.getKey(), root.getValue()));
            }
            var check = request.path().startsWith(path + "/")
                    ? root.getValue().get(request.path().substring(path.length() + 1))
                    : null;
            if (check != null) {
                return Optional.of(
                        check.getAsBoolean() ? answer(200, "ok") : answer(500, "internal server error: not ready\n"));
            }
        }
        return Optional.empty();
    }

    private static HttpResponse answer(int code, String text) {
        return HttpResponse.text(code, text).with("X-Content-Type-Options", "nosniff");
    }

    private static HttpResponse all(Query query, String root, Map<String, BooleanSupplier> checks) {
        var excluded = new TreeSet<>(query.all("exclude"));
        var lines = new ArrayList<String>();
        boolean failed = false;
        for (var check : checks.entrySet()) {
            if (excluded.remove(check.getKey())) {
                lines.add("[+]" + check.getKey() + " excluded: ok");
            } else if (check.getValue().getAsBoolean()) {
                lines.add("[+]" + check.getKey() + " ok");
            } else {
                failed = true;
                lines.add("[-]" + check.getKey() + " failed: reason withheld");
            }
        }
        if (!excluded.isEmpty()) {
            lines.add("warn: some health checks cannot be excluded: no matches for " + quoted(excluded));
        }
        var text = String.join("\n", lines) + "\n" + root + " check ";
        if (failed) {
            return answer(500, text + "failed\n");
        }
        return answer(200, query.has("verbose") ? text + "passed\n" : "ok");
    }

    private static String quoted(TreeSet<String> names) {
        return String.join(
                ", ",
                List.copyOf(names).stream().map(name -> "\"" + name + "\"").toList());
    }
}
