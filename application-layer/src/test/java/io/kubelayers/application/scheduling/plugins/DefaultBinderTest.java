package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.core.Binding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultBinderTest {
    private final CycleState state = CycleState.over(Snapshot.empty());
    private final PodInfo pod = PodInfo.of(APod.named("web").build());

    @Test
    void createsTheBindingOfThePodToTheNode() {
        List<Binding> sent = new ArrayList<>();
        assertThat(new DefaultBinder(sent::add).bind(state, pod, "n1").isSuccess())
                .isTrue();
        assertThat(sent).hasSize(1);
        var binding = sent.get(0);
        assertThat(binding.metadata().namespace()).isEqualTo("default");
        assertThat(binding.metadata().name()).isEqualTo("web");
        assertThat(binding.metadata().uid()).isEqualTo("uid-web");
        assertThat(binding.target().kind()).isEqualTo("Node");
        assertThat(binding.target().name()).isEqualTo("n1");
    }

    @Test
    void aRefusalIsAnError() {
        var binder = new DefaultBinder(binding -> {
            throw new IllegalStateException("pod web is already assigned to node \"n2\"");
        });
        var status = binder.bind(state, pod, "n1");
        assertThat(status.isError()).isTrue();
        assertThat(status.message()).isEqualTo("pod web is already assigned to node \"n2\"");
    }
}
