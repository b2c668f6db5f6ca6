package io.kubelayers.nucleus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The checker of linearizability finds what it is there to find. */
class CallHistoryTest {
    private static final Key KEY = StoreContract.key("default", "settings");
    private static final Function<Store, String> CREATE =
            store -> store.create(KEY, StoreContract.configMap(KEY, "new")).toString();
    private static final Function<Store, String> GET =
            store -> store.get(KEY).map(Stored::toString).orElse("none");
    private static final String CREATED = "/registry/configmaps/default/settings@2";

    private final CallHistory history = new CallHistory();

    private boolean isLinearizable() {
        return history.explanation(new NaiveStore(List.of())).isPresent();
    }

    @Test
    void aReadDuringAWriteMaySeeItOrNot() {
        history.note(new CallHistory.Call("create", 0, 5, CREATE, CREATED));
        history.note(new CallHistory.Call("get", 1, 2, GET, "none"));
        history.note(new CallHistory.Call("get", 3, 4, GET, CREATED));

        assertThat(isLinearizable()).isTrue();
    }

    @Test
    void aReadAfterAWriteMustSeeIt() {
        history.note(new CallHistory.Call("create", 0, 1, CREATE, CREATED));
        history.note(new CallHistory.Call("get", 2, 3, GET, "none"));

        assertThat(isLinearizable()).isFalse();
    }

    @Test
    void whatOneReadHasSeenALaterReadMustSeeToo() {
        history.note(new CallHistory.Call("create", 0, 5, CREATE, CREATED));
        history.note(new CallHistory.Call("get", 1, 2, GET, CREATED));
        history.note(new CallHistory.Call("get", 3, 4, GET, "none"));

        assertThat(isLinearizable()).isFalse();
    }
}
