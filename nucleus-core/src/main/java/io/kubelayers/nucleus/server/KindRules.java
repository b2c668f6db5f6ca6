package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.meta.DeleteOptions;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.NameRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a kind does beyond the ordinary: defaults, checks, and what a write may change. Upstream calls this a strategy
 * ({@code registry/.../strategy.go}). All methods are pure functions of their arguments; a layer contributes the rules of
 * its kinds.
 *
 * <p>The ordinary, which the server does for every kind: names and metadata, uid, timestamps, generation (for kinds with a
 * status), keeping status out of main updates and everything else out of status updates.
 *
 * @param <T> the kind
 */
public interface KindRules<T extends KubernetesObject> {
    Class<T> type();

    /** What the names of its objects may look like. */
    default NameRule nameRule() {
        return NameRule.DNS_SUBDOMAIN;
    }

    /** The same, where versions of a kind differ in it. */
    default NameRule nameRule(ResourceType asked) {
        return nameRule();
    }

    /** Whether finalizers without a domain are refused, but for those of Kubernetes; kinds that came with extensions let them pass. */
    default boolean refusesPlainFinalizers() {
        return true;
    }

    /** The object with defaults filled in, beyond those that the field annotations state. */
    default T defaulted(T object) {
        return object;
    }

    /** What a create stores, given what was sent (for example: status reset to its first value). */
    default T prepareForCreate(T object) {
        return object;
    }

    /** The same, of a kind that notes who asked for it. */
    default T prepareForCreate(T object, UserInfo user) {
        return prepareForCreate(object);
    }

    /** Its fields of features that are off, which the server drops before it prepares what was sent. */
    default GatedFields gatedFields() {
        return GatedFields.NONE;
    }

    /** What upstream's conversion finds wrong with an object, before anything else is asked of it; null if nothing. */
    default @Nullable String unreadable(T object) {
        return null;
    }

    /** Whether a name that the server makes of {@code generateName} ends in random letters. */
    default boolean endsGeneratedNamesAtRandom() {
        return true;
    }

    /**
     * Whether writes of the object store the status that they bring, and no write resets anything of who owns it: of a kind
     * whose strategy leaves both out.
     */
    default boolean storesStatusWithObject() {
        return false;
    }

    /** Whether a create stores the status that was sent, as it does of nodes, which register themselves. */
    default boolean keepsStatusOnCreate() {
        return false;
    }

    /** What an update stores, given what was sent and what was there. */
    default T prepareForUpdate(T object, T old) {
        return object;
    }

    /**
     * What a status update stores, given the stored object with the status, labels, annotations, finalizers and owners
     * that were sent.
     */
    default T prepareForStatusUpdate(T object, T old) {
        return object;
    }

    /**
     * Fields beside the spec that a status update leaves as they are, each as the names from the root on; nobody comes to
     * own them by one.
     */
    default List<List<String>> fieldsResetByStatusUpdates() {
        return List.of();
    }

    /**
     * The same for writes through any subresource; "" stands for the object itself. Without saying, the status is not
     * changed by writes of the object, nor the spec by those of the status.
     */
    default List<List<String>> fieldsResetBy(String subresource) {
        return subresource.equals("status") ? fieldsResetByStatusUpdates() : List.of();
    }

    /** The same, of a kind that notes when something happened. */
    default T prepareForStatusUpdate(T object, T old, Instant now) {
        return prepareForStatusUpdate(object, old);
    }

    /**
     * What an update through any other subresource stores, such as {@code ephemeralcontainers}: of what was sent only what
     * the subresource is for.
     */
    default T prepareForSubresourceUpdate(T object, T old, String subresource, Instant now) {
        return prepareForUpdate(object, old);
    }

    /** Errors of such an update, in upstream's order. */
    default List<FieldError> validateSubresourceUpdate(T object, T old, String subresource) {
        return validateUpdate(object, old);
    }

    /** Whether a status update leaves labels, annotations, finalizers and owners as they are. */
    default boolean statusUpdatesLeaveMetadata() {
        return false;
    }

