package io.kubelayers.nucleus.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldPathTest {
    @Test
    void namesAreJoinedByDotsAndSubscriptsStandInBrackets() {
        var containers = FieldPath.of("spec", "containers");
        assertThat(containers.index(0).child("image")).hasToString("spec.containers[0].image");
        assertThat(FieldPath.of("metadata").child("annotations").key("example.com/a"))
                .hasToString("metadata.annotations[example.com/a]");
        assertThat(FieldPath.of("spec").child("template", "spec", "nodeName"))
                .hasToString("spec.template.spec.nodeName");
    }

    @Test
    void aPathIsNotChangedByTheOnesMadeFromIt() {
        var spec = FieldPath.of("spec");
        spec.child("replicas");
        assertThat(spec).hasToString("spec");
    }

    @Test
    void childrenOfTheRootHaveNoPrefix() {
        assertThat(FieldPath.ROOT).hasToString("<nil>");
        assertThat(FieldPath.ROOT.child("values").index(2)).hasToString("values[2]");
        assertThat(FieldPath.ROOT.index(1).child("matchFields")).hasToString("[1].matchFields");
        assertThat(FieldPath.ROOT.key("k")).hasToString("[k]");
    }

    @Test
    void pathsAreEqualWhenTheyReadTheSame() {
        assertThat(FieldPath.of("a", "b"))
                .isEqualTo(FieldPath.of("a").child("b"))
                .hasSameHashCodeAs(FieldPath.of("a", "b"));
        assertThat(FieldPath.of("a", "b")).isNotEqualTo(FieldPath.of("a"));
    }
}
