package io.kubelayers.nucleus.admission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which plugins run, whichever layer brings them: upstream's
 * ({@code pkg/kubeapiserver/options/plugins.go}). Plugins that are not upstream's run behind those that are, in the order
 * in which they were given, and quota is charged last of all.
 */
public final class AdmissionOrder {
    private static final List<String> FIRST = List.of(
            "AlwaysAdmit",
            "NamespaceAutoProvision",
            "NamespaceLifecycle",
            "NamespaceExists",
            "LimitPodHardAntiAffinityTopology",
            "LimitRanger",
            "ServiceAccount",
            "NodeRestriction",
            "TaintNodesByCondition",
            "AlwaysPullImages",
            "ImagePolicyWebhook",
            "PodSecurity",
            "PodNodeSelector",
            "Priority",
            "DefaultTolerationSeconds",
            "PodTolerationRestriction",
            "EventRateLimit",
            "ExtendedResourceToleration",
            "DefaultStorageClass",
            "StorageObjectInUseProtection",
            "OwnerReferencesPermissionEnforcement",
            "PersistentVolumeClaimResize",
            "RuntimeClass",
            "CertificateApproval",
            "CertificateSigning",
            "ClusterTrustBundleAttest",
            "CertificateSubjectRestriction",
            "DefaultIngressClass",
            "DenyServiceExternalIPs",
            "PodTopologyLabels",
            "MutatingAdmissionPolicy",
            "MutatingAdmissionWebhook",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionWebhook");

    private static final String LAST = "ResourceQuota";

    private AdmissionOrder() {}

    /** Whether upstream has a plugin of that name, whether or not it is here. */
    public static boolean isUpstreams(String name) {
        return name.equals(LAST) || name.equals("AlwaysDeny") || FIRST.contains(name);
    }

    /** The plugins in the order in which they run. */
    public static List<AdmissionPlugin> sorted(List<AdmissionPlugin> plugins) {
        var sorted = new ArrayList<>(plugins);
        sorted.sort(Comparator.comparingInt(plugin -> place(plugin.name())));
        return sorted;
    }

    private static int place(String name) {
        if (name.equals(LAST)) {
            return FIRST.size() + 1;
        }
        int known = FIRST.indexOf(name);
        return known < 0 ? FIRST.size() : known;
    }
}
