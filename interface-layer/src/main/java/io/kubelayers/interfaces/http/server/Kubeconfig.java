package io.kubelayers.interfaces.http.server;

import io.kubelayers.nucleus.codec.Codec;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the file by which clients find a server and say who they are (client-go {@code clientcmd/api/v1}). */
final class Kubeconfig {
    private static final String NAME = "kubelayers";

    private Kubeconfig() {}

    static String withCertificate(String url, String authority, Identity client) {
        return text(
                Map.of("server", url, "certificate-authority-data", base64(authority)),
                Map.of(
                        "client-certificate-data",
                        base64(client.certificatePem()),
                        "client-key-data",
                        base64(client.keyPem())));
    }

    static String withToken(String url, @Nullable String authority, String token) {
        return text(
                authority == null
                        ? Map.of("server", url)
                        : Map.of("server", url, "certificate-authority-data", base64(authority)),
                Map.of("token", token));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Map<String, String> cluster, Map<String, String> user) {
        var file = new LinkedHashMap<String, @Nullable Object>();
        file.put("apiVersion", "v1");
        file.put("kind", "Config");
        file.put("clusters", List.of(Map.of("name", NAME, "cluster", cluster)));
        file.put("users", List.of(Map.of("name", NAME, "user", user)));
        file.put("contexts", List.of(Map.of("name", NAME, "context", Map.of("cluster", NAME, "user", NAME))));
        file.put("current-context", NAME);
        // written with sorted keys, whatever the order of these maps
        return Codec.yaml(file);
    }
}
