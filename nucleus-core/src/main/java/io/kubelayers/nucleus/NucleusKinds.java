package io.kubelayers.nucleus;

import io.kubelayers.nucleus.admissionregistration.AdmissionReview;
import io.kubelayers.nucleus.admissionregistration.MutatingWebhookConfiguration;
import io.kubelayers.nucleus.admissionregistration.ValidatingAdmissionPolicy;
import io.kubelayers.nucleus.admissionregistration.ValidatingAdmissionPolicyBinding;
import io.kubelayers.nucleus.admissionregistration.ValidatingWebhookConfiguration;
import io.kubelayers.nucleus.apiextensions.ConversionReview;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.apiregistration.APIService;
import io.kubelayers.nucleus.authentication.SelfSubjectReview;
import io.kubelayers.nucleus.authentication.TokenRequest;
import io.kubelayers.nucleus.authentication.TokenReview;
import io.kubelayers.nucleus.authorization.LocalSubjectAccessReview;
import io.kubelayers.nucleus.authorization.SelfSubjectAccessReview;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview;
import io.kubelayers.nucleus.authorization.SubjectAccessReview;
import io.kubelayers.nucleus.certificates.CertificateSigningRequest;
import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.core.Binding;
import io.kubelayers.nucleus.core.ComponentStatus;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeProxyOptions;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodAttachOptions;
import io.kubelayers.nucleus.core.PodExecOptions;
import io.kubelayers.nucleus.core.PodLogOptions;
import io.kubelayers.nucleus.core.PodPortForwardOptions;
import io.kubelayers.nucleus.core.PodProxyOptions;
import io.kubelayers.nucleus.core.RuntimeClass;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.core.ServiceAccount;
import io.kubelayers.nucleus.core.ServiceProxyOptions;
import io.kubelayers.nucleus.events.EventsV1Event;
import io.kubelayers.nucleus.meta.APIGroup;
import io.kubelayers.nucleus.meta.APIGroupList;
import io.kubelayers.nucleus.meta.APIResourceList;
import io.kubelayers.nucleus.meta.APIVersions;
import io.kubelayers.nucleus.meta.ApplyOptions;
import io.kubelayers.nucleus.meta.CreateOptions;
import io.kubelayers.nucleus.meta.DeleteOptions;
import io.kubelayers.nucleus.meta.GetOptions;
import io.kubelayers.nucleus.meta.ListOptions;
import io.kubelayers.nucleus.meta.PartialObjectMetadata;
import io.kubelayers.nucleus.meta.PatchOptions;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.meta.Table;
import io.kubelayers.nucleus.meta.TableOptions;
import io.kubelayers.nucleus.meta.UpdateOptions;
import io.kubelayers.nucleus.resource.DeviceClass;
import io.kubelayers.nucleus.resource.ResourceClaim;
import io.kubelayers.nucleus.resource.ResourceClaimTemplate;
import io.kubelayers.nucleus.resource.ResourceSlice;
import io.kubelayers.nucleus.storage.CSIDriver;
import io.kubelayers.nucleus.storage.CSINode;
import io.kubelayers.nucleus.storage.VolumeAttachment;
import java.util.List;

/** The kinds of the nucleus: what a {@link io.kubelayers.nucleus.types.TypeRegistry} of layer 1 is made of. */
public final class NucleusKinds {
    /** Every record with a kind, in order of group priority. */
    public static final List<Class<?>> ALL = List.of(
            Binding.class,
            ComponentStatus.class,
            ConfigMap.class,
            Event.class,
            Namespace.class,
            Node.class,
            PersistentVolume.class,
            PersistentVolumeClaim.class,
            Pod.class,
            RuntimeClass.class,
            Secret.class,
            ServiceAccount.class,
            EventsV1Event.class,
            SelfSubjectReview.class,
            TokenReview.class,
            LocalSubjectAccessReview.class,
            SelfSubjectAccessReview.class,
            SelfSubjectRulesReview.class,
            SubjectAccessReview.class,
            CertificateSigningRequest.class,
            CSIDriver.class,
            CSINode.class,
            VolumeAttachment.class,
            MutatingWebhookConfiguration.class,
            ValidatingAdmissionPolicy.class,
            ValidatingAdmissionPolicyBinding.class,
            ValidatingWebhookConfiguration.class,
            CustomResourceDefinition.class,
            APIService.class,
            Lease.class,
            DeviceClass.class,
            ResourceClaim.class,
            ResourceClaimTemplate.class,
            ResourceSlice.class,
            NodeProxyOptions.class,
            PodAttachOptions.class,
            PodExecOptions.class,
            PodLogOptions.class,
            PodPortForwardOptions.class,
            PodProxyOptions.class,
            Scale.class,
            ServiceProxyOptions.class,
            APIGroup.class,
            APIGroupList.class,
            APIResourceList.class,
            APIVersions.class,
            ApplyOptions.class,
            CreateOptions.class,
            DeleteOptions.class,
            GetOptions.class,
            ListOptions.class,
            PartialObjectMetadata.class,
            PatchOptions.class,
            Status.class,
            Table.class,
            TableOptions.class,
            UpdateOptions.class,
            TokenRequest.class,
            AdmissionReview.class,
            ConversionReview.class);

    private NucleusKinds() {}
}
