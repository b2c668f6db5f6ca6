package io.kubelayers.governance.nodeaccess;

import io.kubelayers.governance.rbac.DefaultPolicy;
import io.kubelayers.governance.rbac.PolicyRule;
import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.access.AccessDecision.Verdict;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.access.RuleResolver;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview.SubjectRulesReviewStatus;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.selector.FieldSelector;
import java.util.List;
import java.util.Set;

/**
 * Authorization mode Node: the agents of nodes may do what role {@code system:node} says, but of secrets, config maps,
 * volumes, claims, accounts and pods only see what belongs to their own pods. Allows or has no opinion, never denies
 * ({@code plugin/pkg/auth/authorizer/node/node_authorizer.go}).
 */
public final class NodeAuthorizer implements Authorizer, RuleResolver {
    private static final String CODE = "node.authorize";
    private static final String LEASES = "kube-node-lease";
    private static final Set<String> READS = Set.of("get", "list", "watch");
    private static final Set<String> OWN = Set.of("get", "create", "update", "patch", "delete");

    // upstream gives no reason for these; the findings do
    private static final AccessDecision ALLOWED = AccessDecision.of(
            Verdict.ALLOW, "", Finding.pass(CODE, "", "nodes may do this for themselves and their pods"));
    private static final AccessDecision NO_AGENT =
            AccessDecision.of(Verdict.NO_OPINION, "", Finding.fail(CODE, "", "not the agent of a node"));
    private static final AccessDecision NO_RULE =
            AccessDecision.of(Verdict.NO_OPINION, "", Finding.fail(CODE, "", "no rule for nodes allows it"));

    private final NodeRelations relations;
    private final List<PolicyRule> rules = DefaultPolicy.nodeRules();

    public NodeAuthorizer(Informers informers) {
        this.relations = new NodeRelations(informers);
    }

    @Override
    public String name() {
        return "Node";
    }

    @Override
    public AccessDecision authorize(AccessRequest request) {
        var node = NodeIdentity.of(request.user());
        if (node.isEmpty()) {
            return NO_AGENT;
        }
        if (node.get().isEmpty()) {
            return no("unknown node for user \"" + request.user().username() + "\"");
        }
        return request.resourceRequest() ? resource(node.get(), request) : byRules(request);
    }

    private AccessDecision resource(String node, AccessRequest request) {
        var namespace = request.namespace();
        var name = request.name();
        return switch (resourceName(request)) {
            case "secrets" -> read(node, request, () -> relations.secret(node, namespace, name));
            case "configmaps" -> read(node, request, () -> relations.configMap(node, namespace, name));
            case "persistentvolumeclaims" -> request.subresource().equals("status")
                    ? claimStatus(node, request)
                    : get(node, request, () -> relations.claim(node, namespace, name));
            case "persistentvolumes" -> get(node, request, () -> relations.volume(node, name));
            case "resourceclaims.resource.k8s.io" -> get(
                    node, request, () -> relations.deviceClaim(node, namespace, name));
            case "volumeattachments.storage.k8s.io" -> get(node, request, () -> relations.attachment(node, name));
            case "serviceaccounts" -> account(node, request);
            case "leases.coordination.k8s.io" -> lease(node, request);
            case "csinodes.storage.k8s.io" -> driver(node, request);
            case "resourceslices.resource.k8s.io" -> slice(node, request);
            case "nodes" -> node(node, request);
            case "pods" -> pod(node, request);
            default -> byRules(request);
        };
    }

    private static String resourceName(AccessRequest request) {
        return request.apiGroup().isEmpty() ? request.resource() : request.resource() + "." + request.apiGroup();
    }

    private AccessDecision byRules(AccessRequest request) {
        for (var rule : rules) {
            if (rule.allows(request)) {
                return ALLOWED;
            }
        }
        return NO_RULE;
    }

    private interface Relation {
        boolean exists();
    }

    private static AccessDecision related(String node, AccessRequest request, Relation relation) {
        if (request.name().isEmpty()) {
            return no("No Object name found");
        }
        return relation.exists() ? ALLOWED : no("no relationship found between node '" + node + "' and this object");
    }

    private static AccessDecision read(String node, AccessRequest request, Relation relation) {
        if (!READS.contains(request.verb())) {
            return no("can only read resources of this type");
        }
        if (!request.subresource().isEmpty()) {
            return no("cannot read subresource");
        }
        if (request.namespace().isEmpty()) {
            return no("can only read namespaced object of this type");
        }
        return related(node, request, relation);
    }

    private static AccessDecision get(String node, AccessRequest request, Relation relation) {
        if (!request.verb().equals("get")) {
            return no("can only get individual resources of this type");
        }
        return request.subresource().isEmpty() ? related(node, request, relation) : no("cannot get subresource");
    }

