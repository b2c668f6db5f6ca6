package io.kubelayers.nucleus.codec;

import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.testing.RoundTrips;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RoundTripTest {
    @TestFactory
    Stream<DynamicTest> everyKindOfTheNucleus() {
        return RoundTrips.tests(NucleusKinds.ALL, TypeRegistry.of(NucleusKinds.ALL));
    }
}
