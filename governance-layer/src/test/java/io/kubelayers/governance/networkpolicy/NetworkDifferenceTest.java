package io.kubelayers.governance.networkpolicy;

import static io.kubelayers.governance.networkpolicy.Networks.policies;
import static io.kubelayers.governance.networkpolicy.Networks.policy;
import static io.kubelayers.governance.networkpolicy.Networks.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.explain.Render;
import org.junit.jupiter.api.Test;

/** What changes do, what stands out, and how it looks. */
class NetworkDifferenceTest {
    private static final String DB_FROM_WEB = policy(
            "db",
            "{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}],"
                    + " ports: [{port: 5432}]}]}");
    private static final String DB_FROM_RANGE = policy(
            "db",
            "{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}},"
                    + " {ipBlock: {cidr: 203.0.113.0/24, except: [203.0.113.0/25]}}], ports: [{port: 5432}]}]}");

    @Test
    void saysWhatAChangeOpens() {
        var difference = NetworkDifference.between(
                Networks.of(Namespace.class, Networks.SHOP),
                Networks.of(Pod.class, Networks.SHOP),
                policies(DB_FROM_WEB),
                policies(DB_FROM_RANGE));

        assertThat(Render.text(difference))
                .isEqualTo(
                        """
                        - opens 1 pair of ends and closes 0 pairs of ends [networkpolicy.difference]
                          - 203.0.113.0/24 to shop/db: opens TCP 5432 (pairs 1) [networkpolicy.difference.opened]
                        """);
    }

    @Test
    void saysWhatAChangeCloses() {
        var difference = NetworkDifference.between(
                Networks.of(Namespace.class, Networks.SHOP),
                Networks.of(Pod.class, Networks.SHOP),
                policies(""),
                policies(DB_FROM_WEB));

        assertThat(difference.opened()).isEmpty();
        assertThat(difference.closed())
                .extracting(change -> change.from() + ": " + change.closed())
                .containsExactly(
                        "pod shop/web-0: TCP 1-5431, TCP 5433-65535, UDP, SCTP",
                        "pod shop/web-1: TCP 1-5431, TCP 5433-65535, UDP, SCTP",
                        "pod ops/monitor: all ports",
                        "0.0.0.0: all ports");
    }

    @Test
    void aPolicyThatSelectsNothingChangesNothing() {
        var nothing = policy("nothing", "{podSelector: {matchLabels: {app: ghost}}}");

        var difference = NetworkDifference.between(
                Networks.of(Namespace.class, Networks.SHOP),
                Networks.of(Pod.class, Networks.SHOP),
                policies(DB_FROM_WEB),
                policies(DB_FROM_WEB + nothing));

        assertThat(difference.explain()).isEqualTo("nothing changes");
    }

    @Test
    void whatStandsOutIsNamed() {
        var review = NetworkReview.of(shop(policy(
                        "db",
                        "{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app:"
                                + " ghost}}}]}, {ports: [{port: mysql}]}]}")
                + policy("ghost", "{podSelector: {matchLabels: {app: ghost}}, policyTypes: [Egress]}")));

        assertThat(review.findings().stream()
                        .filter(finding -> !finding.code().endsWith("free-egress"))
                        .map(NetworkDifferenceTest::line))
                .containsExactly(
                        "wide-open: pod shop/web-0 is reached by everybody on all ports",
                        "wide-open: pod shop/web-1 is reached by everybody on all ports",
                        "unreachable: pod shop/db listens on TCP 5432, but nobody reaches any of it",
                        "wide-open: pod ops/monitor is reached by everybody on all ports",
                        "no-peer: NetworkPolicy shop/db spec.ingress[0] names nobody that is there",
                        "unknown-port: NetworkPolicy shop/db spec.ingress[1] is for port \"mysql\" (TCP), which no pod"
                                + " it is about has",
                        "selects-nothing: NetworkPolicy shop/ghost selects no pod");
        assertThat(review.findings("networkpolicy.free-egress")).hasSize(4);
    }

    private static String line(Finding finding) {
        return finding.code().substring("networkpolicy.".length()) + ": " + finding.subject() + " " + finding.message();
    }

    @Test
    void aMatrixIsATableForPeople() {
        assertThat(shop(DB_FROM_WEB).matrix())
                .hasToString(
                        """
                          1 shop/web-0
                          2 shop/web-1
                          3 shop/db
                          4 ops/monitor
                          5 outside
                               1   2   3   4   5
                           1   *   *   +   *   *
                           2   *   *   +   *   *
                           3   *   *   *   *   *
                           4   *   *   .   *   *
                           5   *   *   .   *   *
                        """);
        assertThat(shop("").matrix().classes()).isEqualTo(2);
    }

    @Test
    void aPictureHasAnArrowForEachWayThatIsOpen() {
        var picture = NetworkPicture.of(shop(DB_FROM_WEB + policy("in", "{podSelector: {matchLabels: {app: web}}}"))
                .matrix());

        assertThat(picture.dot())
                .startsWith("digraph network {")
                .contains("\"shop/web-0\" -> \"shop/db\" [label=\"TCP 5432\"];")
                .doesNotContain("-> \"shop/web-0\"");
        assertThat(picture.svg())
                .startsWith("<svg")
                .contains("<title>shop/web-0 to shop/db: TCP 5432</title>")
                .endsWith("</svg>\n");
    }
}
