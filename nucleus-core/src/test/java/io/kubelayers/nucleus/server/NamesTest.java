package io.kubelayers.nucleus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.coordination.LeaseBuilder;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writes under names that are taken, and updates of what is not there. */
class NamesTest {
    private final Cluster cluster = Cluster.builder().start();

    @AfterEach
    void stop() {
        cluster.close();
    }

    private static ObjectMetaBuilder named(String name) {
        return ObjectMetaBuilder.builder().namespace("default").name(name);
    }

    private static ConfigMap map(ObjectMeta metadata) {
        return ConfigMapBuilder.builder().metadata(metadata).build();
    }

    private static Lease lease(ObjectMeta metadata) {
        return LeaseBuilder.builder().metadata(metadata).build();
    }

    @Test
    void whatIsNotThereIsNotUpdated() {
        assertThatThrownBy(() -> cluster.client().update(map(named("a").build())))
                .hasMessage("configmaps \"a\" not found");
    }

    @Test
    void anUpdateThatIsMeantForAnotherObjectIsAConflictEvenIfThereIsNone() {
        var told = "StorageError: invalid object, Code: 4, Key: /registry/%s/default/a, ResourceVersion: 0,"
                + " AdditionalErrorMsg: Precondition failed: UID in precondition: u, UID in object meta: ";
        var meta = named("a").uid("u").build();
        assertThatThrownBy(() -> cluster.client().update(map(meta)))
                .hasMessage("Operation cannot be fulfilled on configmaps \"a\": " + told.formatted("configmaps"));
        assertThatThrownBy(() -> cluster.client().update(lease(meta)))
                .hasMessage("Operation cannot be fulfilled on leases.coordination.k8s.io \"a\": "
                        + told.formatted("leases"));
    }

    @Test
    void aKindThatIsCreatedByUpdatesIsCreatedWhateverVersionWasSeen() {
        var created =
                cluster.client().update(lease(named("a").resourceVersion("7").build()));
        assertThat(created.metadata().uid()).isNotNull();
    }

    @Test
    void aNewObjectHasNoVersionYet() {
        assertThatThrownBy(() -> cluster.client()
                        .create(lease(named("a").resourceVersion("7").build())))
                .hasMessage("resourceVersion should not be set on objects to be created");
    }

    @Test
    void whoeverCouldHaveLeftTheNameToTheServerIsToldThatItFailed() {
        cluster.client().create(map(named("a").build()));
        var refusal = catchThrowableOfType(ApiException.class, () -> cluster.client()
                .create(map(named("a").generateName("b-").build())));
        assertThat(refusal)
                .hasMessage("configmaps \"a\" already exists, the server was not able to generate a unique name for the"
                        + " object");
        var details = refusal.status().details();
        assertThat(details).isNotNull();
        assertThat(details.retryAfterSeconds()).isEqualTo(1);
    }

    @Test
    void aNameOfTheServersThatIsTakenMakesItTryAnother() {
        String first;
        try (var other = Cluster.builder().start()) {
            other.client().create(map(named("x").build()));
            first = generated(other);
        }
        cluster.client().create(map(named(first).build()));
        assertThat(generated(cluster)).startsWith("g-").isNotEqualTo(first);
    }

    private static String generated(Cluster cluster) {
        var metadata = ObjectMetaBuilder.builder().namespace("default").generateName("g-");
        return cluster.client().create(map(metadata.build())).metadata().nameOrEmpty();
    }
}
