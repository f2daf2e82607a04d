package com.trackingmcp.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** All parcels of one sandbox, found by number, by another of their numbers, or by reference. */
final class ParcelBook {

    private final Clock clock;
    private final NumberMint mint;
    private final Map<String, SandboxParcel> byNumber = new ConcurrentHashMap<>();
    private final Map<String, List<SandboxParcel>> byReference = new ConcurrentHashMap<>();

    ParcelBook(Clock clock, long seed) {
        this.clock = clock;
        this.mint = new NumberMint(seed);
    }

    Instant now() {
        return clock.instant();
    }

    SandboxParcel fresh(Family family) {
        while (true) {
            SplittableRandom chance = mint.next(family);
            String number = NumberMint.number(family, chance);
            if (!byNumber.containsKey(key(number))) {
                return enter(new SandboxParcel(this, family, number, now(), chance));
            }
        }
    }

    /** A parcel under a number of the caller's choice, with its label made some time ago. */
    SandboxParcel known(Family family, String number, Duration ago) {
        SplittableRandom chance = new SplittableRandom(number.hashCode());
        return enter(new SandboxParcel(this, family, number, now().minus(ago), chance));
    }

    private SandboxParcel enter(SandboxParcel parcel) {
        if (byNumber.putIfAbsent(key(parcel.number()), parcel) != null) {
            throw new IllegalArgumentException("There is a parcel " + parcel.number() + " already");
        }
        if (parcel.family() == Family.DHL_ECOMMERCE) {
            EcommerceIds.of(parcel).all().forEach(id -> byNumber.putIfAbsent(key(id), parcel));
        }
        return parcel;
    }

    List<SandboxParcel> together(Family family, int count) {
        List<SandboxParcel> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(fresh(family));
        }
        List<SandboxParcel> shipment = List.copyOf(all);
        shipment.forEach(parcel -> parcel.joins(shipment));
        return shipment;
    }

    /** The parcel, if it is of one of the families; a carrier knows nothing of another's parcels. */
    Optional<SandboxParcel> find(String number, Family... families) {
        return Optional.ofNullable(byNumber.get(key(number))).filter(parcel -> isOneOf(parcel, families));
    }

    List<SandboxParcel> findReference(String reference, Family... families) {
        return byReference.getOrDefault(reference, List.of()).stream()
                .filter(parcel -> isOneOf(parcel, families))
                .toList();
    }

    void refer(String reference, SandboxParcel parcel) {
        byReference
                .computeIfAbsent(reference, any -> new CopyOnWriteArrayList<>())
                .add(parcel);
    }

    private static boolean isOneOf(SandboxParcel parcel, Family... families) {
        return List.of(families).contains(parcel.family());
    }

    private static String key(String number) {
        return number.toUpperCase(Locale.ROOT);
    }
}
