package io.kubelayers.nucleus.gc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.OwnerReference;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnerReferencesPermissionEnforcementTest {
    private static final TypeRegistry TYPES = TypeRegistry.of(NucleusKinds.ALL);

    private static void check(Predicate<AccessRequest> allowed, ConfigMap object, @Nullable ConfigMap old) {
        Authorizer authorizer = access ->
                allowed.test(access) ? AccessDecision.allow("test", "") : AccessDecision.noOpinion("test", "no rule");
        new OwnerReferencesPermissionEnforcement(authorizer, () -> TYPES)
                .validate(new AdmissionRequest(
                        old == null ? Operation.CREATE : Operation.UPDATE,
                        ResourceType.of(ConfigMap.class),
                        "",
                        "default",
                        "child",
                        object,
                        old,
                        Users.user("jane"),
                        false));
    }

    private static ConfigMap child(OwnerReference... owners) {
        return ConfigMapBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("child")
                        .ownerReferences(List.of(owners))
                        .build())
                .build();
    }

    private static OwnerReference owner(String kind, boolean blocks) {
        return new OwnerReference("v1", kind, "owner", "uid", null, blocks);
    }

    @Test
    void ownersThatStayNeedNoPermission() {
        check(access -> false, child(owner("Pod", true)), child(owner("Pod", true)));
    }

    @Test
    void whoMayNotDeleteTheObjectMayNotChangeItsOwners() {
        assertThatThrownBy(() -> check(access -> false, child(owner("Pod", false)), null))
                .hasMessage(
                        "configmaps \"child\" is forbidden: cannot set an ownerRef on a resource you can't delete: no"
                                + " rule, <nil>");
        check(access -> access.verb().equals("delete"), child(owner("Pod", false)), null);
    }

    @Test
    void whoMakesAnOwnerWaitMustBeAllowedToUpdateItsFinalizers() {
        Predicate<AccessRequest> delete = access -> access.verb().equals("delete");
        assertThatThrownBy(() -> check(delete, child(owner("Pod", true)), child(owner("Pod", false))))
                .hasMessageContaining(
                        "cannot set blockOwnerDeletion if an ownerReference refers to a resource you can't"
                                + " set finalizers on: no rule, <nil>");
        check(
                delete.or(access -> access.resource().equals("pods")
                        && access.subresource().equals("finalizers")
                        && access.name().equals("owner")),
                child(owner("Pod", true)),
                null);
    }

    @Test
    void anOwnerOfAnUnknownKindCanNotBeMadeToWait() {
        assertThatThrownBy(() -> check(access -> true, child(owner("Widget", true)), null))
                .hasMessageContaining("cannot find RESTMapping for APIVersion v1 Kind Widget");
    }
}
