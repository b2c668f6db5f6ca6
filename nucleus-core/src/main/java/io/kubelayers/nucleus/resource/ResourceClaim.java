package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Limits;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.NamedType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.RawObject;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.Condition;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for devices that pods then use; the scheduler allocates them.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted devices; cannot change.
 * @param status What was allocated and who uses it.
 */
@Kind(
        group = "resource.k8s.io",
        version = "v1",
        plural = "resourceclaims",
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {@Column(name = "Name", format = "name"), @Column(name = "State"), @Column(name = "Age")})
@RecordBuilder
public record ResourceClaim(
        @Written @Pb(1) ObjectMeta metadata,
        @Required @Immutable @Pb(2) ResourceClaimSpec spec,
        @Written @Pb(3) Status status)
        implements KubernetesObject, ResourceClaimBuilder.With {
    public ResourceClaim {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, ResourceClaimSpec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public ResourceClaim withMetadata(ObjectMeta metadata) {
        return ResourceClaimBuilder.With.super.withMetadata(metadata);
    }

    /**
     * What a claim has got and who uses it.
     *
     * @param allocation Devices allocated; null while there are none.
     * @param reservedFor Users of the claim, up to 256; pods must be listed before they start.
     * @param devices State of allocated devices as their drivers report it.
     */
    @TypeName("ResourceClaimStatus")
    @RecordBuilder
    public record Status(
            @Pb(1) @Nullable AllocationResult allocation,
            @ListMap("uid") @MergeKey("uid") @Limits(maxItems = 256) @Pb(2) List<ConsumerReference> reservedFor,
            @ListMap({"driver", "device", "pool", "shareID"}) @FeatureGate("DRAResourceClaimDeviceStatus") @Pb(4)
                    List<AllocatedDeviceStatus> devices)
            implements ResourceClaimStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null, null, null);

        public Status {
            reservedFor = Absent.list(reservedFor);
            devices = Absent.list(devices);
        }
    }

    /**
     * A user of a claim, normally a pod.
     *
     * @param apiGroup API group of the user; empty is the core group.
     * @param resource Plural resource name, such as pods.
     * @param name Name of the user.
     * @param uid Unique identifier of the user.
     */
    @TypeName("ResourceClaimConsumerReference")
    @RecordBuilder
    public record ConsumerReference(
            @Pb(1) @Nullable String apiGroup,
            @Required @Pb(3) String resource,
            @Required @Pb(4) String name,
            @NamedType("types.UID") @Required @Pb(5) String uid)
            implements ResourceClaimConsumerReferenceBuilder.With {
        public ConsumerReference {
            apiGroup = Absent.optional(apiGroup);
            resource = Absent.text(resource);
            name = Absent.text(name);
            uid = Absent.text(uid);
        }
    }

    /**
     * State of one allocated device as its driver reports it.
     *
     * @param driver Driver of the device.
     * @param pool Pool of the device.
     * @param device Name of the device in its pool.
     * @param shareID UUID of the share of a shared device; null if it is not shared.
     * @param conditions Latest conditions, one a type, up to 8.
     * @param data Free data of the driver, up to 10 KiB; null for none.
     * @param networkData Network details; null if it is no network device.
     */
    @RecordBuilder
    public record AllocatedDeviceStatus(
            @Required @Pb(1) String driver,
            @Required @Pb(2) String pool,
            @Required @Pb(3) String device,
            @FeatureGate("DRAConsumableCapacity") @Limits(format = "k8s-uuid") @Pb(7) @Nullable String shareID,
            @Written @ListMap("type") @Pb(4) List<Condition> conditions,
            @RawObject @Pb(5) @Nullable Object data,
            @Pb(6) @Nullable NetworkDeviceData networkData)
            implements ResourceClaimAllocatedDeviceStatusBuilder.With {
        public AllocatedDeviceStatus {
            driver = Absent.text(driver);
            pool = Absent.text(pool);
            device = Absent.text(device);
            conditions = Absent.list(conditions);
        }
    }

    /**
     * Network details of an allocated device.
     *
     * @param interfaceName Interface name in the pod, up to 256 characters; may be empty.
     * @param ips Addresses in CIDR form with prefix length, up to 16.
     * @param hardwareAddress Hardware address, such as a MAC, up to 128 characters; may be empty.
     */
    @RecordBuilder
    public record NetworkDeviceData(
            @Limits(maxLength = 256) @Pb(1) @Nullable String interfaceName,
            @Atomic @Limits(maxItems = 16) @Pb(2) List<String> ips,
            @Limits(maxLength = 128) @Pb(3) @Nullable String hardwareAddress)
            implements ResourceClaimNetworkDeviceDataBuilder.With {
        public NetworkDeviceData {
            interfaceName = Absent.optional(interfaceName);
            ips = Absent.list(ips);
            hardwareAddress = Absent.optional(hardwareAddress);
        }
    }
}
