package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.EnabledPlugin;
import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every plugin of the default profile owes its users. */
class PluginsTest {
    static Stream<EnabledPlugin> plugins() {
        return Profile.standard().plugins().stream();
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void isNamedAsItsClassAndTestedBesideIt(EnabledPlugin enabled) throws ClassNotFoundException {
        var type = enabled.plugin().getClass();
        assertThat(type.getSimpleName()).isEqualTo(enabled.plugin().name());
        assertThat(type.getPackageName()).startsWith("io.kubelayers.application.scheduling.");
        assertThat(Class.forName(type.getName() + "Test")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void saysOfWhichEventsItWantsToKnow(EnabledPlugin enabled) {
        if (enabled.plugin() instanceof EnqueueExtensions extensions
                && !(enabled.plugin() instanceof DynamicResources)
                && !(enabled.plugin() instanceof GangScheduling)) { // nothing helps there
            assertThat(extensions.eventsToRegister()).isNotEmpty();
        }
    }
}
