package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param name TODO-DOC
 * @param image TODO-DOC
 * @param command TODO-DOC
 * @param args TODO-DOC
 * @param workingDir TODO-DOC
 * @param ports TODO-DOC
 * @param envFrom TODO-DOC
 * @param env TODO-DOC
 * @param resources TODO-DOC
 * @param resizePolicy TODO-DOC
 * @param restartPolicy TODO-DOC
 * @param restartPolicyRules TODO-DOC
 * @param volumeMounts TODO-DOC
 * @param volumeDevices TODO-DOC
 * @param livenessProbe TODO-DOC
 * @param readinessProbe TODO-DOC
 * @param startupProbe TODO-DOC
 * @param lifecycle TODO-DOC
 * @param terminationMessagePath TODO-DOC
 * @param terminationMessagePolicy TODO-DOC
 * @param imagePullPolicy TODO-DOC
 * @param securityContext TODO-DOC
 * @param stdin TODO-DOC
 * @param stdinOnce TODO-DOC
 * @param tty TODO-DOC
 */
@RecordBuilder
public record Container(
    @Required @Immutable @Pb(1) String name,
    @Pb(2) @Nullable String image,
    @Atomic @Immutable @Pb(3) List<String> command,
    @Atomic @Immutable @Pb(4) List<String> args,
    @Immutable @Pb(5) @Nullable String workingDir,
    @ListMap({"containerPort", "protocol"}) @MergeKey("containerPort") @Immutable @Pb(6) List<ContainerPort> ports,
    @Atomic @Immutable @Pb(19) List<EnvFromSource> envFrom,
    @ListMap("name") @MergeKey("name") @Immutable @Pb(7) List<EnvVar> env,
    @Written @Immutable("except-resize-subresource") @Pb(8) ResourceRequirements resources,
    @Atomic @FeatureGate("InPlacePodVerticalScaling") @Pb(23) List<ContainerResizePolicy> resizePolicy,
    @EnumValues(value = ContainerRestartPolicy.class, closed = false) @Pb(24) @Nullable String restartPolicy,
    @Atomic @FeatureGate("ContainerRestartRules") @Pb(25) List<ContainerRestartRule> restartPolicyRules,
    @ListMap("mountPath") @MergeKey("mountPath") @Immutable @Pb(9) List<VolumeMount> volumeMounts,
    @ListMap("devicePath") @MergeKey("devicePath") @Pb(21) List<VolumeDevice> volumeDevices,
    @Immutable @Pb(10) @Nullable Probe livenessProbe,
    @Immutable @Pb(11) @Nullable Probe readinessProbe,
    @Immutable @Pb(22) @Nullable Probe startupProbe,
    @Immutable @Pb(12) @Nullable Lifecycle lifecycle,
    @Default("/dev/termination-log") @Immutable @Pb(13) @Nullable String terminationMessagePath,
    @Default("File") @Immutable @EnumValues(TerminationMessagePolicy.class) @Pb(20) @Nullable String terminationMessagePolicy,
    @Immutable @EnumValues(PullPolicy.class) @Pb(14) @Nullable String imagePullPolicy,
    @Pb(15) @Nullable SecurityContext securityContext,
    @Pb(16) boolean stdin,
    @Pb(17) boolean stdinOnce,
    @Pb(18) boolean tty)
    implements ContainerBuilder.With {
    public Container {
        name = Absent.text(name);
        image = Absent.optional(image);
        command = Absent.list(command);
        args = Absent.list(args);
        workingDir = Absent.optional(workingDir);
        ports = Absent.list(ports);
        envFrom = Absent.list(envFrom);
        env = Absent.list(env);
        resources = Absent.or(resources, ResourceRequirements.EMPTY);
        resizePolicy = Absent.list(resizePolicy);
        restartPolicyRules = Absent.list(restartPolicyRules);
        volumeMounts = Absent.list(volumeMounts);
        volumeDevices = Absent.list(volumeDevices);
        terminationMessagePath = Absent.optional(terminationMessagePath);
        terminationMessagePolicy = Absent.optional(terminationMessagePolicy);
        imagePullPolicy = Absent.optional(imagePullPolicy);
    }

}
