package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.files.ContainerFiles;
import io.kubelayers.nucleus.files.FileException;
import io.kubelayers.nucleus.files.FileNode;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.files.FileTree;
import io.kubelayers.nucleus.program.HttpAnswer;
import io.kubelayers.nucleus.program.PortService;
import io.kubelayers.nucleus.program.Wildcard;
import io.kubelayers.nucleus.value.Absent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Containers that need no script to do what everybody expects of their image: nginx shows its page, servers run until they
 * are stopped, and what is little more than a shell is a shell to whoever has its input.
 */
final class KnownImages {
    private static final List<String> NGINX = List.of("nginx", "nginx:*", "*/nginx", "*/nginx:*");

    private static final String PAGE = "<!DOCTYPE html>\n<html>\n<head><title>Welcome to nginx!</title></head>\n"
            + "<body><h1>Welcome to nginx!</h1></body>\n</html>\n";

    /** Where the pages of nginx are. */
    private static final String PAGES = "/usr/share/nginx/html";

    /** Stands for a server of the container's own files, which are known when somebody connects. */
    private static final PortService WEB_SERVER = PortService.http(ask -> HttpAnswer.text(503, ""));

    private static final ContainerScript WEB = ContainerScript.standard().serves(80, WEB_SERVER);

    private static final List<String> OFFICIAL = List.of(
            "nginx",
            "nginx:*",
            "library/nginx",
            "library/nginx:*",
            "docker.io/nginx",
            "docker.io/nginx:*",
            "docker.io/library/nginx",
            "docker.io/library/nginx:*");

    /** Images whose own command runs for ever, by the last part of their names. */
    private static final Set<String> SERVERS = Set.of(
            "agnhost",
            "caddy",
            "echoserver",
            "haproxy",
            "httpd",
            "mariadb",
            "memcached",
            "mongo",
            "mysql",
            "nginx",
            "nginx-slim",
            "nginx-unprivileged",
            "pause",
            "pause-amd64",
            "postgres",
            "rabbitmq",
            "redis",
            "registry",
            "tomcat",
            "traefik");

    /** Images whose own command is a shell, by the last part of their names. */
    private static final Set<String> SHELLS = Set.of("alpine", "busybox", "debian", "fedora", "ubuntu");

    private KnownImages() {}

    /**
     * Whether a container of whose process nothing else is known runs until it is stopped: its image is that of a server and
     * has no other command, or it says of itself that it can be connected to, by a port or a probe. Whoever works for a Job
     * may be measured through a port and is expected to end all the same.
     */
    static boolean isServer(Pod pod, Container container) {
        if (hasOwnCommand(container) && SERVERS.contains(shortName(container))) {
            return true;
        }
        boolean told = !container.ports().isEmpty()
                || container.startupProbe() != null
                || container.livenessProbe() != null
                || container.readinessProbe() != null;
        return told && !worksForAJob(pod);
    }

    private static boolean worksForAJob(Pod pod) {
        return pod.metadata()
                .controllerOwner()
                .filter(owner -> owner.kind().equals("Job"))
                .isPresent();
    }

    /** Whether a container starts the shell of its image. */
    static boolean isShell(Container container) {
        return hasOwnCommand(container) && SHELLS.contains(shortName(container));
    }

    private static boolean hasOwnCommand(Container container) {
        return container.command().isEmpty() && container.args().isEmpty();
    }

    private static String shortName(Container container) {
        var plain = Absent.text(container.image()).replaceFirst("@.*", "");
        return plain.substring(plain.lastIndexOf('/') + 1).replaceFirst(":.*", "");
    }

    /** The script of an image, the standard one if nothing is known of it. */
    static ContainerScript script(String image) {
        return isWebServer(image) ? WEB : ContainerScript.standard();
    }

    private static boolean isWebServer(String image) {
        return isOneOf(NGINX, image);
    }

    private static boolean isOneOf(List<String> patterns, String image) {
        for (var pattern : patterns) {
            if (Wildcard.matches(pattern, image)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a container is the official nginx as it comes: it listens on port 80 and nowhere else, and has its page alone. */
    static boolean isPlainWebServer(Container container) {
        for (var mount : container.volumeMounts()) {
            if (mount.mountPath().startsWith("/etc/nginx")) {
                return false;
            }
        }
        return hasOwnCommand(container)
                && isOneOf(OFFICIAL, Absent.text(container.image()).replaceFirst("@.*", ""));
    }

    static boolean isWebServer(PortService service) {
        return service == WEB_SERVER;
    }

    /** A tree with the files of an image. */
    static FileTree files(String image, FileTree tree, Instant since) {
        return isWebServer(image)
                ? tree.withAll(PAGES, FileNode.directory(since)).with(PAGES + "/index.html", FileNode.file(PAGE, since))
                : tree;
    }

    /** Who answers on a port of a container that sees these files. */
    static PortService among(PortService service, Supplier<ContainerFiles> files) {
        return service == WEB_SERVER ? PortService.http(ask -> page(ask.path(), files.get())) : service;
    }

    private static HttpAnswer page(String asked, ContainerFiles files) {
        var path = FilePath.resolve(PAGES, "." + (asked.endsWith("/") ? asked + "index.html" : asked));
        try {
            if (FilePath.isWithin(path, PAGES)) {
                var type = path.endsWith(".html")
                        ? "text/html"
                        : path.endsWith(".txt") ? "text/plain" : "application/octet-stream";
                return new HttpAnswer(200, Map.of("Content-Type", type), files.read(path));
            }
        } catch (FileException e) {
            // as if it were outside
        }
        return HttpAnswer.text(404, "404 Not Found\n");
    }
}
