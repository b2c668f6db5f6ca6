package io.kubelayers.nucleus.validation;

import java.util.List;

/**
 * What names a kind of object allows. The rule also judges the beginning of a name ({@code generateName}), to which
 * the server will append letters and digits.
 */
@FunctionalInterface
public interface NameRule {
    /** Most kinds: Pod, Deployment, ConfigMap, Node. */
    NameRule DNS_SUBDOMAIN = (name, prefix) -> Names.dnsSubdomain(prefix ? withoutTrailingDash(name) : name);

    /** Kinds whose name becomes one part of a DNS name: Namespace. */
    NameRule DNS_LABEL = (name, prefix) -> Names.dnsLabel(prefix ? withoutTrailingDash(name) : name);

    /** Service, whose name also becomes part of environment variables. */
    NameRule DNS_1035_LABEL = (name, prefix) -> Names.dns1035Label(prefix ? withoutTrailingDash(name) : name);

    /** Anything that fits between the slashes of a path: Role, ClusterRoleBinding. */
    NameRule PATH_SEGMENT = (name, prefix) -> prefix ? Names.pathSegmentPrefix(name) : Names.pathSegment(name);

    /** The complaints about a name, none if it is allowed. */
    List<String> complaints(String name, boolean prefix);

    /**
     * A dash may end a prefix but not a name. Upstream takes the letter before the dash away too ({@code
     * apimachinery/pkg/api/validation/generic.go}), so a prefix may be one longer than a name.
     */
    private static String withoutTrailingDash(String prefix) {
        return prefix.length() > 1 && prefix.endsWith("-") ? prefix.substring(0, prefix.length() - 2) + "a" : prefix;
    }
}
