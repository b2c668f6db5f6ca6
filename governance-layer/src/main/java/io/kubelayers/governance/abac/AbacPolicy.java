package io.kubelayers.governance.abac;

import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.access.RuleResolver;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview.NonResourceRule;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview.ResourceRule;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview.SubjectRulesReviewStatus;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy file of authorization mode ABAC: an authorizer that allows what some line allows.
 *
 * @param source name of the file
 * @param rules its lines, in their order
 */
public record AbacPolicy(String source, List<AbacRule> rules) implements Authorizer, RuleResolver {
    private static final String V1BETA1 = "abac.authorization.kubernetes.io/v1beta1";
    private static final String AUTHENTICATED = "system:authenticated";

    public AbacPolicy {
        rules = List.copyOf(rules);
    }

    /**
     * Reads a file. Empty lines and lines that begin with {@code #} are left out; lines without a version are read as
     * v0, where what is not said matches everything.
     *
     * @param source name of the file, for errors
     * @throws AbacFileException if a line cannot be read
     */
    public static AbacPolicy parse(String source, String text) {
        var rules = new ArrayList<AbacRule>();
        int number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            var trimmed = line.strip();
            if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
                try {
                    rules.add(rule(number, Codec.readTree(trimmed, ReadOptions.strict())));
                } catch (DecodeException | IllegalArgumentException bad) {
                    throw new AbacFileException(source, number, line, bad);
                }
            }
        }
        return new AbacPolicy(source, rules);
    }

    private static AbacRule rule(int number, Map<String, @Nullable Object> tree) {
        if (!tree.containsKey("apiVersion") && !tree.containsKey("kind")) {
            return v0(number, tree);
        }
        if (!V1BETA1.equals(tree.get("apiVersion")) || !"Policy".equals(tree.get("kind"))) {
            throw new IllegalArgumentException("expected kind Policy of " + V1BETA1);
        }
        var spec = tree.getOrDefault("spec", Map.of());
        boolean everybody =
                text(spec, "user").equals("*") || text(spec, "group").equals("*");
        return new AbacRule(
                number,
                everybody ? "" : text(spec, "user"),
                everybody ? AUTHENTICATED : text(spec, "group"),
                flag(spec, "readonly"),
                text(spec, "apiGroup"),
                text(spec, "resource"),
                text(spec, "namespace"),
                text(spec, "nonResourcePath"));
    }

    private static AbacRule v0(int number, Object tree) {
        var user = text(tree, "user");
        var group = text(tree, "group");
        boolean everybody = (user.isEmpty() && group.isEmpty()) || user.equals("*") || group.equals("*");
        var namespace = text(tree, "namespace");
        var resource = text(tree, "resource");
        return new AbacRule(
                number,
                everybody ? "" : user,
                everybody ? AUTHENTICATED : group,
                flag(tree, "readonly"),
                "*",
                resource.isEmpty() ? "*" : resource,
                namespace.isEmpty() ? "*" : namespace,
                namespace.isEmpty() && resource.isEmpty() ? "*" : "");
    }

    private static String text(@Nullable Object tree, String field) {
        var value = Tree.get(tree, field);
        if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException(field + " is not a text");
        }
        return value == null ? "" : (String) value;
    }

    private static boolean flag(@Nullable Object tree, String field) {
        var value = Tree.get(tree, field);
        if (value != null && !(value instanceof Boolean)) {
            throw new IllegalArgumentException(field + " is neither true nor false");
        }
        return Boolean.TRUE.equals(value);
    }

    @Override
    public String name() {
        return "ABAC";
    }

    @Override
    public AccessDecision authorize(AccessRequest request) {
        for (var rule : rules) {
            if (rule.matches(request)) {
                return AccessDecision.of(
                        AccessDecision.Verdict.ALLOW,
                        "",
                        Finding.pass("abac", source + ":" + rule.line(), "the line allows it"));
            }
        }
        return AccessDecision.noOpinion("abac", "No policy matched.");
    }

    /** The rules of the lines about a user and a namespace; a line about paths counts if its namespace matches, too. */
    @Override
    public SubjectRulesReviewStatus rulesFor(UserInfo user, String namespace) {
        var resources = new ArrayList<ResourceRule>();
        var paths = new ArrayList<NonResourceRule>();
        for (var rule : rules) {
            if (rule.isAbout(user) && rule.isIn(namespace)) {
                if (!rule.resource().isEmpty()) {
                    resources.add(new ResourceRule(
                            rule.verbs(), List.of(rule.apiGroup()), List.of(rule.resource()), List.of()));
                }
                if (!rule.nonResourcePath().isEmpty()) {
                    paths.add(new NonResourceRule(rule.verbs(), List.of(rule.nonResourcePath())));
                }
            }
        }
        return new SubjectRulesReviewStatus(resources, paths, false, "");
    }
}
