package io.kubelayers.nucleus.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyTest {
    @Test
    void thePathIsThatOfEtcd() {
        assertThat(Key.namespaced("pods", "default", "web").path()).isEqualTo("/registry/pods/default/web");
        assertThat(Key.namespaced("apps/deployments", "default", "web").path())
                .isEqualTo("/registry/apps/deployments/default/web");
        assertThat(Key.clusterWide("nodes", "n1").path()).isEqualTo("/registry/nodes/n1");
    }

    @Test
    void messagesNameTheResourceBeforeItsGroup() {
        assertThat(Key.namespaced("pods", "default", "web").qualifiedResource()).isEqualTo("pods");
        assertThat(Key.namespaced("apps/deployments", "default", "web").qualifiedResource())
                .isEqualTo("deployments.apps");
    }

    @Test
    void aPrefixCoversItsResourceOrOneNamespaceOfIt() {
        Key key = Key.namespaced("pods", "default", "web");

        assertThat(Prefix.all("pods").covers(key)).isTrue();
        assertThat(Prefix.in("pods", "default").covers(key)).isTrue();
        assertThat(Prefix.in("pods", "def").covers(key)).isFalse();
        assertThat(Prefix.all("pod").covers(key)).isFalse();
        assertThat(Prefix.all("pods")).hasToString("/registry/pods/");
        assertThat(Prefix.in("pods", "default")).hasToString("/registry/pods/default/");
    }
}
