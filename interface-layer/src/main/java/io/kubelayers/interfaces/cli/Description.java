package io.kubelayers.interfaces.cli;

import io.kubelayers.interfaces.table.Ages;
import io.kubelayers.interfaces.table.TableText;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object in full: who it is, its fields, its conditions, why it waits, and what happened to it. */
final class Description {
    private static final List<String> NO_FIELDS = List.of("apiVersion", "kind", "metadata", "status");

    private final Cluster cluster;
    private final ResourceType type;
    private final KubernetesObject object;
    private final StringBuilder text = new StringBuilder();

    private Description(Cluster cluster, ResourceType type, KubernetesObject object) {
        this.cluster = cluster;
        this.type = type;
        this.object = object;
    }

    static String of(Cluster cluster, ResourceType type, KubernetesObject object) {
        var description = new Description(cluster, type, object);
        description.identity();
        description.fields();
        description.explanation();
        description.events();
        return description.text.toString();
    }

    private void identity() {
        var metadata = object.metadata();
        line("Name:", metadata.nameOrEmpty());
        if (type.namespaced()) {
            line("Namespace:", metadata.namespaceOrEmpty());
        }
        map("Labels:", metadata.labels());
        map("Annotations:", metadata.annotations());
        var created = metadata.creationTimestamp();
        if (created != null) {
            line("Created:", created + " (" + Ages.since(created, cluster.now()) + " ago)");
        }
        metadata.controllerOwner().ifPresent(owner -> line("Controlled By:", owner.kind() + "/" + owner.name()));
    }

    private void line(String key, String value) {
        text.append(String.format(Locale.ROOT, "%-16s%s", key, value).stripTrailing())
                .append('\n');
    }

    private void map(String key, Map<String, String> values) {
        if (values.isEmpty()) {
            line(key, "<none>");
        }
        var title = key;
        for (var value : values.entrySet()) {
            line(title, value.getKey() + "=" + value.getValue());
            title = "";
        }
    }

    private void fields() {
        var tree = new ObjectText(cluster.types()).tree(object);
        for (var field : tree.entrySet()) {
            if (NO_FIELDS.contains(field.getKey())) {
                continue;
            }
            boolean hidden = object instanceof Secret && field.getKey().equals("data");
            section(title(field.getKey()), hidden ? sizes((Secret) object) : field.getValue());
        }
        if (tree.get("status") instanceof Map<?, ?> status) {
            var rest = new LinkedHashMap<String, @Nullable Object>();
            status.forEach((key, value) -> {
                if (!"conditions".equals(key)) {
                    rest.put(String.valueOf(key), value);
                }
            });
            section("Status:", rest);
            conditions(status.get("conditions"));
        }
    }

    private static Map<String, Object> sizes(Secret secret) {
        var sizes = new LinkedHashMap<String, Object>();
        secret.data().forEach((key, value) -> sizes.put(key, value.size() + " bytes"));
        return sizes;
    }

    private static String title(String field) {
        return field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1) + ":";
    }

    private void section(String title, @Nullable Object tree) {
        boolean empty = tree == null || tree.equals(Map.of()) || tree.equals(List.of());
        if (empty) {
            return;
        }
        if (tree instanceof Map || tree instanceof List) {
            text.append(title).append('\n').append(indented(Codec.yaml(tree)));
        } else {
            line(title, String.valueOf(tree));
        }
    }

    private void conditions(@Nullable Object conditions) {
        if (!(conditions instanceof List<?> list) || list.isEmpty()) {
            return;
        }
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("Type", "Status", "Reason", "Message"));
        for (var condition : list) {
            if (condition instanceof Map<?, ?> map) {
                lines.add(List.of(
                        word(map.get("type")),
                        word(map.get("status")),
                        word(map.get("reason")),
                        word(map.get("message"))));
            }
        }
        text.append("Conditions:\n").append(indented(TableText.align(lines)));
    }

    private static String word(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private void explanation() {
        if (object instanceof Pod pod && PendingPods.isPending(pod)) {
            var placement = PendingPods.of(cluster).placement(pod);
            text.append("Scheduling:\n").append(indented(Render.text(placement)));
        }
    }

    private void events() {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("Type", "Reason", "Age", "From", "Message"));
        cluster.client().on(Event.class).list(object.metadata().namespaceOrEmpty()).items().stream()
                .filter(this::isAbout)
                .sorted(Comparator.comparing(Description::last, Comparator.nullsFirst(Comparator.naturalOrder())))
                .forEach(event -> lines.add(line(event)));
        if (lines.size() == 1) {
            line("Events:", "<none>");
        } else {
            text.append("Events:\n").append(indented(TableText.align(lines)));
        }
    }

    private boolean isAbout(Event event) {
        var about = event.involvedObject();
        var uid = about.uid();
        return type.kind().equals(about.kind())
                && object.metadata().nameOrEmpty().equals(about.name())
                && (uid == null || uid.equals(object.metadata().uid()));
    }

    private static @Nullable Instant last(Event event) {
        return event.lastTimestamp() == null ? event.eventTime() : event.lastTimestamp();
    }

    private List<String> line(Event event) {
        var age = Ages.since(last(event), cluster.now());
        var from = event.source().component() == null
                ? event.reportingComponent()
                : event.source().component();
        return List.of(
                word(event.type()),
                word(event.reason()),
                event.count() > 1 ? age + " (x" + event.count() + ")" : age,
                word(from),
                word(event.message()).strip());
    }

    private static String indented(String lines) {
        return lines.lines().map(line -> "  " + line + "\n").reduce("", String::concat);
    }
}
