package io.kubelayers.interfaces.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.JsonValue;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Objects of every kind with one thing wrong in them, created and put: each is accepted or refused as upstream refuses. */
class MutationLawsTest {
    private static final Set<Integer> REFUSALS = Set.of(400, 403, 409, 422);
    /** Enumerations that upstream declares but doesn't check, or checks only where they are used. */
    private static final Set<String> UNCHECKED =
            Set.of("core/v1.SeccompProfileType", "core/v1.StorageMedium", "core/v1.AzureDataDiskKind");

    private static final RecordedWorlds WORLDS = new RecordedWorlds();
    private static final RecordedWorlds.World WORLD = world();
    private static final List<Sample> SAMPLES = samples();

    /** A valid object, where to create it, and what can be changed in it. */
    record Sample(String path, Map<String, @Nullable Object> object, List<Mutation> mutations) {
        @Override
        public String toString() {
            return path + " " + Tree.text(object, "metadata", "name");
        }
    }

    /** A valid object with one thing changed. */
    record Case(Sample sample, Mutation mutation) {
        @Override
        public String toString() {
            return sample + ": " + mutation;
        }
    }

    private static RecordedWorlds.World world() {
        var world = WORLDS.fresh("validation");
        send(world, "POST", "/api/v1/namespaces", Map.of("kind", "Namespace", "metadata", Map.of("name", "default")));
        var account = Map.of("kind", "ServiceAccount", "metadata", Map.of("name", "default"));
        send(world, "POST", "/api/v1/namespaces/default/serviceaccounts", account);
        return world;
    }

    private static List<Sample> samples() {
        try (var in = Objects.requireNonNull(MutationLawsTest.class.getResourceAsStream("complete.yaml"))) {
            var text = "samples:\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var samples = new ArrayList<Sample>();
            for (var sample :
                    Tree.list(Codec.readTree(text, ReadOptions.ignore()).get("samples"))) {
                var object = Tree.map(Tree.get(sample, "object"));
                samples.add(new Sample(Tree.text(sample, "post"), object, Mutation.of(object)));
            }
            return samples;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Provide
    Arbitrary<Sample> valid() {
        return Arbitraries.of(SAMPLES);
    }

    @Provide
    Arbitrary<Case> mutated() {
        var cases = new ArrayList<Case>();
        for (var sample : SAMPLES) {
            sample.mutations().forEach(mutation -> cases.add(new Case(sample, mutation)));
        }
        return Arbitraries.of(cases);
    }

    /** The objects that mutations start from are valid. */
    @Property
    void completeObjectsAreAccepted(@ForAll("valid") Sample sample) {
        var answer = send(fork(), "POST", sample.path(), sample.object());

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    /** A create with one thing changed succeeds or is refused with a Status; what is invalid is told field by field. */
    @Property(tries = 700)
    void aMutatedObjectIsCreatedOrRefusedWithCauses(@ForAll("mutated") Case example) {
        var answer = send(
                fork(),
                "POST",
                example.sample().path(),
                example.mutation().in(example.sample().object()));

        check(answer, 201, example);
    }

    /** So does an update with one thing changed. */
    @Property(tries = 300)
    void aMutatedObjectIsUpdatedOrRefusedWithCauses(@ForAll("mutated") Case example) {
        var world = fork();
        var sample = example.sample();
        send(world, "POST", sample.path(), sample.object());
        var path = sample.path() + "/" + Tree.text(sample.object(), "metadata", "name");

        check(send(world, "PUT", path, example.mutation().in(sample.object())), 200, example);
    }

    private static void check(HttpResponse answer, int success, Case example) {
        if (answer.status() == success) {
            if (isOutsideEnumeration(example)) {
                assertThat(answer.text())
                        .as("a field of a feature that is off is dropped before it is looked at")
                        .doesNotContain(Mutation.BAD);
            }
            return;
        }
        assertThat(answer.status()).as(answer.text()).isIn(REFUSALS);
        var status = JsonValue.read(answer.text()).tree();
        assertThat(Tree.text(status, "kind")).isEqualTo("Status");
        if (answer.status() == 422) {
            assertThat(Tree.text(status, "message")).contains(" is invalid: ");
            var causes = Tree.list(Tree.get(status, "details", "causes"));
            assertThat(causes).isNotEmpty().allSatisfy(cause -> {
                assertThat(Tree.text(cause, "reason")).isNotEmpty();
                assertThat(Tree.text(cause, "message")).isNotEmpty();
                assertThat(Tree.text(cause, "field")).isNotEmpty();
            });
        }
    }

    private static boolean isOutsideEnumeration(Case example) {
        if (!Mutation.BAD.equals(example.mutation().value())) {
            return false;
        }
        return field(example)
                .filter(FieldSchema::enumClosed)
                .filter(field -> !field.enumValues().isEmpty())
                .filter(field ->
                        !UNCHECKED.contains(field.enumId().map(Object::toString).orElse("")))
                .isPresent();
    }

    /** The schema of the field that is changed; none inside free maps and trees. */
    private static Optional<FieldSchema> field(Case example) {
        var type = type(example.sample());
        FieldType at = new FieldType.Struct(type.record().asSubclass(Record.class));
        FieldSchema found = null;
        for (var name : example.mutation().fields()) {
            var struct = at instanceof FieldType.ListOf list ? list.item() : at;
            if (!(struct instanceof FieldType.Struct record)) {
                return Optional.empty();
            }
            found = RecordSchema.of(record.type()).fields().stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                return Optional.empty();
            }
            at = found.type();
        }
        return Optional.ofNullable(found);
    }

    private static ResourceType type(Sample sample) {
        TypeRegistry types = WORLD.cluster().server().types();
        var parts = sample.path().split("/");
        boolean core = parts[1].equals("api");
        var group = core ? "" : parts[2];
        var resource = parts[parts.length - 1];
        return types.resources().stream()
                .filter(type -> type.group().equals(group) && type.plural().equals(resource))
                .filter(type -> type.version().equals(core ? parts[2] : parts[3]))
                .findFirst()
                .orElseThrow();
    }

    private static RecordedWorlds.World fork() {
        var cluster = WORLD.cluster().fork();
        return new RecordedWorlds.World(
                cluster, RestApi.of(cluster.server(), cluster.runtime().clock()), false);
    }

    private static HttpResponse send(RecordedWorlds.World world, String method, String path, Object body) {
        var headers = Headers.NONE.with("Authorization", "Bearer admin").with("Content-Type", "application/json");
        return world.api()
                .handle(HttpRequest.of(method, path, headers, SentText.of(body).getBytes(StandardCharsets.UTF_8)));
    }
}
