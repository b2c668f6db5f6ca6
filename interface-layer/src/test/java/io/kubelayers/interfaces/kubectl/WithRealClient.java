package io.kubelayers.interfaces.kubectl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * Tests with kubectl or helm on a cluster of the class's own. They mostly wait for other processes, so that such a class runs
 * beside other classes; its tests run one after the other, since they share the cluster.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ServedCluster.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(providers = WithRealClient.ItsCluster.class)
@interface WithRealClient {
    /** What tests of a class share. */
    final class ItsCluster implements ResourceLocksProvider {
        @Override
        public Set<Lock> provideForClass(Class<?> testClass) {
            return Set.of(new Lock("cluster of " + testClass.getName()));
        }
    }
}
