package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.access.AccessRequest;
import java.util.List;

/**
 * Does a rule allow a request?
 *
 * <p>Made once a request: the joined names that every rule is compared with are computed here and not again. Source:
 * pkg/apis/rbac/v1/evaluation_helpers.go.
 */
final class RuleMatch {
    private static final String ALL = "*";

    private final AccessRequest request;
    private final String combined;
    private final String anyParent;

    private RuleMatch(AccessRequest request) {
        this.request = request;
        var subresource = request.subresource();
        combined = subresource.isEmpty() ? request.resource() : request.resource() + "/" + subresource;
        anyParent = subresource.isEmpty() ? "" : "*/" + subresource;
    }

    static RuleMatch of(AccessRequest request) {
        return new RuleMatch(request);
    }

    boolean allows(PolicyRule rule) {
        if (!request.resourceRequest()) {
            return verb(rule) && path(rule);
        }
        return verb(rule) && group(rule) && resource(rule) && name(rule);
    }

    /** The first rule that allows the request, or -1. */
    int firstAllowing(List<PolicyRule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            if (allows(rules.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The resource as rules write it: {@code pods} or {@code pods/log}. */
    String combinedResource() {
        return combined;
    }

    boolean verb(PolicyRule rule) {
        return anyOrAll(rule.verbs(), request.verb());
    }

    boolean group(PolicyRule rule) {
        return anyOrAll(rule.apiGroups(), request.apiGroup());
    }

    /** An exact name, all names, or any parent of the subresource. */
    boolean resource(PolicyRule rule) {
        var resources = rule.resources();
        for (int i = 0; i < resources.size(); i++) {
            var allowed = resources.get(i);
            if (allowed.equals(ALL) || allowed.equals(combined)) {
                return true;
            }
            if (!anyParent.isEmpty() && allowed.equals(anyParent)) {
                return true;
            }
        }
        return false;
    }

    /** Rules without names allow every name; a rule with names never allows a request without one. */
    boolean name(PolicyRule rule) {
        return rule.resourceNames().isEmpty() || rule.resourceNames().contains(request.name());
    }

    boolean path(PolicyRule rule) {
        var urls = rule.nonResourceURLs();
        for (int i = 0; i < urls.size(); i++) {
            if (pathCovers(urls.get(i), request.path())) {
                return true;
            }
        }
        return false;
    }

    /** An exact path, or a prefix where the allowed path ends in stars. */
    static boolean pathCovers(String allowed, String path) {
        if (allowed.equals(path)) {
            return true;
        }
        int end = allowed.length();
        while (end > 0 && allowed.charAt(end - 1) == '*') {
            end--;
        }
        return end < allowed.length() && path.regionMatches(0, allowed, 0, end);
    }

    private static boolean anyOrAll(List<String> allowed, String wanted) {
        for (int i = 0; i < allowed.size(); i++) {
            var one = allowed.get(i);
            if (one.equals(ALL) || one.equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
