package io.kubelayers.nucleus.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.apiextensions.JSONSchemaPropsBuilder;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.ProbeBuilder;
import io.kubelayers.nucleus.core.TCPSocketAction;
import io.kubelayers.nucleus.value.Bytes;
import io.kubelayers.nucleus.value.IntOrString;
import io.kubelayers.testing.QuietCluster;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownValueTest {
    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of();

    private static Object port(IntOrString port) {
        var probe = ProbeBuilder.builder()
                .tcpSocket(new TCPSocketAction(port, null))
                .build();
        var container =
                ContainerBuilder.builder().name("a").livenessProbe(probe).build();
        return ShownValue.of(container);
    }

    @Test
    void portsAreNumbersOrNames() {
        assertThat(port(IntOrString.of(80)).toString()).contains("TCPSocket={Port=80, Host=}");
        assertThat(port(IntOrString.of("http")).toString()).contains("TCPSocket={Port=http, Host=}");
        assertThat(JsonText.of(port(IntOrString.of(80)))).contains("\"Port\":80,");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            resources: {}                             | {"AccessModes":null,"Selector":null,"Resources":{"Limits":null,"Requests":null}
            resources: {limits: {}}, accessModes: []  | {"AccessModes":[],"Selector":null,"Resources":{"Limits":{},"Requests":null}
            """)
    void whatWasSentEmptyIsNotWhatWasNotSent(String spec, String shown) {
        var claim = (PersistentVolumeClaim)
                CLUSTER.object("{apiVersion: v1, kind: PersistentVolumeClaim}", "spec: {" + spec + "}");
        assertThat(JsonText.of(ShownValue.of(claim.spec()))).startsWith(shown);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "gcePersistentDisk, GCEPersistentDisk",
        "awsElasticBlockStore, AWSElasticBlockStore",
        "cephfs, CephFS",
        "storageos, StorageOS",
        "pdName, PDName",
        "wwids, WWIDs",
        "iscsiInterface, ISCSIInterface",
        "gmsaCredentialSpec, GMSACredentialSpec",
        "gmsaCredentialSpecName, GMSACredentialSpecName",
        "seLinuxOptions, SELinuxOptions",
        "volumeMode, VolumeMode"
    })
    void shortNamesAreSpeltInCapitals(String name, String inGo) {
        assertThat(GoNames.of(name)).isEqualTo(inGo);
    }

    @Test
    void bytesOfAnEmptyTextAreNotWhatWasNotSent() {
        assertThat(ShownValue.of(Bytes.EMPTY)).isNull();
        assertThat(ShownValue.of(Bytes.base64(""))).isEqualTo("");
        assertThat(Bytes.base64("")).isEqualTo(Bytes.EMPTY);
    }

    @Test
    void jsonOfSomebodysOwnIsShownAsItIs() {
        var schema = JSONSchemaPropsBuilder.builder()
                .defaultValue(Map.of("a", Map.of()))
                .build();
        assertThat(JsonText.of(ShownValue.of(schema))).contains("\"Default\":{\"a\":{}}");
    }
}
