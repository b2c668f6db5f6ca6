package io.kubelayers.nucleus.cluster;

import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.aggregation.CustomServices;
import io.kubelayers.nucleus.aggregation.LocalServices;
import io.kubelayers.nucleus.certificates.CertificateApproval;
import io.kubelayers.nucleus.certificates.CertificateRequester;
import io.kubelayers.nucleus.certificates.CertificateSigning;
import io.kubelayers.nucleus.certificates.CertificateSubjectRestriction;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.NamespaceBuilder;
import io.kubelayers.nucleus.definition.CustomResourceDefinitionRules;
import io.kubelayers.nucleus.device.DeviceAdminAccess;
import io.kubelayers.nucleus.device.DeviceRules;
import io.kubelayers.nucleus.events.EventExpiry;
import io.kubelayers.nucleus.events.EventsV1Converter;
import io.kubelayers.nucleus.gc.GarbageCollector;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.OwnerReference;
import io.kubelayers.nucleus.namespace.NamespaceController;
import io.kubelayers.nucleus.namespace.NamespaceLifecycle;
import io.kubelayers.nucleus.namespace.NamespaceRules;
import io.kubelayers.nucleus.node.NodeRules;
import io.kubelayers.nucleus.nodelifecycle.DefaultTolerationSeconds;
import io.kubelayers.nucleus.nodelifecycle.NodeLifecycleControllers;
import io.kubelayers.nucleus.nodelifecycle.TaintNodesByCondition;
import io.kubelayers.nucleus.pod.BindingResource;
import io.kubelayers.nucleus.pod.BindingSubresource;
import io.kubelayers.nucleus.pod.PodCollector;
import io.kubelayers.nucleus.pod.PodRules;
import io.kubelayers.nucleus.pod.PodTopologyLabels;
import io.kubelayers.nucleus.podstream.AttachSubresource;
import io.kubelayers.nucleus.podstream.ExecSubresource;
import io.kubelayers.nucleus.podstream.LogSubresource;
import io.kubelayers.nucleus.podstream.NodeProxy;
import io.kubelayers.nucleus.podstream.PodPlace;
import io.kubelayers.nucleus.podstream.PodProxy;
import io.kubelayers.nucleus.podstream.PortForwardSubresource;
import io.kubelayers.nucleus.rules.NucleusRules;
import io.kubelayers.nucleus.rules.PolicyParameterAccess;
import io.kubelayers.nucleus.runtimeclass.RuntimeClassAdmission;
import io.kubelayers.nucleus.secret.SecretRules;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.SubresourceHandler;
import io.kubelayers.nucleus.server.VersionConverter;
import io.kubelayers.nucleus.server.VirtualResource;
import io.kubelayers.nucleus.serviceaccount.ServiceAccountAdmission;
import io.kubelayers.nucleus.serviceaccount.ServiceAccountControllers;
import io.kubelayers.nucleus.storage.CSIDriverRules;
import io.kubelayers.nucleus.storage.CSINodeRules;
import io.kubelayers.nucleus.storage.VolumeAttachmentRules;
import io.kubelayers.nucleus.store.IndexDefinition;
import io.kubelayers.nucleus.volume.PersistentVolumeClaimRules;
import io.kubelayers.nucleus.volume.PersistentVolumeRules;
import io.kubelayers.nucleus.volume.ProtectionControllers;
import io.kubelayers.nucleus.volume.StorageObjectInUseProtection;
import java.util.ArrayList;
import java.util.List;

/** The nucleus as a layer: always there, always first. */
final class NucleusLayer implements Layer {
    /** Namespaces that every cluster has. */
    private static final List<String> NAMESPACES = List.of("default", "kube-node-lease", "kube-public", "kube-system");

    private final List<Controller> nodeAgent;
    private final boolean nodesWatched;
    private final boolean controllers;

    /**
     * The layer.
     *
     * @param nodeAgent who runs pods; empty if nobody does
     * @param nodesWatched whether somebody taints nodes that don't report
     * @param controllers whether controllers run in the cluster at all
     */
    NucleusLayer(List<Controller> nodeAgent, boolean nodesWatched, boolean controllers) {
        this.nodeAgent = nodeAgent;
        this.nodesWatched = nodesWatched;
        this.controllers = controllers;
    }

