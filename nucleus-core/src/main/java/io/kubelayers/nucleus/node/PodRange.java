package io.kubelayers.nucleus.node;

import org.pcollections.TreePMap;

/**
 * The pod addresses of one node. Addresses are given out in turn, so that one that was freed is not reused at once
 * (CNI host-local does the same).
 *
 * @param last the last octets given out last
 * @param byPod place of each connected pod by uid
 * @param taken uid of the pod at each taken place
 */
record PodRange(int last, TreePMap<String, Integer> byPod, TreePMap<Integer, String> taken) {
    static final PodRange EMPTY = new PodRange(1, TreePMap.empty(), TreePMap.empty());

    /** The first place after the network address and the gateway. */
    private static final int FIRST = 2;

    /** The range with a place for the pod; the same if it is full. */
    PodRange attach(String uid, int places) {
        for (int i = 1; i <= places; i++) {
            int place = FIRST + (last - FIRST + i) % places;
            if (!taken.containsKey(place)) {
                return new PodRange(place, byPod.plus(uid, place), taken.plus(place, uid));
            }
        }
        return this;
    }

    PodRange detach(String uid) {
        var place = byPod.get(uid);
        return place == null ? this : new PodRange(last, byPod.minus(uid), taken.minus(place));
    }
}
