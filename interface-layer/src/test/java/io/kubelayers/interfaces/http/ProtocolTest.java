package io.kubelayers.interfaces.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Corners of the protocol: forms, methods, pages, selections, streams, dry runs. */
class ProtocolTest {
    private static final String MAPS = "/api/v1/namespaces/default/configmaps";

    private final Cluster cluster = Cluster.builder().withoutControllers().start();
    private final RestApi api = RestApis.ofAdmin(cluster);

    @BeforeEach
    void fill() {
        for (var name : List.of("a", "b", "c", "d")) {
            cluster.apply(Manifests.of(
                    "map.yaml",
                    "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s, namespace: default, labels: {odd: '%s'}}}"
                            .formatted(name, "ac".contains(name))));
        }
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private HttpResponse send(String method, String target, String accept, String contentType, String body) {
        var headers = Headers.NONE.with("Accept", accept);
        if (!contentType.isEmpty()) {
            headers = headers.with("Content-Type", contentType);
        }
        return api.handle(HttpRequest.of(method, target, headers, body.getBytes(StandardCharsets.UTF_8))
                .withBearer("admin"));
    }

    private HttpResponse get(String target) {
        return send("GET", target, "application/json", "", "");
    }

    private static Map<String, @Nullable Object> tree(HttpResponse response) {
        return Codec.readTree(response.text(), ReadOptions.ignore());
    }

    @ParameterizedTest(name = "{0} {1} as {2}, sending {3}: {4}")
    @CsvSource({
        "GET,    /api/v1/namespaces/default,                text/html,        '',                               406",
        "GET,    /api/v1/namespaces/default/configmaps,     text/html,        '',                               406",
        "GET,    /api/v1/namespaces/default,                '*/*',            '',                               200",
        "GET,    /api/v1/namespaces/default,                'text/html, application/yaml;q=0.5', '',            200",
        "GET,    /api/v1/namespaces/default,                application/json;as=Table;v=v1;g=meta.k8s.io, '',   200",
        "GET,    /api/v1/namespaces/default,                application/json;as=Chair;v=v1;g=meta.k8s.io, '',   406",
        "POST,   /api/v1/namespaces/default/configmaps,     application/json, text/plain,                       415",
        "PUT,    /api/v1/namespaces/default/configmaps/a,   application/json, application/xml,                  415",
        "PATCH,  /api/v1/namespaces/default/configmaps/a,   application/json, application/json,                 415",
        "PUT,    /api/v1/namespaces/default/configmaps,     application/json, application/json,                 405",
        "PATCH,  /api/v1/namespaces/default/configmaps,     application/json, application/merge-patch+json,     405",
        "POST,   /api/v1/namespaces/default/configmaps/a,   application/json, application/json,                 405",
        "HEAD,   /api/v1/namespaces/default/configmaps/a,   application/json, '',                               405",
        "OPTIONS, /api/v1/namespaces/default/configmaps/a,  application/json, '',                               405",
        "TRACE,  /api/v1/namespaces/default/configmaps/a,   application/json, '',                               405",
        "GET,    /api/v1/namespaces/default/nothings,       application/json, '',                               404",
        "GET,    /apis/none.example.com/v1/things,          application/json, '',                               404",
        "GET,    /api/v1/namespaces/default/configmaps/,    application/json, '',                               200",
        "GET,    /api/v1/namespaces/default/configmaps/a/,  application/json, '',                               200",
        "GET,    /api/,                                     application/json, '',                               200",
        "GET,    /api/v1/,                                  application/json, '',                               200",
        "GET,    /apis/coordination.k8s.io/,                application/json, '',                               200",
        "GET,    /apis/coordination.k8s.io/v1/,             application/json, '',                               200",
        "HEAD,   /api,                                      application/json, '',                               405",
        "HEAD,   /apis,                                     application/json, '',                               200",
        "HEAD,   /apis/coordination.k8s.io/v1,              application/json, '',                               405",
        "HEAD,   /version,                                  application/json, '',                               405",
    })
    void what_is_not_served_is_told_by_its_status(
            String method, String target, String accept, String contentType, int status) {
        assertThat(send(method, target, accept, contentType, "{}").status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "GET,   /configmaps?timeout=5,                 'time: missing unit in duration \"5\"'",
        "GET,   /configmaps/a?timeout=soon,            'time: invalid duration \"soon\"'",
        "POST,  /configmaps?timeout=5d,                'time: unknown unit \"d\" in duration \"5d\"'",
        "GET,   /configmaps?timeout=1m,                ''",
        "GET,   /configmaps?timeout=0,                 ''",
        "GET,   /configmaps?watch=true&timeout=soon,   ''",
    })
    void the_time_for_a_request_must_be_one(String method, String target, String problem) {
        var answer = send(method, MAPS.replace("/configmaps", target), "application/json", "application/json", "{}");
        if (problem.isEmpty()) {
            assertThat(answer.status()).isEqualTo(200);
        } else {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(Tree.text(tree(answer), "message"))
                    .isEqualTo("invalid timeout specified in the request URL - " + problem);
        }
    }

    @Test
    void pages_tell_how_many_are_left_unless_objects_are_selected() {
        var page = tree(get(MAPS + "?limit=1"));
        assertThat(Tree.get(page, "metadata", "remainingItemCount")).isEqualTo(3L);
        assertThat(Tree.text(page, "metadata", "continue")).isNotEmpty();
        var selected = tree(get(MAPS + "?limit=1&labelSelector=odd%3Dtrue"));
        assertThat(Tree.get(selected, "metadata", "remainingItemCount")).isNull();
        assertThat(Tree.text(selected, "metadata", "continue")).isNotEmpty();
        var byField = tree(get(MAPS + "?limit=1&fieldSelector=metadata.name!%3Da"));
        assertThat(Tree.get(byField, "metadata", "remainingItemCount")).isNull();
    }

    @Test
    void the_last_page_has_no_token() {
        var first = tree(get(MAPS + "?limit=2"));
        var second = tree(get(MAPS + "?limit=2&continue=" + Tree.text(first, "metadata", "continue")));
        assertThat(Tree.list(second.get("items"))).hasSize(2);
        assertThat(Tree.map(second.get("metadata"))).containsOnlyKeys("resourceVersion");
    }

    @Test
    void collections_are_deleted_as_far_as_they_are_selected() {
        send("DELETE", MAPS + "?labelSelector=odd%3Dtrue&dryRun=All", "application/json", "", "");
        assertThat(names()).containsExactly("a", "b", "c", "d");
        send("DELETE", MAPS + "?labelSelector=odd%3Dtrue", "application/json", "", "");
        assertThat(names()).containsExactly("b", "d");
        send("DELETE", MAPS + "?limit=1", "application/json", "", "");
        assertThat(names()).containsExactly("d");
        send("DELETE", MAPS, "application/json", "", "");
        assertThat(names()).isEmpty();
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        Tree.list(tree(get(MAPS)).get("items")).forEach(item -> names.add(Tree.text(item, "metadata", "name")));
        return names;
    }

    @ParameterizedTest(name = "{0} {1}?dryRun={2}: {3}")
    @CsvSource({
        "POST,   /api/v1/namespaces/default/configmaps,   All,  201",
        "PUT,    /api/v1/namespaces/default/configmaps/a, All,  200",
        "PATCH,  /api/v1/namespaces/default/configmaps/a, All,  200",
        "DELETE, /api/v1/namespaces/default/configmaps/a, All,  200",
        "POST,   /api/v1/namespaces/default/configmaps,   Some, 422",
        "DELETE, /api/v1/namespaces/default/configmaps/a, Some, 422",
    })
    void dry_runs_change_nothing(String method, String target, String dryRun, int status) {
        var before = get(MAPS).text();
        var name = method.equals("POST") ? "new" : "a";
        var body = method.equals("DELETE")
                ? ""
                : "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"" + name
                        + "\"},\"data\":{\"k\":\"v\"}}";
        var type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        assertThat(send(method, target + "?dryRun=" + dryRun, "application/json", type, body)
                        .status())
                .isEqualTo(status);
        assertThat(get(MAPS).text()).isEqualTo(before);
    }

    @Test
    void answers_are_indented_for_those_who_ask() {
        assertThat(get(MAPS + "/a").text()).doesNotContain("\n  ");
        assertThat(get(MAPS + "/a?pretty=true").text()).startsWith("{\n  \"kind\": \"ConfigMap\",\n");
        assertThat(get(MAPS + "/a?pretty=false").text()).doesNotContain("\n  ");
    }

    @Test
    void what_is_there_twice_is_told_of_every_patch() {
        var patch = "[{\"op\":\"add\",\"path\":\"/data\",\"value\":{},\"op\":\"add\"}]";
        var warned = send("PATCH", MAPS + "/a", "application/json", "application/json-patch+json", patch);
        assertThat(warned.status()).isEqualTo(200);
        assertThat(warned.headers().all("Warning"))
                .containsExactly("299 - \"json patch duplicate field \\\"[0].op\\\"\"");
        var refused = send(
                "PATCH", MAPS + "/a?fieldValidation=Strict", "application/json", "application/json-patch+json", patch);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("strict decoding error: json patch duplicate field \\\"[0].op\\\"");
        var ignored = send(
                "PATCH", MAPS + "/a?fieldValidation=Ignore", "application/json", "application/json-patch+json", patch);
        assertThat(ignored.headers().all("Warning")).isEmpty();
    }

    @Test
    void custom_objects_are_warned_of_finalizers_without_a_domain() {
        cluster.apply(
                Manifests.of(
                        "carts.yaml",
                        """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: carts.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {plural: carts, singular: cart, kind: Cart, listKind: CartList}
                  versions:
                  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
                """));
        var carts = "/apis/example.com/v1/namespaces/default/carts";
        var cart =
                "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Cart\",\"metadata\":{\"name\":\"a\",\"finalizers\":[%s]}}";
        var made = send(
                "POST", carts, "application/json", "application/json", cart.formatted("\"mine\",\"example.com/b\""));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.headers().all("Warning"))
                .containsExactly("299 - \"metadata.finalizers: \\\"mine\\\": prefer a domain-qualified finalizer name"
                        + " including a path (/) to avoid accidental conflicts with other finalizer writers\"");
        var merge = "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}";
        var later = send("PATCH", carts + "/a", "application/json", "application/merge-patch+json", merge);
        assertThat(later.headers().all("Warning")).isEmpty();
    }

