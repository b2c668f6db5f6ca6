package io.kubelayers.nucleus.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.PersistentVolumeClaimSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the two fields for the source of a claim ({@code pkg/api/persistentvolumeclaim/util.go}). */
class PersistentVolumeClaimRulesTest {
    private static Cluster cluster;

    private final PersistentVolumeClaimRules rules = new PersistentVolumeClaimRules();

    @BeforeAll
    static void start() {
        cluster = Cluster.builder().withoutControllers().start();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            each stands for the other    | dataSource: {kind: PersistentVolumeClaim, name: a}                                           | dataSource: {kind: PersistentVolumeClaim, name: a}, dataSourceRef: {kind: PersistentVolumeClaim, name: a}
            the newer one too            | dataSourceRef: {apiGroup: e.com, kind: Disk, name: a}                                        | dataSource: {apiGroup: e.com, kind: Disk, name: a}, dataSourceRef: {apiGroup: e.com, kind: Disk, name: a}
            odd sources are ignored      | dataSource: {apiGroup: e.com, kind: Disk, name: a}                                           | ''
            but not beside the newer one | dataSource: {apiGroup: e.com, kind: Disk, name: a}, dataSourceRef: {kind: Disk, name: b}     | dataSource: {apiGroup: e.com, kind: Disk, name: a}, dataSourceRef: {kind: Disk, name: b}
            namespaces are behind a gate | dataSourceRef: {kind: PersistentVolumeClaim, name: a, namespace: other}                      | ''
            """)
    void ofNewClaims(String what, String sent, String stored) {
        assertThat(rules.prepareForCreate(claim(sent)).spec()).as(what).isEqualTo(spec(stored));
        assertThat(rules.prepareForUpdate(claim(sent), claim("")).spec()).isEqualTo(spec(stored));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            a source that is there stays       | dataSource: {apiGroup: e.com, kind: Disk, name: a} | dataSource: {apiGroup: e.com, kind: Disk, name: a} | dataSource: {apiGroup: e.com, kind: Disk, name: a}, dataSourceRef: {apiGroup: e.com, kind: Disk, name: a}
            as does one by the newer field     | dataSourceRef: {apiGroup: e.com, kind: Disk, name: a} | dataSource: {apiGroup: e.com, kind: Disk, name: a} | dataSource: {apiGroup: e.com, kind: Disk, name: a}, dataSourceRef: {apiGroup: e.com, kind: Disk, name: a}
            who wants another one will be told | dataSourceRef: {kind: Disk, name: a} | dataSourceRef: {kind: Disk, name: a, namespace: b} | dataSourceRef: {kind: Disk, name: a, namespace: b}
            """)
    void ofThoseThatAreThere(String what, String old, String sent, String stored) {
        assertThat(rules.prepareForUpdate(claim(sent), claim(old)).spec())
                .as(what)
                .isEqualTo(spec(stored));
    }

    @Test
    void whereTheOldSourceNamesAGroupTheNewOneMayNameAny() {
        var usual = "accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, ";
        var odd = claim(usual + "dataSource: {apiGroup: Bad_, kind: Disk, name: a}");
        assertThat(rules.validate(odd)).hasSize(1).first().asString().startsWith("spec.dataSource.apiGroup: Invalid");

        var grouped = claim(usual + "dataSource: {apiGroup: e.com, kind: Disk, name: a}");
        assertThat(rules.validateUpdate(odd, grouped))
                .singleElement()
                .asString()
                .startsWith("spec: Forbidden: spec is immutable");
        assertThat(rules.validateUpdate(odd, claim(usual)))
                .first()
                .asString()
                .startsWith("spec.dataSource.apiGroup: Invalid");
    }

    private static PersistentVolumeClaimSpec spec(String content) {
        return claim(content).spec();
    }

    private static PersistentVolumeClaim claim(String content) {
        var yaml = "{apiVersion: v1, kind: PersistentVolumeClaim, spec: {" + content + "}}";
        return (PersistentVolumeClaim)
                Codec.of(cluster.types()).readAll(yaml, ReadOptions.strict()).get(0);
    }
}
