package io.kubelayers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.interfaces.http.EventStream;
import io.kubelayers.interfaces.http.Headers;
import io.kubelayers.interfaces.http.HttpRequest;
import io.kubelayers.interfaces.http.RestApi;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Whole requests by the administrator: a line with method and target, lines with headers, an empty line, a body. Each gets an
 * answer, and none of them is an error of the server's own.
 */
public final class RequestFuzz implements FuzzTarget {
    private static final String POD =
            """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"default","labels":{"app":"web"}},
            "spec":{"containers":[{"name":"c","image":"i"}]}}""";

    private final Cluster cluster;

    public RequestFuzz() {
        cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                .start();
        cluster.client().create(Codec.of(cluster.types()).read(POD));
    }

    @Override
    public void run(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        var parts = text.split("\n\n", 2);
        var lines = parts[0].split("\n", -1);
        var first = lines[0].split(" ", 2);
        var headers = Headers.NONE;
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers = headers.with(
                        lines[i].substring(0, colon),
                        lines[i].substring(colon + 1).strip());
            }
        }
        var body = parts.length < 2 ? new byte[0] : parts[1].getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.of(first[0], first.length < 2 ? "/" : first[1], headers, body);
        try (var fork = cluster.fork()) {
            var api = RestApi.at(
                    fork.server(),
                    fork.runtime().clock(),
                    "127.0.0.1:6443",
                    List.of(credentials -> Optional.of(Users.admin())));
            var answer = api.handle(request.withBearer("admin"));
            assertThat(answer.status()).isBetween(100, 599);
            // groups without a user are the one thing upstream answers with 500
            assertThat(answer.status() == 500 && !impersonates(headers))
                    .as(text)
                    .isFalse();
            if (answer.payload() instanceof EventStream events) {
                events.close();
            }
        }
    }

    private static boolean impersonates(Headers headers) {
        return headers.asMap().keySet().stream().anyMatch(name -> name.regionMatches(true, 0, "impersonate-", 0, 12));
    }
}
