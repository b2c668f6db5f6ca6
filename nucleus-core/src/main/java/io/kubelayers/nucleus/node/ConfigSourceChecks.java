package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ShownValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with where a node is told to take its configuration from; nothing does so any more ({@code validateNodeConfigSourceSpec}). */
final class ConfigSourceChecks {
    private ConfigSourceChecks() {}

    static void check(Node node, List<FieldError> errors) {
        source(FieldPath.of("spec", "configSource"), node.spec().configSource(), false, errors);
        var config = node.status().config();
        if (config != null) {
            var path = FieldPath.of("status", "config");
            source(path.child("assigned"), config.assigned(), true, errors);
            source(path.child("active"), config.active(), true, errors);
            source(path.child("lastKnownGood"), config.lastKnownGood(), true, errors);
        }
    }

    private static void source(
            FieldPath path, Node.@Nullable ConfigSource source, boolean reported, List<FieldError> errors) {
        if (source == null) {
            return;
        }
        var map = source.configMap();
        if (map == null) {
            errors.add(
                    FieldError.invalid(path, ShownValue.of(source), "exactly one reference subfield must be non-nil"));
            return;
        }
        var at = path.child("configMap");
        identity(at, "uid", map.uid(), reported, errors);
        identity(at, "resourceVersion", map.resourceVersion(), reported, errors);
        name(at.child("namespace"), map.namespace(), Names.dnsLabel(map.namespace()), errors);
        name(at.child("name"), map.name(), Names.dnsSubdomain(map.name()), errors);
        name(at.child("kubeletConfigKey"), map.kubeletConfigKey(), Names.configKey(map.kubeletConfigKey()), errors);
    }

    private static void identity(
            FieldPath path, String field, @Nullable String value, boolean reported, List<FieldError> errors) {
        boolean set = value != null && !value.isEmpty();
        if (reported && !set) {
            errors.add(FieldError.required(path.child(field), ""));
        } else if (!reported && set) {
            errors.add(FieldError.forbidden(path.child(field), field + " must not be set in spec"));
        }
    }

    private static void name(FieldPath path, String name, List<String> complaints, List<FieldError> errors) {
        if (name.isEmpty()) {
            errors.add(FieldError.required(path, ""));
        } else {
            MetaRules.invalid(path, name, complaints, errors);
        }
    }
}
