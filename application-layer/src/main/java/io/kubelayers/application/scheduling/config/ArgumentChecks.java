package io.kubelayers.application.scheduling.config;

import io.kubelayers.application.scheduling.affinity.InterPodAffinity;
import io.kubelayers.application.scheduling.affinity.PodTopologySpread;
import io.kubelayers.application.scheduling.plugins.DynamicResources;
import io.kubelayers.application.scheduling.plugins.NodeAffinity;
import io.kubelayers.application.scheduling.plugins.NodeResourcesBalancedAllocation;
import io.kubelayers.application.scheduling.plugins.NodeResourcesFit;
import io.kubelayers.application.scheduling.preemption.DefaultPreemption;
import io.kubelayers.application.scheduling.volumes.VolumeBinding;
import io.kubelayers.nucleus.affinity.NodeSelectorRules;
import io.kubelayers.nucleus.codec.GoDuration;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What is wrong with arguments of plugins. Upstream: {@code validation_pluginargs.go}. */
final class ArgumentChecks {
    private static final List<String> STRATEGIES =
            List.of("LeastAllocated", "MostAllocated", "RequestedToCapacityRatio");

    private final FieldErrors errors;

    ArgumentChecks(FieldErrors errors) {
        this.errors = errors;
    }

    void check(String plugin, ConfigNode args) {
        switch (plugin) {
            case DefaultPreemption.NAME -> preemption(of(plugin, args));
            case InterPodAffinity.NAME -> within(of(plugin, args), "hardPodAffinityWeight", 0, 100);
            case NodeAffinity.NAME -> nodeAffinity(of(plugin, args));
            case NodeResourcesBalancedAllocation.NAME -> balance(of(plugin, args));
            case NodeResourcesFit.NAME -> fit(of(plugin, args));
            case PodTopologySpread.NAME -> spread(of(plugin, args));
            case VolumeBinding.NAME -> volumes(of(plugin, args));
            case DynamicResources.NAME -> devices(of(plugin, args));
            default -> {
                // it has no arguments, or looks at them itself
            }
        }
    }

    /** The arguments, if they are this plugin's and no other's. */
    private static ConfigNode of(String plugin, ConfigNode args) {
        var wanted = plugin + "Args";
        var kind = args.text("kind").orElse(wanted);
        if (!kind.equals(wanted)) {
            var group = ".kubescheduler.config.k8s.io";
            throw args.error(
                    "args for plugin " + plugin + " were not of type " + wanted + group + ", got " + kind + group);
        }
        return args;
    }

    /** Upstream takes nothing and 0 for 1. */
    static int weight(ConfigNode resource) {
        int weight = resource.number("weight").orElse(0);
        return weight == 0 ? 1 : weight;
    }

    /** Whose constraints are the defaults. */
    static String defaulting(ConfigNode args) {
        var type = args.text("defaultingType").orElse("");
        return type.isEmpty() ? "System" : type;
    }

    private void within(ConfigNode node, String field, int least, int most) {
        int number = node.number(field).orElse(least);
        if (number < least || number > most) {
            errors.invalid(node.at(field), number, "not in valid range [" + least + ", " + most + "]");
        }
    }

    private void preemption(ConfigNode args) {
        within(args, "minCandidateNodesPercentage", 0, 100);
        int percentage = args.number("minCandidateNodesPercentage").orElse(10);
        int absolute = args.number("minCandidateNodesAbsolute").orElse(100);
        if (absolute < 0) {
            errors.invalid(args.at("minCandidateNodesAbsolute"), absolute, "not in valid range [0, inf)");
        }
        if (percentage == 0 && absolute == 0) {
            var same = "cannot be zero at the same time as ";
            errors.invalid(args.at("minCandidateNodesPercentage"), 0, same + "minCandidateNodesAbsolute");
            errors.invalid(args.at("minCandidateNodesAbsolute"), 0, same + "minCandidateNodesPercentage");
        }
    }

    private void nodeAffinity(ConfigNode args) {
        if (args.has("addedAffinity")) {
            var found = new ArrayList<io.kubelayers.nucleus.validation.FieldError>();
            var added = args.node("addedAffinity").as(io.kubelayers.nucleus.core.NodeAffinity.class);
            NodeSelectorRules.nodeAffinity(args.at("addedAffinity"), added, found);
            errors.addAll(found);
        }
    }

    private void balance(ConfigNode args) {
        var seen = new TreeSet<String>();
        for (var resource : args.nodes("resources")) {
            var name = resource.text("name").orElse("");
            if (!seen.add(name)) {
                errors.duplicate(resource.at("name"), name);
            }
            int weight = weight(resource);
            if (weight != 1) {
                errors.invalid(resource.at("weight"), weight, "must be 1");
            }
        }
    }