    /** At what is looked again when an object changes. */
    default LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL;
    }

    /** The same for a change that came in as one of a version. */
    default LooksAtChange looksAtChange(ResourceType asked) {
        return looksAtChange();
    }

    /** Whether {@code metadata.generation} counts the changes of its objects' specs. */
    default boolean countsGenerations() {
        return false;
    }

    /**
     * Whether a generation counts what was sent, before fields of features that are off are dropped: of a kind whose
     * strategy looks for a change first, so that a write of nothing but such fields is a new generation too.
     */
    default boolean countsGenerationsOfSent() {
        return false;
    }

    /** Whether a change outside the spec is a new generation too, such as one of a Deployment's annotations. */
    default boolean isNewGeneration(T object, T old) {
        return false;
    }

    /** Errors of a new object, in upstream's order. */
    default List<FieldError> validate(T object) {
        return List.of();
    }

    /** Errors of a change, in upstream's order; includes those that {@link #validate} finds. */
    default List<FieldError> validateUpdate(T object, T old) {
        return validate(object);
    }

    /** Errors of a new object, where versions of a kind differ in them; {@code asked} is the one the client uses. */
    default List<FieldError> validate(T object, ResourceType asked) {
        return validate(object);
    }

    /** Errors of a change, where versions of a kind differ in them; {@code asked} is the one the client uses. */
    default List<FieldError> validateUpdate(T object, T old, ResourceType asked) {
        return validateUpdate(object, old);
    }

    /** The group that errors name, where it is not the one the client uses. */
    default String groupOfErrors(ResourceType asked) {
        return asked.group();
    }

    /** What is found when a changed object is {@linkplain LooksAtChange#asNew() looked at as if it were new}. */
    default List<FieldError> validateAsNew(T object, T old, ResourceType asked) {
        return validate(object, asked);
    }

    /** Errors of a status update, in upstream's order. */
    default List<FieldError> validateStatusUpdate(T object, T old) {
        return List.of();
    }

    /** Warnings for the client about a written object. */
    default List<String> warnings(T object) {
        return List.of();
    }

    /** Warnings about a change of what was there, or about a new object if nothing was; not asked about status updates. */
    default List<String> warnings(T object, @Nullable T old) {
        return warnings(object);
    }

    /** Warnings about a new object as it was sent, before it is {@linkplain #prepareForCreate(KubernetesObject) prepared}. */
    default List<String> warningsOfSent(T object) {
        return List.of();
    }

    /** Warnings for whoever writes a status. */
    default List<String> statusWarnings(T object) {
        return List.of();
    }

    /**
     * The seconds that an agent gets to stop the object before it goes (pods): null, of most kinds, if nobody has to be
     * waited for.
     *
     * @param asked what the delete says, at least 0; null if it does not say
     */
    default @Nullable Long gracePeriodSeconds(T object, @Nullable Long asked) {
        return null;
    }

    /** What becomes of its dependents when a delete does not say. */
    default GarbageCollectionPolicy garbageCollection() {
        return GarbageCollectionPolicy.DELETE_DEPENDENTS;
    }

    /** Warnings for whoever deletes with these options. */
    default List<String> warningsOnDelete(DeleteOptions options) {
        return List.of();
    }

    /**
     * Whether a first delete marks the object and no more, since others live in it: namespaces, and definitions of custom
     * resources. A later one removes it if nothing holds it any more.
     */
    default boolean isMarkedFirst() {
        return false;
    }

    /** Why the object may not be deleted; null if it may. */
    default @Nullable String deletionRefusal(T object) {
        return null;
    }

    /** The object as it is when it is {@linkplain #isMarkedFirst marked}, such as a namespace in phase Terminating. */
    default T prepareForDelete(T object) {
        return object;
    }

    /** Whether a deleted object without finalizers can go, as far as the kind is concerned. */
    default boolean mayBeRemoved(T object) {
        return true;
    }

    /** Whether PUT may create the object when it does not exist. */
    default boolean allowsCreateOnUpdate() {
        return false;
    }

    /** Whether updates without a resourceVersion overwrite whatever is there. */
    default boolean allowsUnconditionalUpdate() {
        return true;
    }
}
