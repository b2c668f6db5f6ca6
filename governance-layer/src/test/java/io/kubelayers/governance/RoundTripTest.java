package io.kubelayers.governance;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.testing.RoundTrips;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RoundTripTest {
    private static final TypeRegistry TYPES =
            TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL).withAll(GovernanceKinds.ALL);

    @TestFactory
    Stream<DynamicTest> everyKindOfTheApplicationLayer() {
        return RoundTrips.tests(ApplicationKinds.ALL, TYPES);
    }

    @TestFactory
    Stream<DynamicTest> everyKindOfTheGovernanceLayer() {
        return RoundTrips.tests(GovernanceKinds.ALL, TYPES);
    }
}
