package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code --runtime-config} can ask for. */
class ServedVersionsTest {
    private final ServedVersions versions = ServedVersions.of(Cluster.builder()
            .layers(ApplicationLayer.standard())
            .start()
            .server()
            .types());

    @Test
    void whatIsServedCanBeAskedForAndWhatIsNotCanBeForbidden() {
        assertThatCode(() -> versions.check(
                        List.of("api/v1", "apps/v1=true", "api/ga=true", "api/beta=false", "apps/v1beta1=false")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "apps/v1beta1 ~ it is not served; there are ",
                "api/alpha=true ~ not everything of it is served; there are ",
                "api/all ~ not everything of it is served; there are ",
                "apps/v1=false ~ it is served always, since controllers need it",
                "api/all=false ~ it is served always, since controllers need it",
                "api/v1=1 ~ the value must be true or false"
            })
    void otherWishesAreRefused(String wish, String why) {
        assertThatThrownBy(() -> versions.check(List.of(wish)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--runtime-config " + wish.replaceAll("=(true|false)", "") + ": " + why);
    }
}
