package io.kubelayers.interfaces.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * {@code /healthz}, {@code /livez} and {@code /readyz}, each check also on a path of its own (apiserver {@code
 * server/healthz/healthz.go}). What fails is named; why is for the server's own log.
 */
final class HealthPaths implements PathHandler {
    /** What is done when a server starts, with a resource that is served if there is such a thing to do. */
    private static final List<Hook> HOOKS = List.of(
            new Hook("start-apiextensions-controllers", "customresourcedefinitions"),
            new Hook("crd-informer-synced", "customresourcedefinitions"),
            new Hook("start-system-namespaces-controller", "namespaces"),
            new Hook("rbac/bootstrap-roles", "clusterroles"),
            new Hook("scheduling/bootstrap-system-priority-classes", "priorityclasses"),
            new Hook("priority-and-fairness-config-producer", "flowschemas"),
            new Hook("bootstrap-controller", "namespaces"),
            new Hook("start-kubernetes-service-cidr-controller", "servicecidrs"),
            new Hook("apiservice-registration-controller", "apiservices"));

    private record Hook(String name, String resource) {}

    private final Map<String, Map<String, BooleanSupplier>> roots = new LinkedHashMap<>();

    /**
     * The checks of a server.
     *
     * @param store whether objects can be read
     * @param serving whether it is not about to stop
     * @param served plural names of what it serves, which tell what is done before it starts
     */
    HealthPaths(BooleanSupplier store, BooleanSupplier serving, Set<String> served) {
        BooleanSupplier always = () -> true;
        var live = new LinkedHashMap<String, BooleanSupplier>();
        live.put("ping", always);
        live.put("log", always);
        live.put("etcd", store);
        hooks(live, served);
        var ready = new LinkedHashMap<String, BooleanSupplier>();
        ready.put("ping", always);
        ready.put("log", always);
        ready.put("etcd", store);
        ready.put("etcd-readiness", store);
        ready.put("informer-sync", store);
        hooks(ready, served);
        ready.put("shutdown", serving);
        roots.put("healthz", live);
        roots.put("livez", live);
        roots.put("readyz", ready);
    }

    /** A cluster has done all of it before anybody can ask its server. */
    private static void hooks(Map<String, BooleanSupplier> checks, Set<String> served) {
        for (var hook : HOOKS) {
            if (served.contains(hook.resource())) {
                checks.put("poststarthook/" + hook.name(), () -> true);
            }
        }
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
