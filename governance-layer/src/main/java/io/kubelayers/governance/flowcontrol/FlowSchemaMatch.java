package io.kubelayers.governance.flowcontrol;

import io.kubelayers.governance.flowcontrol.FlowSchema.NonResourcePolicyRule;
import io.kubelayers.governance.flowcontrol.FlowSchema.PolicyRulesWithSubjects;
import io.kubelayers.governance.flowcontrol.FlowSchema.ResourcePolicyRule;
import io.kubelayers.governance.flowcontrol.FlowSchema.Subject;
import io.kubelayers.governance.flowcontrol.FlowSchema.SubjectKind;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a flow schema is about a request (apiserver {@code util/flowcontrol/rule.go}). */
final class FlowSchemaMatch {
    private static final String EVERY = "*";
    private static final String ACCOUNT = "system:serviceaccount:";

    private FlowSchemaMatch() {}

    static boolean matches(FlowSchema schema, AccessRequest request) {
        for (var rule : schema.spec().rules()) {
            if (isFor(rule, request.user()) && isAbout(rule, request)) {
                return true;
            }
        }
        return false;
    }

    /** Why a schema is about a request, or is not. */
    static Finding finding(FlowSchema schema, AccessRequest request) {
        var subject = "flowschema/" + schema.metadata().nameOrEmpty();
        boolean forUser = false;
        for (var rule : schema.spec().rules()) {
            boolean forUserHere = isFor(rule, request.user());
            if (forUserHere && isAbout(rule, request)) {
                return Finding.pass("flowcontrol.schema", subject, "a rule is for the user and about the request")
                        .input("matchingPrecedence", schema.spec().matchingPrecedence());
            }
            forUser |= forUserHere;
        }
        return Finding.fail(
                        "flowcontrol.schema",
                        subject,
                        forUser ? "no rule for the user is about the request" : "no rule is for the user")
                .input("matchingPrecedence", schema.spec().matchingPrecedence());
    }

    private static boolean isFor(PolicyRulesWithSubjects rule, UserInfo user) {
        for (var subject : rule.subjects()) {
            if (is(subject, user)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(Subject subject, UserInfo user) {
        switch (subject.kind()) {
            case SubjectKind.USER -> {
                var wanted = subject.user();
                return wanted != null
                        && (wanted.name().equals(EVERY) || wanted.name().equals(user.username()));
            }
            case SubjectKind.GROUP -> {
                var wanted = subject.group();
                return wanted != null
                        && (wanted.name().equals(EVERY) || user.groups().contains(wanted.name()));
            }
            case SubjectKind.SERVICE_ACCOUNT -> {
                var wanted = subject.serviceAccount();
                return wanted != null && isAccount(wanted.namespace(), wanted.name(), user.username());
            }
            default -> {
                return false;
            }
        }
    }

    private static boolean isAccount(String namespace, String name, @Nullable String user) {
        if (user == null || !user.startsWith(ACCOUNT)) {
            return false;
        }
        int colon = user.indexOf(':', ACCOUNT.length());
        return colon >= 0
                && user.substring(ACCOUNT.length(), colon).equals(namespace)
                && (name.equals(EVERY) || user.substring(colon + 1).equals(name));
    }

    private static boolean isAbout(PolicyRulesWithSubjects rule, AccessRequest request) {
        if (request.resourceRequest()) {
            for (var resources : rule.resourceRules()) {
                if (isAbout(resources, request)) {
                    return true;
                }
            }
            return false;
        }
        for (var paths : rule.nonResourceRules()) {
            if (isAbout(paths, request)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAbout(ResourcePolicyRule rule, AccessRequest request) {
        var resource =
                request.subresource().isEmpty() ? request.resource() : request.resource() + "/" + request.subresource();
        if (!has(rule.verbs(), request.verb())
                || !has(rule.resources(), resource)
                || !has(rule.apiGroups(), request.apiGroup())) {
            return false;
        }
        return request.namespace().isEmpty() ? rule.clusterScope() : has(rule.namespaces(), request.namespace());
    }

    private static boolean isAbout(NonResourcePolicyRule rule, AccessRequest request) {
        if (!has(rule.verbs(), request.verb())) {
            return false;
        }
        for (var path : rule.nonResourceURLs()) {
            if (path.equals(EVERY) || path.equals(request.path()) || isBelow(path, request.path())) {
                return true;
            }
        }
        return false;
    }

    /** A path stands for all below it, with a star at its end or without. */
    private static boolean isBelow(String rule, String path) {
        var folder = rule.endsWith(EVERY) ? rule.substring(0, rule.length() - 1) : rule;
        return path.startsWith(folder.endsWith("/") ? folder : folder + "/");
    }

    /** A star stands for everything only where it stands alone. */
    private static boolean has(List<String> list, String wanted) {
        return list.size() == 1 && list.get(0).equals(EVERY) || list.contains(wanted);
    }
}
