package io.kubelayers.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.golden.Golden;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.nucleus.apply.Applied;
import io.kubelayers.nucleus.apply.ApplyVersions;
import io.kubelayers.nucleus.apply.FieldSet;
import io.kubelayers.nucleus.apply.ServerSideApply;
import io.kubelayers.nucleus.apply.Shape;
import io.kubelayers.nucleus.apply.TypeMismatchException;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The recorded answers of upstream's field manager to sequences of writes. */
@Tag("golden")
class ServerSideApplyGoldenTest {
    private static final Map<String, Class<? extends KubernetesObject>> KINDS = Map.of(
            "Deployment", Deployment.class,
            "Pod", Pod.class,
            "Service", Service.class,
            "ConfigMap", ConfigMap.class,
            "Node", Node.class);
    private static final Codec CODEC =
            Codec.of(TypeRegistry.of(List.of(Deployment.class, Pod.class, Service.class, ConfigMap.class, Node.class)));

    /** What Go prints of values inside messages is not part of the comparison. */
    private static final Pattern GO_SYNTAX = Pattern.compile("got &");

    @TestFactory
    Stream<DynamicTest> cases() {
        return Golden.topic("ssa").tests(c -> new Sequence(c).run());
    }

    /** One object and the writes to it, one after another. */
    private static final class Sequence {
        private final String kind;
        private final boolean typed;
        private final List<@Nullable Object> steps;
        private Applied stored = Applied.nothing();
        private int number;

        Sequence(GoldenCase c) {
            kind = c.text("kind");
            typed = c.text("mode").equals("typed");
            steps = c.list("steps");
        }

        void run() {
            for (var step : steps) {
                number++;
                var fields = Tree.map(step);
                try {
                    var result = write(fields);
                    assertThat(fields.get("error"))
                            .describedAs("step " + number)
                            .isNull();
                    stored = result;
                    check(Tree.map(fields.get("result")));
                } catch (ApiException e) {
                    refused(fields, e);
                } catch (TypeMismatchException e) {
                    var message = Tree.text(fields, "error", "message");
                    var go = GO_SYNTAX.matcher(message);
                    assertThat(e.message())
                            .describedAs("step " + number)
                            .startsWith(go.find() ? message.substring(0, go.start()) : message);
                }
            }
        }

        private void refused(Map<String, @Nullable Object> step, ApiException e) {
            var expected = step.get("error");
            assertThat(ReusedPaths.message(e.getMessage()))
                    .describedAs("step " + number)
                    .isEqualTo(Tree.text(expected, "message"));
            assertThat(e.reason()).isEqualTo(Tree.text(expected, "reason"));
            assertThat((Object) (long) e.code()).isEqualTo(Tree.get(expected, "code"));
            var causes = new ArrayList<Status.Cause>();
            for (var cause : Tree.list(Tree.get(expected, "causes"))) {
                causes.add(new Status.Cause(
                        Tree.text(cause, "type"), Tree.text(cause, "message"), Tree.text(cause, "field")));
            }
            var details = e.status().details();
            assertThat(details == null ? List.of() : printed(details.causes()))
                    .containsExactlyInAnyOrderElementsOf(causes);
        }

        private static List<Status.Cause> printed(List<Status.Cause> causes) {
            var byManager = new LinkedHashMap<String, List<String>>();
            causes.forEach(cause -> byManager
                    .computeIfAbsent(String.valueOf(cause.message()), any -> new ArrayList<>())
                    .add(String.valueOf(cause.field())));
            var printed = new ArrayList<Status.Cause>();
            byManager.forEach((manager, paths) -> ReusedPaths.printed(paths)
                    .forEach(path -> printed.add(new Status.Cause("FieldManagerConflict", manager, path))));
            return printed;
        }

        private Applied write(Map<String, @Nullable Object> step) {
            var object = Tree.map(step.get("object"));
            var subresource = Tree.text(step, "subresource");
            var apply = apply(subresource);
            var now = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(number);
            var manager = Tree.text(step, "manager");
            if (step.get("op").equals("apply")) {
                var result = apply.apply(stored, object, manager, Boolean.TRUE.equals(step.get("force")), now);
                return finished(result.object(), result.managedFields(), subresource);
            }
            var sent = sent(object);
            var changed = typed(ServerSideApply.withoutManagedFields(object));
            return finished(changed, apply.track(stored, changed, sent, manager, now), subresource);
        }

