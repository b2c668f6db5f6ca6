package io.kubelayers.nucleus.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectMetaValidationTest {
    private static final FieldPath METADATA = FieldPath.of("metadata");
    private static final ObjectMeta STORED = ObjectMetaBuilder.builder()
            .name("web")
            .namespace("shop")
            .uid("u1")
            .resourceVersion("5")
            .generation(2)
            .creationTimestamp(Instant.parse("2026-01-01T00:00:00Z"))
            .build();

    @Test
    void anObjectNeedsANameAndItsNamespace() {
        assertThat(create(ObjectMeta.EMPTY, true))
                .containsExactly(
                        "metadata.name: Required value: name or generateName is required",
                        "metadata.namespace: Required value");
        assertThat(create(STORED, true)).isEmpty();
    }

    @Test
    void clusterWideObjectsHaveNoNamespace() {
        assertThat(create(STORED, false)).containsExactly("metadata.namespace: Forbidden: not allowed on this type");
    }

    @Test
    void aPrefixOfANameMayEndInADash() {
        assertThat(create(STORED.withGenerateName("web-"), true)).isEmpty();
        assertThat(create(STORED.withGenerateName("-"), true)).hasSize(1);
        assertThat(NameRule.PATH_SEGMENT.complaints("..", true)).isEmpty();
        assertThat(NameRule.PATH_SEGMENT.complaints("..", false)).containsExactly("may not be '..'");
    }

    @Test
    void everyPartIsChecked() {
        var bad = STORED.withName("Web")
                .withGeneration(-1)
                .withLabels(Map.of("a b", "c"))
                .withAnnotations(Map.of("d e", ""))
                .withFinalizers(List.of("f g"));
        assertThat(create(bad, true))
                .extracting(text -> text.substring(0, text.indexOf(": ")))
                .containsExactly(
                        "metadata.name",
                        "metadata.generation",
                        "metadata.labels",
                        "metadata.annotations",
                        "metadata.finalizers");
    }

    @Test
    void ownersAreNamedInFullAndOneControls() {
        var owner = new OwnerReference("apps/v1", "ReplicaSet", "rs", "u9", true, null);
        assertThat(create(STORED.withOwnerReferences(List.of(owner)), true)).isEmpty();
        assertThat(create(STORED.withOwnerReferences(List.of(owner, owner.withName("other"))), true))
                .containsExactly("metadata.ownerReferences: Invalid value:"
                        + " [{\"apiVersion\":\"apps/v1\",\"kind\":\"ReplicaSet\",\"name\":\"rs\",\"uid\":\"u9\",\"controller\":true},"
                        + "{\"apiVersion\":\"apps/v1\",\"kind\":\"ReplicaSet\",\"name\":\"other\",\"uid\":\"u9\",\"controller\":true}]:"
                        + " Only one reference can have Controller set to true. Found \"true\" in references for"
                        + " ReplicaSet/rs and ReplicaSet/other");
        assertThat(create(
                        STORED.withOwnerReferences(List.of(new OwnerReference("a/b/c", "", "", "", null, null))), true))
                .containsExactly(
                        "metadata.ownerReferences.apiVersion: Invalid value: \"a/b/c\": version must not be empty",
                        "metadata.ownerReferences.kind: Invalid value: \"\": must not be empty",
                        "metadata.ownerReferences.name: Invalid value: \"\": must not be empty",
                        "metadata.ownerReferences.uid: Invalid value: \"\": must not be empty");
    }

    @Test
    void anEventOwnsNothing() {
        var event = new OwnerReference("v1", "Event", "e", "u9", null, false);
        assertThat(create(STORED.withOwnerReferences(List.of(event)), true))
                .containsExactly("metadata.ownerReferences: Invalid value:"
                        + " {\"apiVersion\":\"v1\",\"kind\":\"Event\",\"name\":\"e\",\"uid\":\"u9\",\"blockOwnerDeletion\":false}:"
                        + " /v1, Kind=Event is disallowed from being an owner");
        var newer = event.withApiVersion("events.k8s.io/v1");
        assertThat(create(STORED.withOwnerReferences(List.of(newer)), true)).isEmpty();
    }

    @Test
    void anUpdateKeepsTheIdentity() {
        assertThat(update(STORED, STORED)).isEmpty();
        var other = STORED.withName("x")
                .withUid(null)
                .withResourceVersion(null)
                .withGeneration(1)
                .withCreationTimestamp(null);
        assertThat(update(other, STORED))
                .containsExactly(
                        "metadata.resourceVersion: Invalid value: \"\": must be specified for an update",
                        "metadata.generation: Invalid value: 1: must not be decremented",
                        "metadata.name: Invalid value: \"x\": field is immutable",
                        "metadata.uid: Invalid value: \"\": field is immutable",
                        "metadata.creationTimestamp: Invalid value: null: field is immutable");
    }

    @Test
    void aDyingObjectGetsNoNewFinalizers() {
        var dying = STORED.withDeletionTimestamp(Instant.parse("2026-01-02T00:00:00Z"))
                .withDeletionGracePeriodSeconds(30L)
                .withFinalizers(List.of("example.com/a"));
        assertThat(update(dying.withFinalizers(List.of()), dying)).isEmpty();
        assertThat(update(dying.withFinalizers(List.of("example.com/c", "example.com/b")), dying))
                .containsExactly("metadata.finalizers: Forbidden: no new finalizers can be added if the object is being"
                        + " deleted, found new finalizers []string{\"example.com/b\", \"example.com/c\"}");
        assertThat(update(dying.withDeletionGracePeriodSeconds(60L), dying))
                .containsExactly("metadata.deletionGracePeriodSeconds: Invalid value: 60: field is immutable");
    }

    private static List<String> create(ObjectMeta meta, boolean namespaced) {
        return texts(ObjectMetaValidation.create(METADATA, meta, namespaced, NameRule.DNS_SUBDOMAIN));
    }

    private static List<String> update(ObjectMeta next, ObjectMeta old) {
        return texts(ObjectMetaValidation.update(METADATA, next, old));
    }

    private static List<String> texts(List<FieldError> errors) {
        return errors.stream().map(FieldError::toString).toList();
    }
}
