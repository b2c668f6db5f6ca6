package io.kubelayers.nucleus.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.testing.QuietCluster;
import io.kubelayers.testing.Refusals;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What new nodes are refused for. */
class NodeErrorsTest {
    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ranges are of both families         | 10.0.0.0/24, '::/64'     | ''
            two of one family are too many      | 10.0.0.0/24, 10.1.0.0/24 | spec.podCIDRs: Invalid value: ["10.0.0.0/24","10.1.0.0/24"]: may specify no more than one CIDR for each IP family
            what is no range is of no family    | 10.0.0.0/24, 'a:b'       | [spec.podCIDRs[1]: Invalid value: "a:b": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64), spec.podCIDRs: Internal error: invalid PodCIDRs. failed to check with dual stack with error:invalid CIDR[1]: <nil> (invalid CIDR address: a:b), spec.podCIDRs: Invalid value: ["10.0.0.0/24","a:b"]: may specify no more than one CIDR for each IP family]
            """)
    void ranges(String sentence, String ranges, String errors) {
        assertThat(new Refusals(CLUSTER.get(), Map.of())
                        .ofNew("v1 Node", "metadata: {name: a}, spec: {podCIDRs: [" + ranges + "]}"))
                .isEqualTo(errors);
    }
}
