package com.trackingmcp.testkit;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** Makes valid numbers; the n-th of a family depends on the seed alone, so tests may create parcels in any order. */
final class NumberMint {

    private final long seed;
    private final Map<Family, Integer> made = new ConcurrentHashMap<>();

    NumberMint(long seed) {
        this.seed = seed;
    }

    /** The chances of the next parcel of a family. */
    SplittableRandom next(Family family) {
        int n = made.merge(family, 1, Integer::sum);
        return new SplittableRandom(seed * 1_000_003L + family.id().hashCode() * 536_813_567L + n);
    }

    static String number(Family family, SplittableRandom random) {
        return switch (family) {
            case FEDEX -> CheckDigits.fedex("78" + digits(random, 9));
            case UPS -> CheckDigits.ups(SandboxSettings.UPS_ACCOUNT + "03" + digits(random, 7));
            case UPS_MAIL_INNOVATIONS -> CheckDigits.postal("926129" + digits(random, 15));
            case DHL_EXPRESS -> CheckDigits.dhlExpress("4" + digits(random, 8));
            case DHL_ECOMMERCE -> "GM605" + digits(random, 14);
            case DHL_PARCEL_DE -> CheckDigits.postal("00340434" + digits(random, 11));
            case DHL_PARCEL_NL -> "JVGL" + digits(random, 20);
            case CANADA_POST -> CheckDigits.postal("7023" + digits(random, 11));
            case PUROLATOR -> CheckDigits.luhn("33" + digits(random, 9));
            case DPD -> dpd(random);
            case USPS -> CheckDigits.postal("94001" + digits(random, 16));
        };
    }

    /** Nobody could tell one that ends in a digit from other carriers' numbers. */
    private static String dpd(SplittableRandom random) {
        while (true) {
            String number = CheckDigits.mod37("00" + digits(random, 25));
            if (Character.isLetter(number.charAt(number.length() - 1))) {
                return number;
            }
        }
    }

    static String digits(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(random.nextInt(10));
        }
        return text.toString();
    }
}
