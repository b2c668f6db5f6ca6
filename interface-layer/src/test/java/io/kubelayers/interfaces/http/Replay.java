package io.kubelayers.interfaces.http;

import io.kubelayers.golden.GoldenCase;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.JsonValue;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One recorded conversation, held again with our server. */
final class Replay {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int MOST_SHOWN = Integer.getInteger("api.all", 1);

    private final GoldenCase scenario;
    private final RecordedWorlds.World world;
    private final Placeholders bound = new Placeholders();

    Replay(GoldenCase scenario, RecordedWorlds.World world) {
        this.scenario = scenario;
        this.world = world;
    }

    /** What differs, step by step; empty if nothing does. After a difference later steps are of little interest. */
    List<String> differences() {
        var differences = new ArrayList<String>();
        var steps = scenario.list("steps");
        var hashes = VersionDifferences.hashes(steps);
        var nominations = new BoundNominations(steps);
        var jobs = new UnstartedJobs(steps);
        var time = new RecordedTime(world, steps);
        // a client that sends back what it read sends back a time of the server's
        bound.set("time", world.cluster().now().toString());
        for (int i = 0; i < steps.size() && differences.size() < MOST_SHOWN; i++) {
            var step = VersionDifferences.adapted(scenario.id(), Tree.map(steps.get(i)));
            if (step == null) {
                continue;
            }
            step = jobs.started(nominations.left(VersionDifferences.withoutHashes(step, hashes)));
            time.passUntil(step);
            if (Tree.text(step, "note").startsWith("the store was compacted up to the previous write")) {
                world.cluster().store().compact(world.cluster().store().revision());
            }
            var problem = run(step);
            if (problem != null) {
                differences.add(describe(i, step) + problem);
            }
        }
        return differences;
    }

    private static String describe(int number, Map<String, @Nullable Object> step) {
        var request = Tree.map(step.get("request"));
        var body = request.get("body");
        return "step " + number + (step.containsKey("note") ? " (" + step.get("note") + ")" : "") + ": "
                + request.get("method") + " " + request.get("path") + " as " + request.get("user") + "\n"
                + (body == null ? "" : "  sent " + shortened(Codec.json(body)) + "\n");
    }

    static String shortened(String text) {
        return text.length() > 1500 ? text.substring(0, 1500) + "…" : text;
    }

    private @Nullable String run(Map<String, @Nullable Object> step) {
        var recorded = Tree.map(step.get("response"));
        var request = request(Tree.map(step.get("request")));
        var response = world.api().handle(request);
        var actual = actual(response, recorded);
        world.cluster().settle();
        if (Tree.text(step, "request", "path").endsWith("classes")) {
            world.cluster().advance(SECOND); // the recorder waited until the newest default was known
        }
        if (step.containsKey("cleanup")) {
            return null;
        }
        if (isNewlyRefused(step, recorded, actual)) {
            return null;
        }
        if (Boolean.TRUE.equals(step.get("varies"))) {
            return Answer.sameStatus(recorded, actual);
        }
        return new Answer(bound, request).difference(recorded, actual);
    }

    /**
     * Whether our refusal of what was accepted, or of less of it, is one that has come since: it has every cause that was
     * told then, and each of the others is one of those that are told since.
     */
    private boolean isNewlyRefused(
            Map<String, @Nullable Object> step,
            Map<String, @Nullable Object> recorded,
            Map<String, @Nullable Object> actual) {
        var refusal = NewerDecisions.refusal(step);
        return refusal != null
                && recorded.get("status") instanceof Number then
                && (then.intValue() < 300 || then.intValue() == 422)
                && Long.valueOf(422).equals(actual.get("status"))
                && hasOnlyNewCauses(causes(recorded), causes(actual), refusal);
    }

    private boolean hasOnlyNewCauses(List<String> told, List<String> causes, Pattern since) {
        for (var cause : causes) {
            if (!told.contains(cause) && !since.matcher(cause).find()) {
                return false;
            }
        }
        return !causes.equals(told) && told.stream().allMatch(cause -> cause.contains("{{") || causes.contains(cause));
    }

    private List<String> causes(Map<String, @Nullable Object> response) {
        var causes = new ArrayList<String>();
        if (Tree.get(response, "body", "details", "causes") instanceof List<?> list) {
            list.forEach(
                    cause -> causes.add(bound.filled(Tree.text(cause, "field") + ": " + Tree.text(cause, "message"))));
        }
        return causes;
    }

    private HttpRequest request(Map<String, @Nullable Object> recorded) {
        var headers = Headers.NONE;
        for (var header : Tree.map(recorded.get("headers")).entrySet()) {
            if (header.getValue() instanceof List<?> values) {
                for (var value : values) {
                    headers = headers.with(header.getKey(), bound.filled(String.valueOf(value)));
                }
            } else {
                headers = headers.with(header.getKey(), bound.filled(String.valueOf(header.getValue())));
            }
        }
        var user = String.valueOf(recorded.get("user"));
        if (!user.equals("anonymous")) {
            headers = headers.with("Authorization", "Bearer " + bound.filled(user));
        }
        return HttpRequest.of(
                String.valueOf(recorded.get("method")),
                bound.filled(String.valueOf(recorded.get("path"))),
                headers,
                body(recorded));
    }

    private byte[] body(Map<String, @Nullable Object> recorded) {
        if (recorded.get("bodyText") instanceof String text) {
            return bound.filled(text).getBytes(StandardCharsets.UTF_8);
        }
        if (!recorded.containsKey("body")) {
            return new byte[0];
        }
        return SentText.of(bound.filledTree(recorded.get("body"))).getBytes(StandardCharsets.UTF_8);
    }

    /** Our answer in the form in which answers are recorded. */
    private static Map<String, @Nullable Object> actual(HttpResponse response, Map<String, @Nullable Object> recorded) {
        var actual = new LinkedHashMap<String, @Nullable Object>();
        actual.put("status", (long) response.status());
        var headers = new LinkedHashMap<String, @Nullable Object>();
        for (var name : List.of(
                "content-type", "warning", "retry-after", "location", "etag", "vary", "allow", "www-authenticate")) {
            var values = response.headers().all(name);
            if (!values.isEmpty()) {
                headers.put(name, name.equals("warning") || name.equals("vary") ? values : values.get(0));
            }
        }
        actual.put("headers", headers);
        if (response.payload() instanceof EventStream events) {
            var read = new ArrayList<@Nullable Object>();
            for (var event = events.poll(); event.isPresent(); event = events.poll()) {
                read.add(Codec.readTree(new String(event.get(), StandardCharsets.UTF_8), ReadOptions.ignore()));
            }
            events.close();
            actual.put("events", read);
        } else if (!response.text().isEmpty()) {
            var type = response.headers().first("Content-Type");
            boolean text = recorded.containsKey("bodyText") || !type.startsWith("application/json");
            actual.put(
                    text ? "bodyText" : "body",
                    text ? response.text() : JsonValue.read(response.text()).tree());
        }
        return actual;
    }
}