    @Override
    public String name() {
        return "nucleus";
    }

    @Override
    public List<Class<?>> kinds() {
        return NucleusKinds.ALL;
    }

    @Override
    public List<KindRules<?>> rules(LayerContext context) {
        var rules = new ArrayList<>(NucleusRules.all());
        rules.addAll(DeviceRules.all());
        rules.addAll(List.of(
                new NamespaceRules(),
                new PodRules(),
                new NodeRules(),
                new SecretRules(),
                new PersistentVolumeRules(),
                new PersistentVolumeClaimRules(),
                new VolumeAttachmentRules(),
                new CSIDriverRules(),
                new CSINodeRules(),
                new CustomResourceDefinitionRules()));
        return rules;
    }

    @Override
    public List<AdmissionPlugin> admission(LayerContext context) {
        var plugins = new ArrayList<AdmissionPlugin>(List.of(
                new NamespaceLifecycle(context.informers()),
                new ServiceAccountAdmission(context.informers(), context.runtime(), controllers),
                new DefaultTolerationSeconds(),
                new StorageObjectInUseProtection(),
                new RuntimeClassAdmission(context.informers()),
                new CertificateApproval(context.authorizer()),
                new CertificateSigning(context.authorizer()),
                new CertificateSubjectRestriction(),
                new PodTopologyLabels(context.informers()),
                new CertificateRequester(),
                new DeviceAdminAccess(context.informers()),
                new PolicyParameterAccess(context.informers(), context.authorizer(), context.client()::types)));
        if (nodesWatched || !controllers) {
            plugins.add(new TaintNodesByCondition());
        }
        return plugins;
    }

    @Override
    public List<SubresourceHandler> subresources(LayerContext context) {
        var place = new PodPlace(context.informers(), context.link());
        return List.of(
                new BindingSubresource(context.objects(), context.runtime()),
                new LogSubresource(place, context.runtime()),
                new ExecSubresource(place),
                new AttachSubresource(place),
                new PortForwardSubresource(place),
                new PodProxy(place),
                new NodeProxy(place, context.informers()));
    }

    @Override
    public List<VirtualResource> virtualResources(LayerContext context) {
        return List.of(new BindingResource(new BindingSubresource(context.objects(), context.runtime())));
    }

    @Override
    public List<VersionConverter<?, ?>> converters() {
        return List.of(new EventsV1Converter());
    }

    @Override
    public List<Controller> controllers() {
        var all = new ArrayList<>(ServiceAccountControllers.all());
        all.addAll(nodeAgent);
        if (nodesWatched) {
            all.addAll(NodeLifecycleControllers.all());
        }
        all.add(NamespaceController.controller());
        all.add(GarbageCollector.controller());
        all.add(PodCollector.controller());
        all.add(EventExpiry.controller());
        all.addAll(ProtectionControllers.all());
        all.addAll(Unenforced.controllers());
        all.add(CustomServices.controller());
        return all;
    }

    @Override
    public List<IndexDefinition> indexes() {
        return List.of(
                Indexes.podsByNode(),
                Indexes.eventsByKey(),
                new IndexDefinition(Indexes.BY_OWNER, IndexDefinition.EVERY_RESOURCE, NucleusLayer::owners),
                new IndexDefinition(Indexes.BY_CONTROLLER, IndexDefinition.EVERY_RESOURCE, object -> object.metadata()
                        .controllerOwner()
                        .map(OwnerReference::uid)
                        .map(List::of)
                        .orElse(List.of())));
    }

    private static List<String> owners(KubernetesObject object) {
        var owners = object.metadata().ownerReferences();
        return owners.isEmpty()
                ? List.of()
                : owners.stream().map(OwnerReference::uid).toList();
    }

    @Override
    public void bootstrap(Client admin) {
        LocalServices.builtIn(admin.types()).forEach(admin::create);
        for (var name : NAMESPACES) {
            admin.on(Namespace.class)
                    .create(NamespaceBuilder.builder()
                            .metadata(ObjectMetaBuilder.builder().name(name).build())
                            .build());
        }
    }
}
