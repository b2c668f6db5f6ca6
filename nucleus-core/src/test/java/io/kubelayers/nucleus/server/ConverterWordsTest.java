package io.kubelayers.nucleus.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strategic merge patches say about values that don't fit. */
class ConverterWordsTest {
    @ParameterizedTest(name = "{0} ► {1}")
    @CsvSource(
            delimiter = '~',
            value = {
                "json: cannot unmarshal string into Go struct field ObjectMeta.metadata.labels of type map[string]string ~ cannot restore map from string",
                "json: cannot unmarshal object into Go struct field PodSpec.spec.containers of type []v1.Container ~ cannot restore slice from map",
                "json: cannot unmarshal bool into Go struct field Pod.spec of type v1.PodSpec ~ cannot restore struct from: bool",
                "json: cannot unmarshal number into Go struct field Container.image of type string ~ unrecognized type: string",
                "json: cannot unmarshal number 1.5 into Go struct field DeploymentSpec.spec.replicas of type int32 ~ unrecognized type: int32",
                "json: cannot unmarshal array into Go struct field X.limits of type resource.Quantity ~ json: cannot unmarshal array into Go struct field X.limits of type resource.Quantity",
                "something else ~ something else",
            })
    void theConverterHasItsOwnWords(String json, String converter) {
        assertThat(ConverterWords.of(json)).isEqualTo(converter);
    }
}
