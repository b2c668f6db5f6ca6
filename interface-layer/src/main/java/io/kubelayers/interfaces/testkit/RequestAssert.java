package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Asks what the API server does with a request: authorization, defaults, validation, admission, quota. The request is sent
 * to a fork, so it may be asked about, accepted or not, as often as one likes.
 *
 * <pre>{@code
 * assertThat(cluster).request(pod).isRejectedBy(quota("dev"));
 * assertThat(cluster).user("jane").in("dev").request(pod).isAccepted().hasLabel("team", "dev");
 * }</pre>
 *
 * @param <T> the kind of the object
 */
public final class RequestAssert<T extends KubernetesObject> extends AbstractAssert<RequestAssert<T>, T> {
    private final String wish;
    private final T answer;
    private final @Nullable ApiException refusal;

    private RequestAssert(T object, String wish, T answer, @Nullable ApiException refusal) {
        super(object, RequestAssert.class);
        this.wish = wish;
        this.answer = answer;
        this.refusal = refusal;
    }

    @SuppressWarnings("unchecked") // withMetadata keeps the class
    static <T extends KubernetesObject> RequestAssert<T> writing(
            Cluster cluster, UserInfo user, String namespace, T object) {
        var type = cluster.types().typeOf(object);
        boolean homeless =
                type.namespaced() && object.metadata().namespaceOrEmpty().isEmpty();
        var placed = homeless ? (T) object.withMetadata(object.metadata().withNamespace(namespace)) : object;
        var name = ObjectName.of(placed);
        var stored = cluster.informers().lister(type).get(name.namespace(), name.name());
        var verb = stored.isPresent() ? "update" : "create";
        return send(
                cluster,
                user,
                placed,
                verb + " of " + type.kind() + " " + name,
                client -> stored.isPresent()
                        ? client.update((T) placed.withMetadata(placed.metadata()
                                .withResourceVersion(stored.get().metadata().resourceVersion())))
                        : client.create(placed));
    }

    static <T extends KubernetesObject> RequestAssert<T> deleting(Cluster cluster, UserInfo user, T object) {
        var wish = "deletion of " + cluster.types().typeOf(object).kind() + " " + ObjectName.of(object);
        return send(cluster, user, object, wish, client -> {
            client.delete(object);
            return object;
        });
    }

    private static <T extends KubernetesObject> RequestAssert<T> send(
            Cluster cluster, UserInfo user, T object, String what, Function<Client, T> request) {
        var wish = what + " by " + user.username();
        try (var fork = cluster.fork()) {
            return new RequestAssert<>(object, wish, request.apply(fork.as(user)), null);
        } catch (ApiException e) {
            return new RequestAssert<>(object, wish, object, e);
        }
    }

    /**
     * The request goes through.
     *
     * @return assertions about the object as it would be stored
     */
    public KubernetesObjectAssert<T> isAccepted() {
        if (refusal != null) {
            throw mismatch(Mismatch.expected(wish + " is accepted")
                    .but(code(refusal) + refusal.explain())
                    .why(refusal));
        }
        return new KubernetesObjectAssert<>(answer).as(descriptionText());
    }

    /** The request is refused, whatever for. */
    public RequestAssert<T> isRejected() {
        refusal("is rejected");
        return this;
    }

    /** The request is refused, and that is behind it. */
    public RequestAssert<T> isRejectedBy(Rule rule) {
        var wanted = "is rejected by " + rule.text();
        var error = refusal(wanted);
        if (!rule.refused(error)) {
            throw other(wanted, error);
        }
        return this;
    }

    /** The request is refused with this HTTP status code and a message that contains these words. */
    public RequestAssert<T> isRejectedWith(int code, String words) {
        var wanted = "is rejected with " + code + " \"" + words + "\"";
        var error = refusal(wanted);
        if (error.code() != code || !error.explain().contains(words)) {
            throw other(wanted, error);
        }
        return this;
    }

    private ApiException refusal(String wanted) {
        if (refusal == null) {
            throw mismatch(Mismatch.expected(wish + " " + wanted).but("it is accepted"));
        }
        return refusal;
    }

    private AssertionError other(String wanted, ApiException error) {
        return mismatch(Mismatch.expected(wish + " " + wanted)
                .but(code(error) + error.explain())
                .why(error));
    }

    private static String code(ApiException error) {
        return error.code() + " ";
    }

    private AssertionError mismatch(Mismatch mismatch) {
        return failure("%s", mismatch.text());
    }
}
