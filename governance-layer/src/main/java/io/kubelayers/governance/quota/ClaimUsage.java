package io.kubelayers.governance.quota;

import io.kubelayers.governance.quota.ResourceQuota.ScopeSelectorOperator;
import io.kubelayers.governance.quota.ResourceQuota.ScopedResourceSelectorRequirement;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Persistent volume claims: charged for the storage they request, in all and for each storage class.
 *
 * <p>The quota name {@code gold.storageclass.storage.k8s.io/requests.storage} tracks the claims of one class. Source:
 * pkg/quota/v1/evaluator/core/persistent_volume_claims.go.
 */
final class ClaimUsage implements UsageEvaluator {
    static final ClaimUsage EVALUATOR = new ClaimUsage();

    private static final GroupResource CLAIMS = new GroupResource("", ResourceName.PERSISTENTVOLUMECLAIMS);
    private static final String OF_CLASS = ".storageclass.storage.k8s.io/";
    private static final String LEGACY_CLASS = "volume.beta.kubernetes.io/storage-class";

    private ClaimUsage() {}

    @Override
    public GroupResource resource() {
        return CLAIMS;
    }

    @Override
    public boolean tracks(String quotaName) {
        return quotaName.equals(CLAIMS.countName())
                || isClaimName(quotaName)
                || quotaName.endsWith(OF_CLASS + ResourceName.PERSISTENTVOLUMECLAIMS)
                || quotaName.endsWith(OF_CLASS + ResourceName.REQUESTS_STORAGE);
    }

    private static boolean isClaimName(String quotaName) {
        return quotaName.equals(ResourceName.PERSISTENTVOLUMECLAIMS) || quotaName.equals(ResourceName.REQUESTS_STORAGE);
    }

    /** Updates as well, since claims grow; their status too, since it tells how far they have grown. */
    @Override
    public boolean handles(QuotaRequest request) {
        return switch (request.subresource()) {
            case "" -> request.isCreate() || request.isUpdate();
            case "status" -> request.isUpdate();
            default -> false;
        };
    }

    @Override
    public Map<String, Quantity> usage(KubernetesObject object, Instant now) {
        var claim = (PersistentVolumeClaim) object;
        var usage = new TreeMap<String, Quantity>();
        usage.put(CLAIMS.countName(), Amounts.one());
        charge(ResourceName.PERSISTENTVOLUMECLAIMS, Amounts.one(), claim, usage);
        var storage = storage(claim);
        if (storage != null) {
            charge(ResourceName.REQUESTS_STORAGE, storage, claim, usage);
        }
        return usage;
    }

    private static void charge(String name, Quantity amount, PersistentVolumeClaim claim, Map<String, Quantity> usage) {
        usage.put(name, amount);
        var storageClass = storageClass(claim);
        if (!storageClass.isEmpty()) {
            usage.put(storageClass + OF_CLASS + name, amount);
        }
    }

    private static String storageClass(PersistentVolumeClaim claim) {
        var legacy = claim.metadata().annotations().get(LEGACY_CLASS);
        return legacy != null ? legacy : Absent.text(claim.spec().storageClassName());
    }

    /** What is requested, or allocated if that is more (a shrunk request after a failed growth), in whole bytes. */
    private static @Nullable Quantity storage(PersistentVolumeClaim claim) {
        var requested = claim.spec().resources().requests().get(ResourceName.STORAGE);
        if (requested == null) {
            return null;
        }
        var whole = requested.roundUp(0);
        var allocated = claim.status().allocatedResources().get(ResourceName.STORAGE);
        return allocated != null && allocated.compareTo(whole) > 0 ? allocated.roundUp(0) : whole;
    }

    @Override
    public boolean hasScopes() {
        return true;
    }

    /** Only the VolumeAttributesClass scope: any class the claim has, wants or is moving to. */
    @Override
    public boolean inScope(ScopedResourceSelectorRequirement scope, KubernetesObject object) {
        if (!ScopeSelection.isVolumeAttributesClass(scope)) {
            return false;
        }
        var classes = attributesClasses((PersistentVolumeClaim) object);
        if (scope.operator().equals(ScopeSelectorOperator.EXISTS)) {
            return !classes.isEmpty();
        }
        return classes.isEmpty()
                ? ScopeSelection.chooses(scope, "")
                : classes.stream().anyMatch(name -> ScopeSelection.chooses(scope, name));
    }

    private static Set<String> attributesClasses(PersistentVolumeClaim claim) {
        var names = new TreeSet<String>();
        addName(claim.spec().volumeAttributesClassName(), names);
        addName(claim.status().currentVolumeAttributesClassName(), names);
        var moving = claim.status().modifyVolumeStatus();
        if (moving != null) {
            addName(moving.targetVolumeAttributesClassName(), names);
        }
        return names;
    }

    private static void addName(@Nullable String name, Set<String> names) {
        if (name != null && !name.isEmpty()) {
            names.add(name);
        }
    }
}
