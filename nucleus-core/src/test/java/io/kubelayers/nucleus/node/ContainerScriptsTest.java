package io.kubelayers.nucleus.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.pod.Pods;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which script a container lives by. */
class ContainerScriptsTest {
    private static final ContainerScript SLOW = ContainerScript.standard().startsAfter(Duration.ofSeconds(9));

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "web, web, true",
        "web, web:1.27, false",
        "web:*, web:1.27, true",
        "*/shop:*, registry.example.com/shop:2, true",
        "*/shop:*, registry.example.com/stop:2, false",
        "*, anything, true",
    })
    void aStarStandsForAnyCharacters(String pattern, String image, boolean matches) {
        var pod = Pods.named("web").image(image).build();
        var script = ContainerScripts.none()
                .on(pattern, SLOW)
                .of(pod, pod.spec().containers().get(0));
        assertThat(script).isEqualTo(matches ? SLOW : ContainerScript.standard());
    }

    @Test
    void theFirstPatternThatMatchesCounts() {
        var pod = Pods.named("web").image("nginx").build();
        var scripts = ContainerScripts.none().on("ng*", SLOW).on("nginx", ContainerScript.standard());
        assertThat(scripts.of(pod, pod.spec().containers().get(0))).isEqualTo(SLOW);
    }

    @Test
    void annotationsChangeTheScriptForAllContainersAndThenForOne() {
        var pod = Pods.named("web")
                .container("helper", "app")
                .annotation(ContainerScripts.ANNOTATION, "start=1s exit=2")
                .annotation(ContainerScripts.ONE_CONTAINER + "helper", "start=3s")
                .build();
        var scripts = ContainerScripts.none();
        assertThat(scripts.of(pod, pod.spec().containers().get(0)))
                .isEqualTo(ContainerScript.standard()
                        .startsAfter(Duration.ofSeconds(1))
                        .exits(2));
        assertThat(scripts.of(pod, pod.spec().containers().get(1)))
                .isEqualTo(ContainerScript.standard()
                        .startsAfter(Duration.ofSeconds(3))
                        .exits(2));
    }
}
