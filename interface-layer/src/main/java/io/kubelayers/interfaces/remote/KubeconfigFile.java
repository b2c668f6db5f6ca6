package io.kubelayers.interfaces.remote;

import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.authentication.UserInfoBuilder;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file by which clients find a cluster and say who they are (client-go {@code clientcmd/api/v1}): certificates,
 * tokens, passwords and impersonation. Credentials that a program or provider would have to make are refused.
 */
public final class KubeconfigFile {
    private final Path file;
    private final Map<String, @Nullable Object> config;

    private KubeconfigFile(Path file, Map<String, @Nullable Object> config) {
        this.file = file;
        this.config = config;
    }

    /**
     * The cluster of the file's current context.
     *
     * @throws KubeconfigException if the file cannot be read or says what is not understood
     */
    public static RemoteCluster read(Path file) {
        return read(file, null);
    }

    /** The cluster of a context of the file; of the current one if it is null. */
    public static RemoteCluster read(Path file, @Nullable String context) {
        try {
            var tree = Codec.readTree(Files.readString(file), ReadOptions.ignore());
            return new KubeconfigFile(file, tree).cluster(context);
        } catch (IOException | DecodeException e) {
            throw new KubeconfigException("can't read " + file + ": " + e.getMessage(), e);
        }
    }

    private RemoteCluster cluster(@Nullable String wanted) {
        var current = wanted == null ? Tree.text(config, "current-context") : wanted;
        if (current.isEmpty()) {
            throw problem("current-context: Required value");
        }
        var context = part("contexts", "context", current);
        var cluster = part("clusters", "cluster", Tree.text(context, "cluster"));
        var userName = Tree.text(context, "user");
        var user = userName.isEmpty() ? Map.<String, @Nullable Object>of() : part("users", "user", userName);
        refuse(cluster, "proxy-url");
        refuse(user, "exec");
        refuse(user, "auth-provider");
        var namespace = Tree.text(context, "namespace");
        return new RemoteCluster(
                server(cluster),
                trust(cluster, user),
                authorization(user),
                Users.user(userName),
                actingAs(user),
                namespace.isEmpty() ? "default" : namespace);
    }

    private KubeconfigException problem(String text) {
        return new KubeconfigException(file + ": " + text);
    }

    private void refuse(Map<String, @Nullable Object> part, String field) {
        if (part.get(field) != null) {
            throw problem(field + " is not supported");
        }
    }

    private Map<String, @Nullable Object> part(String list, String kind, String name) {
        for (var item : Tree.list(config.get(list))) {
            if (Tree.text(item, "name").equals(name)) {
                return Tree.map(Tree.get(item, kind));
            }
        }
        throw problem(kind + " \"" + name + "\" does not exist");
    }

    private URI server(Map<String, @Nullable Object> cluster) {
        var server = Tree.text(cluster, "server");
        try {
            var url = URI.create(server.replaceAll("/+$", ""));
            if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new KubeconfigException(file + ": cluster.server: " + e.getMessage(), e);
        }
        throw problem("cluster.server: \"" + server + "\" is no URL of http or https");
    }

    private TlsTrust trust(Map<String, @Nullable Object> cluster, Map<String, @Nullable Object> user) {
        var name = Tree.text(cluster, "tls-server-name");
        try {
            return new TlsTrust(
                    pem(cluster, "certificate-authority"),
                    pem(user, "client-certificate"),
                    pem(user, "client-key"),
                    name.isEmpty() ? null : name,
                    Boolean.TRUE.equals(cluster.get("insecure-skip-tls-verify")));
        } catch (KubeconfigException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw problem(String.valueOf(e.getMessage()));
        }
    }

    /** What the field itself has in base64, or the file that it names. */
    private @Nullable String pem(Map<String, @Nullable Object> part, String field) {
        var data = Tree.text(part, field + "-data");
        if (!data.isEmpty()) {
            try {
                return new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw problem(field + "-data: " + e.getMessage());
            }
        }
        var named = Tree.text(part, field);
        return named.isEmpty() ? null : content(named);
    }

    /** Names of files are relative to the file that has them. */
    private String content(String named) {
        var path = file.toAbsolutePath().resolveSibling(named);
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new KubeconfigException(file + ": can't read " + path + ": " + e.getMessage(), e);
        }
    }

    private @Nullable Supplier<String> authorization(Map<String, @Nullable Object> user) {
        var token = Tree.text(user, "token");
        var tokenFile = Tree.text(user, "tokenFile");
        var name = Tree.text(user, "username");
        if (!tokenFile.isEmpty()) {
            return () -> "Bearer " + content(tokenFile).strip();
        }
        if (!token.isEmpty()) {
            return () -> "Bearer " + token;
        }
        if (name.isEmpty()) {
            return null;
        }
        var both = (name + ":" + Tree.text(user, "password")).getBytes(StandardCharsets.UTF_8);
        return () -> "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static @Nullable UserInfo actingAs(Map<String, @Nullable Object> user) {
        var name = Tree.text(user, "as");
        if (name.isEmpty()) {
            return null;
        }
        return UserInfoBuilder.builder()
                .username(name)
                .uid(Tree.text(user, "as-uid"))
                .groups(Tree.list(user.get("as-groups")).stream()
                        .map(String::valueOf)
                        .toList())
                .build();
    }
}
