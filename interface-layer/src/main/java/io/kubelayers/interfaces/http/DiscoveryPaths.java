package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.discovery.AggregatedDiscovery;
import io.kubelayers.interfaces.http.discovery.Discovery;
import io.kubelayers.nucleus.errors.ApiErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /api}, {@code /apis} and what lies one or two steps below them. */
final class DiscoveryPaths implements PathHandler {
    private static final Set<String> AGGREGATED = Set.of("v2", "v2beta1");

    private final Supplier<Discovery> discovery;
    private final String address;

    DiscoveryPaths(Supplier<Discovery> discovery, String address) {
        this.discovery = discovery;
        this.address = address;
    }

    @Override
    public Optional<HttpResponse> handle(HttpRequest request) {
        var asked = request.path();
        var path = asked.endsWith("/") && asked.length() > 1 ? asked.substring(0, asked.length() - 1) : asked;
        if (path.equals("/api") || path.equals("/apis")) {
            onlyReads(request, path);
            return Optional.of(root(request, path.equals("/api")));
        }
        var document = document(path);
        if (document.isEmpty()) {
            return Optional.empty();
        }
        onlyReads(request, path);
        return Optional.of(Text.tree(200, Output.of(request, target -> false), document.get()));
    }

    /** The list of groups and single groups have a handler of their own, which answers {@code HEAD} too. */
    private static void onlyReads(HttpRequest request, String path) {
        boolean aboutGroups = path.startsWith("/apis") && path.indexOf('/', "/apis/".length()) < 0;
        if (!request.method().equals("GET") && !(aboutGroups && request.method().equals("HEAD"))) {
            throw ApiErrors.methodNotAllowed();
        }
    }

    private HttpResponse root(HttpRequest request, boolean core) {
        var output = Output.of(request, DiscoveryPaths::isAggregated);
        var target = output.as();
        if (target == null) {
            var all = discovery.get();
            return Text.tree(200, output, core ? all.coreVersions(address) : all.groups());
        }
        var all = AggregatedDiscovery.of(discovery.get());
        var plain = new Output(output.format(), null, output.pretty(), output.parameters());
        var tree = core ? all.core(target.version()) : all.groups(target.version());
        var type = plain.format().text() + ";g=" + target.group() + ";v=" + target.version() + ";as=" + target.kind();
        return Conditional.answer(request, Text.tree(200, plain, tree), type);
    }

    private static boolean isAggregated(Output.Target target) {
        return target.group().equals("apidiscovery.k8s.io")
                && AGGREGATED.contains(target.version())
                && target.kind().equals("APIGroupDiscoveryList");
    }

    private Optional<Map<String, @Nullable Object>> document(String path) {
        var parts = List.of(path.substring(1).split("/", -1));
        var all = discovery.get();
        if (parts.size() == 2 && parts.get(0).equals("api")) {
            return all.resources("", parts.get(1));
        }
        if (parts.get(0).equals("apis") && parts.size() == 2) {
            return all.groupDocument(parts.get(1));
        }
        if (parts.get(0).equals("apis") && parts.size() == 3 && !parts.get(1).isEmpty()) {
            return all.resources(parts.get(1), parts.get(2));
        }
        return Optional.empty();
    }
}
