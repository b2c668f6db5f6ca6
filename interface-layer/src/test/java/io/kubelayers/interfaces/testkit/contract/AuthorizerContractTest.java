package io.kubelayers.interfaces.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.access.AccessDecision.Verdict;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.explain.Finding;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

/** The contract passes authorizers that keep it, and catches those that don't. */
class AuthorizerContractTest {
    @Group
    class AWholeClusterKeepsIt implements AuthorizerContract {
        private final Authorizer authorizer = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                .start()
                .authorizer();

        @Override
        public Authorizer authorizer() {
            return authorizer;
        }
    }

    private static final AccessRequest REQUEST = AccessRequest.to(Users.user("jane"), "get", "", "pods");

    @Example
    void an_open_door_is_caught() {
        AuthorizerContract contract = Authorizer::alwaysAllow;
        assertThatThrownBy(contract::letsNoStrangerReadSecrets).isInstanceOf(AssertionError.class);
    }

    @Example
    void an_explanation_that_contradicts_the_answer_is_caught() {
        AuthorizerContract contract =
                () -> request -> AccessDecision.of(Verdict.ALLOW, "", Finding.fail("mood", "", "I would rather not"));
        assertThatThrownBy(() -> contract.explainsItsAnswer(REQUEST))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the explanation of ALLOW passes");
    }

    @Example
    void a_change_of_mind_is_caught() {
        var calls = new int[1];
        AuthorizerContract contract = () -> request -> calls[0]++ == 0
                ? AccessDecision.allow("mood", "a good day")
                : AccessDecision.noOpinion("mood", "a bad day");
        assertThatThrownBy(() -> contract.answersTheSameAgain(REQUEST)).isInstanceOf(AssertionError.class);
    }
}