    private void fit(ConfigNode args) {
        names(args, "ignoredResources", false);
        names(args, "ignoredResourceGroups", true);
        if (!args.has("scoringStrategy")) {
            return;
        }
        var strategy = args.node("scoringStrategy");
        var type = strategy.text("type").orElse("");
        if (!STRATEGIES.contains(type)) {
            errors.notSupported(strategy.at("type"), type, STRATEGIES);
        }
        for (var resource : strategy.nodes("resources")) {
            int weight = weight(resource);
            if (weight <= 0 || weight > 100) {
                var name = resource.text("name").orElse("");
                errors.invalid(
                        resource.at("weight"), weight, "resource weight of " + name + " not in valid range (0, 100]");
            }
        }
        ratio(strategy, type.equals("RequestedToCapacityRatio"));
    }

    private void ratio(ConfigNode strategy, boolean wanted) {
        var field = "requestedToCapacityRatio";
        if (wanted && !strategy.has(field)) {
            errors.required(strategy.at(field), "must be specified when type is RequestedToCapacityRatio");
        } else if (wanted) {
            shape(strategy.node(field).at("shape"), strategy.node(field).nodes("shape"));
        } else if (strategy.has(field)) {
            errors.forbidden(strategy.at(field), "must be nil when type is not RequestedToCapacityRatio");
        }
    }

    private void names(ConfigNode args, String field, boolean groups) {
        var texts = args.texts(field);
        for (int i = 0; i < texts.size(); i++) {
            var place = args.at(field).index(i);
            if (groups && texts.get(i).contains("/")) {
                errors.invalid(place, texts.get(i), "resource group name can't contain '/'");
            }
            errors.invalid(place, texts.get(i), Names.qualifiedName(texts.get(i)));
        }
    }

    private void shape(FieldPath place, List<ConfigNode> points) {
        if (points.isEmpty()) {
            errors.required(place, "at least one point must be specified");
        }
        for (int i = 1; i < points.size(); i++) {
            int utilization = points.get(i).number("utilization").orElse(0);
            if (points.get(i - 1).number("utilization").orElse(0) >= utilization) {
                errors.invalid(
                        points.get(i).at("utilization"), utilization, "values must be sorted in increasing order");
                break;
            }
        }
        for (var point : points) {
            within(point, "utilization", 0, 100);
            within(point, "score", 0, 10);
        }
    }

    private void spread(ConfigNode args) {
        var type = defaulting(args);
        var constraints = args.nodes("defaultConstraints");
        if (!type.equals("System") && !type.equals("List")) {
            errors.notSupported(args.at("defaultingType"), type, List.of("System", "List"));
        } else if (type.equals("System") && !constraints.isEmpty()) {
            errors.invalid(args.at("defaultingType"), type, "when .defaultConstraints are not empty");
        }
        var seen = new TreeSet<String>();
        for (var constraint : constraints) {
            constraint(constraint);
            var kind = "{" + constraint.text("topologyKey").orElse("") + ", "
                    + constraint.text("whenUnsatisfiable").orElse("") + "}";
            if (!seen.add(kind)) {
                errors.duplicate(constraint.path(), kind);
            }
        }
    }

    private void constraint(ConfigNode constraint) {
        int skew = constraint.number("maxSkew").orElse(0);
        if (skew <= 0) {
            errors.invalid(constraint.at("maxSkew"), skew, "not in valid range (0, inf)");
        }
        var key = constraint.text("topologyKey").orElse("");
        if (key.isEmpty()) {
            errors.required(constraint.at("topologyKey"), "can not be empty");
        } else {
            errors.invalid(constraint.at("topologyKey"), key, Names.qualifiedName(key));
        }
        var otherwise = constraint.text("whenUnsatisfiable").orElse("");
        if (otherwise.isEmpty()) {
            errors.required(constraint.at("whenUnsatisfiable"), "can not be empty");
        } else if (!List.of("DoNotSchedule", "ScheduleAnyway").contains(otherwise)) {
            errors.notSupported(
                    constraint.at("whenUnsatisfiable"), otherwise, List.of("DoNotSchedule", "ScheduleAnyway"));
        }
        if (constraint.has("labelSelector")) {
            errors.forbidden(
                    constraint.at("labelSelector"),
                    "constraint must not define a selector, as they deduced for each pod");
        }
    }

    private void volumes(ConfigNode args) {
        int timeout = args.number("bindTimeoutSeconds").orElse(600);
        if (timeout < 0) {
            errors.invalid(
                    args.at("bindTimeoutSeconds"),
                    timeout,
                    "invalid BindTimeoutSeconds, should not be a negative value");
        }
        if (args.has("shape")) {
            errors.invalid(
                    args.at("shape"),
                    args.tree().get("shape"),
                    "unexpected field `shape`, remove it or turn on the feature gate StorageCapacityScoring");
        }
    }

    private void devices(ConfigNode args) {
        var timeout = args.duration("filterTimeout");
        if (timeout.isPresent() && timeout.get().isNegative()) {
            errors.invalid(args.at("filterTimeout"), GoDuration.text(timeout.get()), "must be zero or positive");
        }
        if (args.has("bindingTimeout")) {
            errors.forbidden(
                    args.at("bindingTimeout"),
                    "DRADeviceBindingConditions or DRAResourceClaimDeviceStatus feature gate is disabled");
        }
    }
}
