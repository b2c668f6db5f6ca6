package io.kubelayers.nucleus.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.meta.Status;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoreExceptionTest {
    private static final Key WEB = Key.namespaced("apps/deployments", "default", "web");

    record Case(String name, StoreException refusal, int code, String reason, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "a name that is taken",
                        new KeyExistsException(WEB),
                        409,
                        "AlreadyExists",
                        "deployments.apps \"web\" already exists"),
                new Case(
                        "an object that is not there",
                        new KeyMissingException(Key.clusterWide("nodes", "n1")),
                        404,
                        "NotFound",
                        "nodes \"n1\" not found"),
                new Case(
                        "an object that was modified",
                        new RevisionConflictException(WEB, 4, 7),
                        409,
                        "Conflict",
                        "Operation cannot be fulfilled on deployments.apps \"web\": the object has been modified;"
                                + " please apply your changes to the latest version and try again"),
                new Case(
                        "a list of a state that is forgotten",
                        CompactedException.ofRead(4, 7),
                        410,
                        "Expired",
                        "The resourceVersion for the provided list is too old."),
                new Case(
                        "a watch of events that are forgotten",
                        CompactedException.ofWatch(4, 7),
                        410,
                        "Expired",
                        "too old resource version: 4 (7)"),
                new Case(
                        "a revision that is not reached",
                        new FutureRevisionException(7, 4),
                        504,
                        "Timeout",
                        "Timeout: Too large resource version: 7, current: 4"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theApiAnswersAsUpstream(Case c) {
        Status status = c.refusal().status();

        assertThat(c.refusal()).hasMessage(c.message());
        assertThat(status.status()).isEqualTo("Failure");
        assertThat(status.code()).isEqualTo(c.code());
        assertThat(status.reason()).isEqualTo(c.reason());
        assertThat(status.message()).isEqualTo(c.message());
    }

    @Test
    void detailsNameTheObject() {
        Status.Details details = new KeyExistsException(WEB).status().details();

        assertThat(details.name()).isEqualTo("web");
        assertThat(details.group()).isEqualTo("apps");
        assertThat(details.kind()).isEqualTo("deployments");
    }

    @Test
    void aRevisionThatIsNotReachedIsWorthARetry() {
        Status.Details details = new FutureRevisionException(7, 4).status().details();

        assertThat(details.retryAfterSeconds()).isEqualTo(1);
        assertThat(details.causes()).extracting(Status.Cause::reason).containsExactly("ResourceVersionTooLarge");
    }
}
