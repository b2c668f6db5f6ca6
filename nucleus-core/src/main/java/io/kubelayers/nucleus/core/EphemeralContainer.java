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
 * A temporary container added to a running pod, usually for debugging. It is never restarted and cannot be removed
 * or changed.
 *
 * @param name DNS label, unique among all containers of the pod.
 * @param image Image reference to run, optionally with tag or digest.
 * @param command Entry point array, run without a shell; empty means the image's entry point.
 * @param args Arguments of the entry point; empty means the image's default arguments.
 * @param workingDir Working directory of the process; empty means the image's or runtime's default.
 * @param ports Not allowed for ephemeral containers.
 * @param envFrom ConfigMaps and Secrets whose keys become variables; later entries win, env overrides all.
 * @param env Environment variables, keyed by name.
 * @param resources Not allowed for ephemeral containers, which use spare resources of the pod.
 * @param resizePolicy Not allowed for ephemeral containers.
 * @param restartPolicy Not allowed for ephemeral containers, which are never restarted.
 * @param restartPolicyRules Not allowed for ephemeral containers.
 * @param volumeMounts Pod volumes mounted into the file system; sub-paths are not allowed.
 * @param volumeDevices Block volumes exposed as devices, keyed by device path.
 * @param livenessProbe Not allowed for ephemeral containers.
 * @param readinessProbe Not allowed for ephemeral containers.
 * @param startupProbe Not allowed for ephemeral containers.
 * @param lifecycle Not allowed for ephemeral containers.
 * @param terminationMessagePath File in the container from which the final status text is read; defaults to
 *     /dev/termination-log.
 * @param terminationMessagePolicy Where the final status text comes from; defaults to File.
 * @param imagePullPolicy When to pull; defaults to Always for a latest or missing tag, otherwise IfNotPresent.
 * @param securityContext Privilege and identity settings, which override those of the pod.
 * @param stdin True keeps a standard input buffer open; false gives end of file at once.
 * @param stdinOnce True closes standard input after the first attached client leaves.
 * @param tty True allocates a terminal for the container; requires stdin.
 * @param targetContainerName Container whose process namespace is shared; empty uses the pod's own arrangement.
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
        @Default("File") @Immutable @EnumValues(TerminationMessagePolicy.class) @Pb({1, 20}) @Nullable
                String terminationMessagePolicy,
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
