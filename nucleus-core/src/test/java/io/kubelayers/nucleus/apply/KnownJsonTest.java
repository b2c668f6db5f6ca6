package io.kubelayers.nucleus.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.value.SharedValues;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text that a set of fields knows of itself is that of its tree. */
class KnownJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"f:spec\":{}}",
                "{\"f:spec\":{\"f:replicas\":{},\"f:template\":{\".\":{},\"f:a\\u003cb\":{}}}}",
                "{\"f:finalizers\":{\".\":{},\"v:\\\"one\\\"\":{}}}",
                "{\"f:ports\":{\"k:{\\\"containerPort\\\":80,\\\"protocol\\\":\\\"TCP\\\"}\":{\".\":{},\"f:name\":{}}}}"
            })
    void isThatOfItsTree(String json) {
        var set = FieldSet.read(Codec.readTree(json, ReadOptions.ignore()));
        assertThat(set.json()).isEqualTo(json).isEqualTo(Codec.json(set.toTree()));
        assertThat(Codec.json(FieldsV1.of(set))).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"f:spec\":{}}", "{\"f:spec\":{\"f:replicas\":{}}}"})
    void equalSetsAreShared(String json) {
        var sets = new SharedValues<FieldSet>();
        var first = sets.shared(FieldSet.read(Codec.readTree(json, ReadOptions.ignore())));
        assertThat(sets.shared(FieldSet.read(Codec.readTree(json, ReadOptions.ignore()))))
                .isSameAs(first);
    }
}
