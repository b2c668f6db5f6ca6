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
 * @param targetContainerName TODO-DOC
 */
@RecordBuilder
public record EphemeralContainer(
    @Required @Pb({1, 1}) String name,
    @Pb({1, 2}) @Nullable String image,
    @Atomic @Immutable @Pb({1, 3}) List<String> command,
    @Atomic @Immutable @Pb({1, 4}) List<String> args,
    @Immutable @Pb({1, 5}) @Nullable String workingDir,
    @ListMap({"containerPort", "protocol"}) @MergeKey("containerPort") @Pb({1, 6}) List<ContainerPort> ports,
    @Atomic @Immutable @Pb({1, 19}) List<EnvFromSource> envFrom,
    @ListMap("name") @MergeKey("name") @Immutable @Pb({1, 7}) List<EnvVar> env,
    @Written @Pb({1, 8}) ResourceRequirements resources,
    @Atomic @FeatureGate("InPlacePodVerticalScaling") @Pb({1, 23}) List<ContainerResizePolicy> resizePolicy,
    @EnumValues(value = ContainerRestartPolicy.class, closed = false) @Pb({1, 24}) @Nullable String restartPolicy,
    @Atomic @FeatureGate("ContainerRestartRules") @Pb({1, 25}) List<ContainerRestartRule> restartPolicyRules,
    @ListMap("mountPath") @MergeKey("mountPath") @Immutable @Pb({1, 9}) List<VolumeMount> volumeMounts,
    @ListMap("devicePath") @MergeKey("devicePath") @Pb({1, 21}) List<VolumeDevice> volumeDevices,
    @Pb({1, 10}) @Nullable Probe livenessProbe,
    @Pb({1, 11}) @Nullable Probe readinessProbe,
    @Pb({1, 22}) @Nullable Probe startupProbe,
    @Pb({1, 12}) @Nullable Lifecycle lifecycle,
    @Default("/dev/termination-log") @Immutable @Pb({1, 13}) @Nullable String terminationMessagePath,
    @Default("File") @Immutable @EnumValues(TerminationMessagePolicy.class) @Pb({1, 20}) @Nullable String terminationMessagePolicy,
    @Immutable @EnumValues(PullPolicy.class) @Pb({1, 14}) @Nullable String imagePullPolicy,
    @Pb({1, 15}) @Nullable SecurityContext securityContext,
    @Pb({1, 16}) boolean stdin,
    @Pb({1, 17}) boolean stdinOnce,
    @Pb({1, 18}) boolean tty,
    @Pb(2) @Nullable String targetContainerName)
    implements EphemeralContainerBuilder.With {
    public EphemeralContainer {
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
        targetContainerName = Absent.optional(targetContainerName);
    }

}
