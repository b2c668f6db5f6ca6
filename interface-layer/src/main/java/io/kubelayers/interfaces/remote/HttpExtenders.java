package io.kubelayers.interfaces.remote;

import io.kubelayers.application.scheduling.extender.ExtenderSettings;
import io.kubelayers.application.scheduling.extender.ExtenderTransport;
import io.kubelayers.application.scheduling.framework.ExtenderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reaches extenders of the scheduler over HTTP. Upstream: {@code makeTransport} and {@code send} of
 * {@code scheduler/extender.go}.
 *
 * <pre>{@code
 * SchedulerConfiguration.read(yaml, PluginRegistry.installed(), new HttpExtenders());
 * }</pre>
 */
public final class HttpExtenders implements ExtenderTransport.Network {
    @Override
    public ExtenderTransport to(ExtenderSettings settings) {
        URI.create(settings.urlPrefix()); // says at once if it is none
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.httpTimeout())
                .sslContext(TlsContext.of(trust(settings)))
                .build();
        return (verb, url, json) -> send(client, settings, verb, url, json);
    }

    private static String send(HttpClient client, ExtenderSettings settings, String verb, String url, String json) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(settings.httpTimeout())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new ExtenderException(
                        "failed " + verb + " with extender at URL " + url + ", code " + answer.statusCode());
            }
            return answer.body();
        } catch (HttpTimeoutException e) {
            throw new ExtenderException(
                    "Post \"" + url + "\": no answer within "
                            + settings.httpTimeout().toMillis() + " ms",
                    e);
        } catch (IOException e) {
            throw new ExtenderException("Post \"" + url + "\": " + Unreachable.why(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExtenderException("Post \"" + url + "\": interrupted", e);
        }
    }

    private static TlsTrust trust(ExtenderSettings settings) {
        var tls = settings.tls();
        var authorities = text(tls.caData(), tls.caFile());
        return new TlsTrust(
                authorities,
                text(tls.certData(), tls.certFile()),
                text(tls.keyData(), tls.keyFile()),
                tls.serverName().isEmpty() ? null : tls.serverName(),
                tls.insecure() || settings.enableHttps() && authorities == null);
    }

    private static @Nullable String text(String data, String file) {
        if (!data.isEmpty() || file.isEmpty()) {
            return data.isEmpty() ? null : data;
        }
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "can't read " + file + ": " + e.getMessage(), new UncheckedIOException(e));
        }
    }
}
