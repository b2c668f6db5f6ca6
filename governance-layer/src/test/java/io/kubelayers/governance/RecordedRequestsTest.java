package io.kubelayers.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.golden.Golden;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.FieldProblem;
import io.kubelayers.nucleus.codec.FieldValidation;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * What a real API server said about each recorded body: read or refused, with which words and warnings; and each object
 * it answered with is written as it wrote it.
 */
@Tag("golden")
class RecordedRequestsTest {
    private static final TypeRegistry TYPES =
            TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL).withAll(GovernanceKinds.ALL);
    private static final Codec CODEC = Codec.of(TYPES);
    private static final Set<Object> OLDER_NULLS = Set.of("creationTimestamp", "onExitCodes", "onPodConditions");
    private static final String REFUSED = " cannot be handled as a ";

    @TestFactory
    Stream<DynamicTest> recordedBodies() {
        return Golden.topic("api").countedAs("api-bodies").tests(RecordedRequestsTest::check);
    }

    private static void check(GoldenCase c) {
        for (Object step : c.list("steps")) {
            Object request = Tree.get(step, "request");
            String method = Tree.text(request, "method");
            if (method.equals("POST") || method.equals("PUT")) {
                checkRequest(request, Tree.get(step, "response"));
            }
            checkAnswer(Tree.get(step, "response", "body"));
        }
    }

    private static void checkRequest(@Nullable Object request, @Nullable Object response) {
        Object body = concrete(Tree.get(request, "body"));
        String text = body == null ? Tree.text(request, "bodyText") : Codec.json(body);
        String message = Tree.text(response, "body", "message");
        if (text.isEmpty() || message.contains("unknown conversion")) {
            return;
        }
        Object said = body == null ? firstTree(text) : body;
        GroupVersionKind kind = kind(said);
        if (kind == null || TYPES.byKind(kind).isEmpty()) {
            return; // of a version that is no more, of a custom kind, or left to the path to say
        }
        String path = Tree.text(request, "path");
        FieldValidation validation = path.contains("fieldValidation=Strict")
                ? FieldValidation.STRICT
                : path.contains("fieldValidation=Ignore") ? FieldValidation.IGNORE : FieldValidation.WARN;
        boolean refused = Long.valueOf(400).equals(Tree.get(response, "status")) && message.contains(REFUSED);
        try {
            List<String> warnings =
                    CODEC.read(text, ReadOptions.strict().withValidation(validation)).warnings().stream()
                            .map(FieldProblem::text)
                            .toList();
            assertThat(refused).as(message).isFalse();
            if (Tree.get(response, "status") instanceof Long status && status < 300) {
                assertThat(warnings).isEqualTo(warnings(response));
            }
        } catch (DecodeException e) {
            assertThat(message).endsWith(": " + e.detail());
        }
    }

    private static @Nullable Object firstTree(String text) {
        try {
            return Codec.readTree(text, ReadOptions.ignore());
        } catch (DecodeException e) {
            return null;
        }
    }

    private static List<String> warnings(@Nullable Object response) {
        List<String> texts = new ArrayList<>();
        for (Object header : Tree.list(Tree.get(response, "headers", "warning"))) {
            String text =
                    ((String) header).replaceFirst("^299 - \"(.*)\"$", "$1").replace("\\\"", "\"");
            if (text.startsWith("unknown field") || text.startsWith("duplicate field")) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static void checkAnswer(@Nullable Object body) {
        Object answer = concrete(body);
        GroupVersionKind kind = kind(answer);
        Class<?> record = kind == null ? null : TYPES.recordOf(kind).orElse(null);
        if (record != null) {
            Object value =
                    CODEC.decode(Tree.map(answer), record, ReadOptions.strict()).value();
            assertThat(CODEC.toTree(value)).isEqualTo(answer);
        }
    }

    private static @Nullable GroupVersionKind kind(@Nullable Object tree) {
        if (!(Tree.get(tree, "kind") instanceof String kind)
                || Tree.text(tree, "apiVersion").isEmpty()) {
            return null;
        }
        GroupVersion version = GroupVersion.parse(Tree.text(tree, "apiVersion"));
        return new GroupVersionKind(version.group(), version.version(), kind);
    }

    /**
     * The recording with its placeholders filled and without what only its older version writes: unset times as null in
     * templates, unset members of pod failure rules as null, and the emptied finalizers of a namespace.
     */
    private static @Nullable Object concrete(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                if (!(value == null
                        ? OLDER_NULLS.contains(key)
                        : key.equals("finalizers") && value.equals(List.of()))) {
                    copy.put((String) key, concrete(value));
                }
            });
            return copy;
        } else if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(concrete(item)));
            return copy;
        } else if (tree instanceof String text && text.startsWith("{{")) {
            return text.startsWith("{{port")
                    ? (Object) 30000L
                    : text.startsWith("{{time") ? "2023-09-01T00:00:00Z" : text;
        }
        return tree;
    }
}
