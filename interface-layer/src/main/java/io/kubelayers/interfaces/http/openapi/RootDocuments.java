package io.kubelayers.interfaces.http.openapi;

import io.kubelayers.nucleus.meta.APIGroup;
import io.kubelayers.nucleus.meta.APIGroupList;
import io.kubelayers.nucleus.meta.APIVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Documents of paths outside of group versions: what there is, the version, logs, and keys of tokens. */
final class RootDocuments {
    /** Names of documents that are always there. */
    static final List<String> NAMES =
            List.of(".well-known/openid-configuration", "api", "apis", "logs", "openid/v1/jwks", "version");

    private static final List<String> VERSION = List.of(
            "major",
            "minor",
            "gitVersion",
            "gitCommit",
            "gitTreeState",
            "buildDate",
            "goVersion",
            "compiler",
            "platform");

    private static final List<String> COMPATIBLE =
            List.of("emulationMajor", "emulationMinor", "minCompatibilityMajor", "minCompatibilityMinor");

    private final Schemas schemas;

    RootDocuments(Schemas schemas) {
        this.schemas = schemas;
    }

    /** The paths of a document; empty if there is none of that name. */
    Optional<TreeMap<String, @Nullable Object>> paths(String name) {
        var paths = new TreeMap<String, @Nullable Object>();
        switch (name) {
            case "api" -> put(paths, "/api", list("core", "getCoreAPIVersions", APIVersions.class));
            case "apis" -> put(paths, "/apis", list("apis", "getAPIVersions", APIGroupList.class));
            case "version" -> put(paths, "/version", json("version", "getCodeVersion", version()));
            case ".well-known/openid-configuration" -> put(
                    paths,
                    "/" + name,
                    json("WellKnown", "getServiceAccountIssuerOpenIDConfiguration", Nodes.map("type", "string")));
            case "openid/v1/jwks" -> put(paths, "/" + name, keys());
            case "logs" -> logs(paths);
            default -> {
                if (!name.startsWith("apis/") || name.indexOf('/', 5) >= 0) {
                    return Optional.empty();
                }
                var names = OperationNames.of(name.substring(5), "");
                put(paths, "/" + name, list(names.tag(), names.id("get", "APIGroup"), APIGroup.class));
            }
        }
        return Optional.of(paths);
    }

    private static void put(TreeMap<String, @Nullable Object> paths, String path, Map<String, @Nullable Object> get) {
        paths.put(path, Nodes.map("get", get));
    }

    private Map<String, @Nullable Object> list(String tag, String id, Class<?> answer) {
        return new Operation(tag, id, false)
                .answers(schemas.reference(answer), 200)
                .done("What there is: groups, versions and which to prefer.");
    }

    private static Map<String, @Nullable Object> json(String tag, String id, Map<String, @Nullable Object> answer) {
        return new Operation(tag, id, false)
                .answersJson(answer)
                .done(tag.equals("version") ? "The version of the server." : "Who issues tokens of service accounts.");
    }

    private static Map<String, @Nullable Object> keys() {
        return new Operation("openid", "getServiceAccountIssuerOpenIDKeyset", false)
                .answers(Nodes.map("type", "string"), List.of("application/jwk-set+json"), 200)
                .done("The keys that tokens of service accounts are signed with.");
    }

    private static void logs(TreeMap<String, @Nullable Object> paths) {
        put(paths, "/logs", new Operation("logs", "logFileListHandler", false).done(""));
        var file = Nodes.map("get", new Operation("logs", "logFileHandler", false).done(""));
        file.put("parameters", List.of(Parameters.inPath("logpath")));
        paths.put("/logs/{logpath}", file);
    }

    private Map<String, @Nullable Object> version() {
        var properties = new TreeMap<String, @Nullable Object>();
        COMPATIBLE.forEach(name -> properties.put(name, Nodes.map("type", "string")));
        VERSION.forEach(name -> properties.put(name, Nodes.map("type", "string", "default", "")));
        return schemas.reference(
                "io.k8s.apimachinery.pkg.version.Info",
                Nodes.map(
                        "description",
                        Texts.VERSION,
                        "type",
                        "object",
                        "required",
                        new ArrayList<>(VERSION),
                        "properties",
                        properties));
    }
}
