package io.kubelayers.interfaces.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.governance.GovernanceKinds;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The set of printers is complete. */
class PrintersTest {
    private static final TypeRegistry TYPES =
            TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL).withAll(GovernanceKinds.ALL);

    @Test
    void everyKindWithColumnsOfItsOwnHasAPrinterOfItsOwn() {
        var without = new ArrayList<String>();
        for (ResourceType type : TYPES.resources()) {
            if (!PlainRow.suits(type.columns()) && !Printers.has(type.record())) {
                without.add(type.groupResource() + " " + type.columns());
            }
        }

        assertThat(without).isEmpty();
        assertThat(TYPES.resources()).hasSizeGreaterThan(60);
    }

    @Test
    void aKindWithoutColumnsShowsNameAndAge() {
        var type = TYPES.resolve("controllerrevisions").orElseThrow().withColumns(List.of());

        assertThat(TableText.of(Tables.of(type.withRecord(null), List.of(), Instant.EPOCH)))
                .isEqualTo("NAME   AGE\n");
    }
}