        /** The entries that the client sent; an empty list asks for the same as one empty entry. */
        private static List<ManagedFieldsEntry> sent(Map<String, @Nullable Object> object) {
            if (!(Tree.get(object, "metadata", "managedFields") instanceof List<?> list)) {
                return List.of();
            }
            return list.isEmpty()
                    ? List.of(new ManagedFieldsEntry(null, null, null, null, null, null, null))
                    : entries(object);
        }

        private static List<ManagedFieldsEntry> entries(Map<String, @Nullable Object> object) {
            var entries = new ArrayList<ManagedFieldsEntry>();
            for (var entry : Tree.list(Tree.get(object, "metadata", "managedFields"))) {
                entries.add(CODEC.decode(Tree.map(entry), ManagedFieldsEntry.class));
            }
            return entries;
        }

        private ServerSideApply apply(String subresource) {
            var shape = Shape.of(KINDS.get(kind).asSubclass(Record.class));
            Map<String, @Nullable Object> blank = typed ? typed(Map.of()) : Map.of();
            return new ServerSideApply(
                    shape, apiVersion(), subresource, ignored(subresource), blank, ApplyVersions.none());
        }

        private String apiVersion() {
            return kind.equals("Deployment") ? "apps/v1" : "v1";
        }

        private FieldSet ignored(String subresource) {
            if (subresource.isEmpty()) {
                return kind.equals("ConfigMap") ? FieldSet.EMPTY : FieldSet.ofFields(List.of(List.of("status")));
            }
            var fields = new ArrayList<List<String>>();
            fields.add(List.of("spec"));
            if (kind.equals("Deployment")) {
                fields.add(List.of("metadata", "labels"));
            } else if (kind.equals("Pod")) {
                fields.add(List.of("metadata", "ownerReferences"));
                fields.add(List.of("metadata", "deletionTimestamp"));
            }
            return FieldSet.ofFields(fields);
        }

        /** What the rest of the server makes of a write. */
        private Applied finished(
                Map<String, @Nullable Object> object, List<ManagedFieldsEntry> entries, String subresource) {
            var before = stored.object();
            var after = new LinkedHashMap<>(object);
            if (subresource.isEmpty()) {
                if (!kind.equals("ConfigMap")) {
                    keep("status", before, after);
                }
            } else {
                keep("spec", before, after);
                var metadata = new LinkedHashMap<>(Tree.map(after.get("metadata")));
                if (kind.equals("Deployment")) {
                    keep("labels", Tree.map(before.get("metadata")), metadata);
                } else if (kind.equals("Pod")) {
                    keep("ownerReferences", Tree.map(before.get("metadata")), metadata);
                }
                after.put("metadata", metadata);
            }
            var metadata = new LinkedHashMap<>(Tree.map(after.get("metadata")));
            metadata.put("uid", "uid-1");
            after.put("metadata", metadata);
            return Applied.of(typed(after), entries);
        }

        private static void keep(
                String name, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
            if (before.get(name) == null) {
                after.remove(name);
            } else {
                after.put(name, before.get(name));
            }
        }

        /** Through the record and back, where the sequence was recorded so. */
        private Map<String, @Nullable Object> typed(Map<String, @Nullable Object> object) {
            if (!typed) {
                return object;
            }
            var named = new LinkedHashMap<>(object);
            named.put("apiVersion", apiVersion());
            named.put("kind", kind);
            return CODEC.toTree(
                    CODEC.decode(named, KINDS.get(kind), ReadOptions.ignore()).value());
        }

        private void check(Map<String, @Nullable Object> expected) {
            assertThat(typed(stored.object()))
                    .describedAs("step " + number)
                    .isEqualTo(typed(ServerSideApply.withoutManagedFields(expected)));
            assertThat(shown(stored.managedFields()))
                    .describedAs("step " + number)
                    .isEqualTo(shown(entries(expected)));
        }

        private static List<Map<String, @Nullable Object>> shown(List<ManagedFieldsEntry> entries) {
            return entries.stream().map(CODEC::toTree).toList();
        }
    }
}