    private AccessDecision claimStatus(String node, AccessRequest request) {
        return request.verb().equals("update") || request.verb().equals("patch")
                ? related(node, request, () -> relations.claim(node, request.namespace(), request.name()))
                : no("can only get/update/patch this type");
    }

    /** Nodes read the accounts of their pods for credential providers of images, and get tokens for them. */
    private AccessDecision account(String node, AccessRequest request) {
        if (request.verb().equals("get") && request.subresource().isEmpty()) {
            return related(node, request, () -> relations.serviceAccount(node, request.namespace(), request.name()));
        }
        if (!request.verb().equals("create") || request.name().isEmpty()) {
            return no("can only create tokens for individual service accounts");
        }
        return request.subresource().equals("token")
                ? related(node, request, () -> relations.serviceAccount(node, request.namespace(), request.name()))
                : no("can only create token subresource of serviceaccount");
    }

    private static AccessDecision lease(String node, AccessRequest request) {
        if (!OWN.contains(request.verb())) {
            return no("can only get, create, update, patch, or delete a node lease");
        }
        if (!request.namespace().equals(LEASES)) {
            return no("can only access leases in the \"" + LEASES + "\" system namespace");
        }
        // on create the name is not known yet: NodeRestriction looks at it
        return request.verb().equals("create") || request.name().equals(node)
                ? ALLOWED
                : no("can only access node lease with the same name as the requesting node");
    }

    private static AccessDecision driver(String node, AccessRequest request) {
        if (!OWN.contains(request.verb())) {
            return no("can only get, create, update, patch, or delete a CSINode");
        }
        if (!request.subresource().isEmpty()) {
            return no("cannot authorize CSINode subresources");
        }
        return request.verb().equals("create") || request.name().equals(node)
                ? ALLOWED
                : no("can only access CSINode with the same name as the requesting node");
    }

    private AccessDecision slice(String node, AccessRequest request) {
        if (!request.subresource().isEmpty()) {
            return no("cannot authorize ResourceSlice subresources");
        }
        return switch (request.verb()) {
            case "create" -> ALLOWED;
            case "get", "update", "patch", "delete" -> related(
                    node, request, () -> relations.slice(node, request.name()));
            case "watch", "list", "deletecollection" -> limitedTo(request, "spec.nodeName", node)
                    ? ALLOWED
                    : no("can only list/watch/deletecollection resourceslices with nodeName field selector");
            default -> no("only the following verbs are allowed for a ResourceSlice: get, watch, list, create, update,"
                    + " patch, delete, deletecollection");
        };
    }

    private static AccessDecision node(String node, AccessRequest request) {
        boolean writes = request.verb().equals("update") || request.verb().equals("patch");
        if (request.subresource().equals("status")) {
            return writes ? ALLOWED : NO_RULE;
        }
        if (!request.subresource().isEmpty()) {
            return NO_RULE;
        }
        if (writes || request.verb().equals("create")) {
            return ALLOWED;
        }
        if (!READS.contains(request.verb())) {
            return NO_RULE;
        }
        if (request.name().isEmpty()) {
            return no("node '" + node + "' cannot read all nodes, only its own Node object");
        }
        return request.name().equals(node)
                ? ALLOWED
                : no("node '" + node + "' cannot read '" + request.name() + "', only its own Node object");
    }

    private AccessDecision pod(String node, AccessRequest request) {
        boolean writes = request.verb().equals("update") || request.verb().equals("patch");
        return switch (request.subresource()) {
            case "" -> switch (request.verb()) {
                case "get" -> related(node, request, () -> relations.pod(node, request.namespace(), request.name()));
                case "list", "watch" -> pods(node, request);
                case "create", "delete" -> ALLOWED;
                default -> NO_RULE;
            };
            case "status" -> writes ? ALLOWED : NO_RULE;
            case "eviction" -> request.verb().equals("create") ? ALLOWED : NO_RULE;
            default -> NO_RULE;
        };
    }

    private AccessDecision pods(String node, AccessRequest request) {
        if (limitedTo(request, "spec.nodeName", node)) {
            return ALLOWED;
        }
        return request.name().isEmpty()
                ? no("can only list/watch pods with spec.nodeName field selector")
                : related(node, request, () -> relations.pod(node, request.namespace(), request.name()));
    }

    private static boolean limitedTo(AccessRequest request, String field, String value) {
        return request.fields().contains(new FieldSelector.Requirement(field, true, value));
    }

    private static AccessDecision no(String reason) {
        return AccessDecision.noOpinion(CODE, reason);
    }

    @Override
    public SubjectRulesReviewStatus rulesFor(UserInfo user, String namespace) {
        return NodeIdentity.of(user).isEmpty()
                ? SubjectRulesReviewStatus.EMPTY
                : new SubjectRulesReviewStatus(
                        List.of(), List.of(), true, "node authorizer does not support user rule resolution");
    }
}
