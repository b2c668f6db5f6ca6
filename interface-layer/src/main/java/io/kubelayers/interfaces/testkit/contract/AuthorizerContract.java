package io.kubelayers.interfaces.testkit.contract;

import io.kubelayers.interfaces.testkit.KubelayersDomain;
import io.kubelayers.nucleus.access.AccessDecision.Verdict;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.explain.Finding.Mark;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.assertj.core.api.Assertions;

/**
 * What the API server relies on in an {@link Authorizer}:
 *
 * <ul>
 *   <li>it answers every request, and never fails;
 *   <li>the explanation agrees with the answer: it passes if, and only if, the request is allowed;
 *   <li>the same question gets the same answer as long as nothing has changed;
 *   <li>somebody unknown is not let in.
 * </ul>
 */
public interface AuthorizerContract {
    /** The authorizer to be tested. */
    Authorizer authorizer();

    /** Every request gets an answer that its explanation agrees with. */
    @Property(tries = 200)
    @Domain(KubelayersDomain.class)
    @Domain(DomainContext.Global.class)
    default void explainsItsAnswer(@ForAll AccessRequest request) {
        var decision = authorizer().authorize(request);
        Assertions.assertThat(decision.finding().mark() == Mark.PASS)
                .as("the explanation of %s passes", decision.verdict())
                .isEqualTo(decision.verdict() == Verdict.ALLOW);
        Assertions.assertThat(decision.reason()).isNotNull();
    }

    /** Asking again gives the same answer. */
    @Property(tries = 100)
    @Domain(KubelayersDomain.class)
    @Domain(DomainContext.Global.class)
    default void answersTheSameAgain(@ForAll AccessRequest request) {
        var authorizer = authorizer();
        var first = authorizer.authorize(request);
        var again = authorizer.authorize(request);
        Assertions.assertThat(again.verdict()).isEqualTo(first.verdict());
        Assertions.assertThat(again.reason()).isEqualTo(first.reason());
    }

    /** A request without credentials may not read secrets. */
    @Example
    default void letsNoStrangerReadSecrets() {
        var request = AccessRequest.to(Users.anonymous(), "list", "", "secrets");
        Assertions.assertThat(authorizer().authorize(request).verdict()).isNotEqualTo(Verdict.ALLOW);
    }
}