    private List<Map<String, @Nullable Object>> events(String target, String accept) {
        var answer = send("GET", target, accept, "", "");
        assertThat(answer.status()).isEqualTo(200);
        var events = new ArrayList<Map<String, @Nullable Object>>();
        try (var stream = (EventStream) answer.payload()) {
            for (var bytes = stream.poll(); bytes.isPresent(); bytes = stream.poll()) {
                events.add(Codec.readTree(new String(bytes.get(), StandardCharsets.UTF_8), ReadOptions.ignore()));
            }
        }
        return events;
    }

    @Test
    void initial_events_end_with_a_bookmark_that_says_so() {
        var events = events(
                MAPS + "?watch=true&sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan",
                "application/json");
        assertThat(events)
                .extracting(event -> event.get("type"))
                .containsExactly("ADDED", "ADDED", "ADDED", "ADDED", "BOOKMARK");
        assertThat(Tree.text(events.get(4), "object", "metadata", "annotations", "k8s.io/initial-events-end"))
                .isEqualTo("true");
        assertThat(Tree.text(events.get(4), "object", "kind")).isEqualTo("ConfigMap");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "sendInitialEvents=true, 422",
        "sendInitialEvents=true&resourceVersionMatch=Exact&allowWatchBookmarks=true, 422",
        "resourceVersionMatch=NotOlderThan, 422",
        "sendInitialEvents=false&resourceVersionMatch=NotOlderThan, 200",
    })
    void watches_say_completely_how_they_begin(String options, int status) {
        assertThat(get(MAPS + "?watch=true&resourceVersion=0&" + options).status())
                .isEqualTo(status);
    }

    @Test
    void watches_can_be_of_metadata_alone_and_of_tables() {
        var metadata = events(
                MAPS + "?watch=true&resourceVersion=0", "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io");
        assertThat(Tree.text(metadata.get(0), "object", "kind")).isEqualTo("PartialObjectMetadata");
        assertThat(Tree.map(metadata.get(0).get("object"))).containsOnlyKeys("kind", "apiVersion", "metadata");
        var tables = events(MAPS + "?watch=true&resourceVersion=0", "application/json;as=Table;v=v1;g=meta.k8s.io");
        assertThat(Tree.text(tables.get(0), "object", "kind")).isEqualTo("Table");
        assertThat(Tree.list(Tree.get(tables.get(0), "object", "columnDefinitions")))
                .isNotEmpty();
        assertThat(Tree.get(tables.get(1), "object", "columnDefinitions")).isNull();
    }

    @Test
    void keys_that_yaml_has_twice_are_told_in_the_words_of_its_reader() {
        var yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  k: '1'\n  k: '2'\nmore: 1\n";
        var strict = send("PUT", MAPS + "/a?fieldValidation=Strict", "application/json", "application/yaml", yaml);
        assertThat(tree(strict).get("message"))
                .isEqualTo("ConfigMap in version \"v1\" cannot be handled as a ConfigMap: strict decoding error: "
                        + "yaml: unmarshal errors:\n  line 6: key \"k\" already set in map, unknown field \"more\"");

        var apply = yaml.replace("more: 1\n", "");
        var type = "application/apply-patch+yaml";
        var path = MAPS + "/a?force=true&fieldManager=me";
        assertThat(tree(send("PATCH", path + "&fieldValidation=Strict", "application/json", type, apply))
                        .get("message"))
                .isEqualTo("error strict decoding YAML: error converting YAML to JSON: yaml: unmarshal errors:\n"
                        + "  line 6: key \"k\" already set in map");
        var warned = send("PATCH", path, "application/json", type, apply);
        assertThat(warned.status()).isEqualTo(200);
        assertThat(warned.headers().first("Warning")).isEqualTo("299 - \"line 6: key \\\"k\\\" already set in map\"");
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POST  | application/json | {\"kind\": | the object provided is unrecognized (must be of type ConfigMap): couldn't get version/kind; json parse error: unexpected end of JSON input ({\"kind\":)",
                "POST  | application/json | {kind: x} | the object provided is unrecognized (must be of type ConfigMap): couldn't get version/kind; json parse error: invalid character 'k' looking for beginning of object key string ({kind: x})",
                "POST  | application/json | {\"kind\":5} | the object provided is unrecognized (must be of type ConfigMap): couldn't get version/kind; json parse error: json: cannot unmarshal number into Go struct field .kind of type string ({\"kind\":5})",
                "POST  | application/yaml | a: b: c | the object provided is unrecognized (must be of type ConfigMap): yaml: mapping values are not allowed in this context (613a20623a2063)",
                "PATCH | application/merge-patch+json | {\"data\": | error decoding patch: unexpected end of JSON input",
                "PATCH | application/strategic-merge-patch+json | {\"data\": | unexpected end of JSON input",
                "PATCH | application/apply-patch+yaml | {\"data\": | error decoding YAML: error converting YAML to JSON: yaml: did not find expected node content",
                "PATCH | application/apply-patch+yaml | [] | error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into Go value of type map[string]interface {}",
                "PATCH | application/apply-patch+yaml | {\"apiVersion\": \"v1\", \"kind\": \"Secret\"} | invalid object type: /v1, Kind=Secret",
            })
    void bodies_that_cannot_be_read_are_told_as_upstream_does(String method, String type, String body, String message) {
        var target = method.equals("POST") ? MAPS : MAPS + "/a" + (type.contains("apply") ? "?fieldManager=me" : "");
        var answer = send(method, target, "application/json", type, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(tree(answer).get("message")).isEqualTo(message);
    }

    @Test
    void what_is_applied_may_be_json_with_tabs_or_the_first_of_several_documents() {
        var target = MAPS + "/a?fieldManager=me";
        var type = "application/apply-patch+yaml";
        var json = "{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"ConfigMap\",\n\t\"data\": {\"t\": \"1\"}\n}";
        assertThat(send("PATCH", target, "application/json", type, json).text()).contains("\"t\":\"1\"");
        var two = "{\"apiVersion\": v1, kind: ConfigMap, data: {t: '2'}}\n---\nkind: Secret\n";
        assertThat(send("PATCH", target, "application/json", type, two).text()).contains("\"t\":\"2\"");
    }
}
