package io.kubelayers.application.routing;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which backend an HTTP request reaches through an Ingress.
 *
 * <p>Rules of the exact host come before wildcard hosts (one label for the star), those before rules without a host.
 * Among the paths of the hosts that match best, the longest wins, and of equal ones Exact beats Prefix. Prefix compares
 * element by element: {@code /foo} covers {@code /foo/bar} but not {@code /foobar}. Paths that are
 * ImplementationSpecific are treated as Prefix. Nothing that fits leads to the default backend. Upstream source: the
 * field documentation of {@code networking.k8s.io/v1} Ingress.
 *
 * @param backend where the request goes; null if nothing fits
 * @param finding why, with one child for each path that was looked at
 */
public record IngressRouting(Ingress.@Nullable Backend backend, Finding finding) implements Explained {
    private static final String CODE = "IngressRouting";

    /**
     * Decides about a request.
     *
     * @param host host name without port; case does not matter
     * @param path path as sent, beginning with a slash
     */
    public static IngressRouting of(Ingress ingress, String host, String path) {
        var wanted = host.toLowerCase(Locale.ROOT);
        var subject = "ingress/" + ingress.metadata().name();
        var findings = new ArrayList<Finding>();
        Match best = null;
        for (var rule : ingress.spec().rules()) {
            int rank = hostRank(rule.host(), wanted);
            if (rank == 0) {
                findings.add(Finding.fail(CODE, text(rule.host()), "is another host than " + wanted));
            } else if (rule.http() != null) {
                for (var candidate : rule.http().paths()) {
                    var match = new Match(rank, candidate, text(rule.host()));
                    boolean fits = match.fits(path);
                    findings.add(
                            fits
                                    ? Finding.pass(CODE, match.subject(), "fits")
                                    : Finding.fail(CODE, match.subject(), "does not fit the path " + path));
                    if (fits && (best == null || match.beats(best))) {
                        best = match;
                    }
                }
            }
        }
        if (best != null) {
            var message = "goes to " + name(best.path.backend()) + " by " + best.subject();
            return new IngressRouting(
                    best.path.backend(), Finding.pass(CODE, subject, message).because(findings));
        }
        var fallback = ingress.spec().defaultBackend();
        var root = fallback == null
                ? Finding.fail(CODE, subject, "no rule fits and there is no default backend")
                : Finding.pass(CODE, subject, "no rule fits: goes to the default backend " + name(fallback));
        return new IngressRouting(fallback, root.because(findings));
    }

    /** A path of a rule whose host fits. */
    private record Match(int hostRank, Ingress.HTTPIngressPath path, String host) {
        boolean isExact() {
            return Ingress.PathType.EXACT.equals(path.pathType());
        }

        String prefix() {
            return path.path() == null ? "/" : path.path();
        }

        boolean fits(String requested) {
            return isExact() ? requested.equals(prefix()) : covers(prefix(), requested);
        }

        boolean beats(Match other) {
            if (hostRank != other.hostRank) {
                return hostRank > other.hostRank;
            }
            int length = trimmed(prefix()).length();
            int otherLength = trimmed(other.prefix()).length();
            return length != otherLength ? length > otherLength : isExact() && !other.isExact();
        }

        String subject() {
            return host + " " + path.pathType() + " " + prefix();
        }
    }

    private static boolean covers(String prefix, String path) {
        var start = trimmed(prefix);
        return start.isEmpty() || path.equals(start) || path.startsWith(start + "/");
    }

    /** Without the slash at its end, which means nothing in a prefix. */
    private static String trimmed(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** 3 for the same host, 2 for a wildcard that covers it, 1 for a rule without host, 0 for another host. */
    private static int hostRank(@Nullable String rule, String host) {
        if (rule == null) {
            return 1;
        }
        var wanted = rule.toLowerCase(Locale.ROOT);
        if (wanted.equals(host)) {
            return 3;
        }
        int dot = host.indexOf('.');
        return wanted.startsWith("*.") && dot > 0 && host.substring(dot).equals(wanted.substring(1)) ? 2 : 0;
    }

    private static String text(@Nullable String host) {
        return host == null ? "*" : host;
    }

    private static String name(Ingress.Backend backend) {
        if (backend.service() != null) {
            var port = backend.service().port();
            return "service " + backend.service().name() + ":" + (port.name() == null ? port.number() : port.name());
        }
        var resource = backend.resource();
        return resource == null ? "nothing" : resource.kind() + " " + resource.name();
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
