package com.trackingmcp.internal.detect;

import com.trackingmcp.spi.CheckDigits;
import com.trackingmcp.spi.Impb;
import com.trackingmcp.spi.NumberMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Stateless and safe from any thread: numbers of carriers this library has no module for, so that a number can be told
 * to be somebody else's instead of being claimed.
 *
 * <p>Where no other source is named, shapes and check digits are those of tracking_number_data (couriers/*.json). Two
 * things are left out on purpose. Deutsche Post's S10 numbers (…DE) are DHL's, which claims them itself. And shapes
 * that say nothing (ten or fourteen bare digits without a check digit) would hit everybody's numbers.
 */
public final class LookAlikes {

    /** Service codes of the IMpb scheme that FedEx, UPS and DHL print on what the Postal Service delivers for them. */
    private static final Set<String> PARTNER_SERVICES = Set.of("612", "748");

    /** Countries as of ISO 3166-1, which S10 ends with. */
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /**
     * First two digits of the Postal Service's older numbers of 20 digits: certified, insured, registered and so on.
     */
    private static final Set<String> USPS_20 = Set.of("01", "03", "04", "13", "23", "70", "71", "73", "77", "81");

    /** A prefix, then nothing but digits. None of them has a check digit that is known. */
    private static final List<Prefixed> PREFIXED = List.of(
            new Prefixed("amazon", "TBA", 12, "amazon-logistics"),
            new Prefixed("amazon", "TBC", 12, "amazon-logistics"),
            new Prefixed("amazon", "TBM", 12, "amazon-logistics"),
            new Prefixed("lasership", "LX", 8, "lasership"),
            new Prefixed("lasership", "1LS7", 11, "lasership"),
            // Written 1LS7…-1; the dash is gone by now.
            new Prefixed("lasership", "1LS7", 13, "lasership"),
            new Prefixed("yodel", "JD", 16, "yodel"),
            new Prefixed("yodel", "JJD", 16, "yodel"),
            new Prefixed("yunexpress", "YT", 16, "yunexpress"),
            new Prefixed("gofo", "GFUS", 14, "gofo"),
            new Prefixed("spee-dee", "SP", 18, "spee-dee"));

    private LookAlikes() {}

    /**
     * Finds whose number this may be, among the carriers without a module.
     *
     * @param number normalised: upper case, no blanks, no dashes
     * @return the candidates, the surest first; empty if none is known
     */
    public static List<LookAlike> match(String number) {
        List<LookAlike> found = new ArrayList<>(1);
        if (CheckDigits.isDigits(number)) {
            if (!CheckDigits.isUniform(number)) {
                addUsps(number, found);
                addDigits(number, found);
            }
        } else if (CheckDigits.isS10Shape(number)) {
            addPost(number, found);
        } else {
            addPrefixed(number, found);
            addLettered(number, found);
        }
        if (found.size() < 2) {
            return found;
        }
        found.sort((a, b) -> b.match().confidence().compareTo(a.match().confidence()));
        return List.copyOf(found);
    }

    private static void addUsps(String number, List<LookAlike> found) {
        int at = Impb.packageIdAt(number);
        if (at >= 0) {
            found.add(new LookAlike("usps", impb(number, at)));
        } else if (Impb.isRouted(number) && number.length() >= 28) {
            found.add(possible("usps", "usps-impb", "420 and a ZIP code in front, as the US Postal Service routes"));
        } else if (number.length() == 22 && number.charAt(0) == '9' && "12345".indexOf(number.charAt(1)) >= 0) {
            found.add(
                    possible("usps", "usps-impb", "22 digits of the US Postal Service, but the check digit is wrong"));
        } else if (isUsps20(number)) {
            found.add(possible("usps", "usps-20", "20 digits, the US Postal Service's check digit holds"));
        }
    }

    /** Ids that FedEx, UPS or DHL may have handed out are the Postal Service's to deliver, but not its alone. */
    private static NumberMatch impb(String number, int at) {
        char channel = number.charAt(at + 1);
        boolean partner = PARTNER_SERVICES.contains(number.substring(at + 2, at + 5));
        if (channel == '1' || channel == '2' || partner) {
            return NumberMatch.possible("usps-impb", "IMpb check digit holds, but others use the scheme too");
        }
        return NumberMatch.certain("usps-impb", "IMpb check digit holds, a code of the US Postal Service");
    }

    /** The older numbers have their check digit over the 20 digits, or over these with 91 in front. */
    private static boolean isUsps20(String number) {
        return number.length() == 20
                && USPS_20.contains(number.substring(0, 2))
                && (CheckDigits.mod10(number) || CheckDigits.mod10("91" + number));
    }

    private static void addDigits(String number, List<LookAlike> found) {
        switch (number.length()) {
            case 11 -> {
                boolean prefix = number.startsWith("777")
                        || number.startsWith("778")
                        || number.startsWith("072")
                        || number.startsWith("80");
                if (prefix && CheckDigits.luhn(number)) {
                    found.add(possible("old-dominion", "old-dominion", "11 digits, Old Dominion's check digit holds"));
                }
            }
            case 12 -> {
                if (number.charAt(0) <= '5' && CheckDigits.luhn(number)) {
                    found.add(possible("purolator", "purolator", "12 digits, Purolator's check digit holds"));
                }
            }
            case 16 -> {
                if (CheckDigits.mod10(number)) {
                    String reason = "16 digits, Canada Post's check digit holds";
                    found.add(new LookAlike("canada-post", NumberMatch.certain("canada-post-16", reason)));
                }
            }
            default -> {}
        }
    }

    private static void addPost(String number, List<LookAlike> found) {
        String country = number.substring(11);
        if (country.equals("DE") || !COUNTRIES.contains(country)) {
            return;
        }
        String carrier = switch (country) {
            case "US" -> "usps";
            case "CA" -> "canada-post";
            default -> "post-" + country.toLowerCase(Locale.ROOT);
        };
        found.add(new LookAlike(
                carrier,
                CheckDigits.s10(number)
                        ? NumberMatch.certain("post-s10", "postal S10 number of " + country + ", check digit holds")
                        : NumberMatch.possible(
                                "post-s10", "postal S10 form of " + country + ", check digit is wrong")));
    }

    private static void addPrefixed(String number, List<LookAlike> found) {
        for (Prefixed known : PREFIXED) {
            if (known.fits(number)) {
                String reason = known.prefix() + " and " + known.digits() + " digits";
                found.add(possible(known.carrier(), known.family(), reason));
            }
        }
    }

    private static void addLettered(String number, List<LookAlike> found) {
        int length = number.length();
        if (length == 15 && (number.startsWith("C") || number.startsWith("D")) && isOnTrac(number)) {
            found.add(new LookAlike(
                    "ontrac", NumberMatch.certain("ontrac", "C or D and 14 digits, OnTrac's check digit holds")));
        } else if (length == 28 && CheckDigits.isDigits(number, 0, 27) && CheckDigits.mod37(number)) {
            found.add(new LookAlike("dpd", NumberMatch.certain("dpd-28", "28 characters, DPD's check letter holds")));
        } else if (length == 15 && CheckDigits.isDigits(number, 0, 14) && CheckDigits.mod37(number)) {
            found.add(possible("dpd", "dpd-15", "14 digits and a letter, DPD's check letter holds"));
        } else if (length == 12 && areLetters(number, 3) && CheckDigits.isDigits(number, 3, 12)) {
            found.add(possible("purolator", "purolator", "three letters and nine digits"));
        } else if (length == 22 && "CDKLSUXZ".indexOf(number.charAt(0)) >= 0 && CheckDigits.isDigits(number, 1, 22)) {
            found.add(possible("canpar", "canpar", "one letter and 21 digits"));
        } else if (length == 13 && number.startsWith("LTN") && number.endsWith("N1")) {
            found.add(possible("landmark-global", "landmark-global", "LTN, eight digits, N1"));
        } else if (number.startsWith("3S") && length >= 13 && length <= 15 && areLetters(number.substring(2), 1)) {
            found.add(possible("postnl", "postnl-3s", "3S and a customer code, as PostNL numbers its parcels"));
        }
    }

    /** UPS's weights over the serial, C counting as a leading 4 and D as a leading 5 unless it is there already. */
    private static boolean isOnTrac(String number) {
        char lead = number.charAt(0) == 'C' ? '4' : '5';
        String serial = number.charAt(1) == lead ? number.substring(1) : lead + number.substring(1);
        return CheckDigits.isDigits(serial) && CheckDigits.upsMod10(serial, 0, serial.length());
    }

    private static boolean areLetters(String text, int count) {
        return text.length() >= count && text.chars().limit(count).allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static LookAlike possible(String carrier, String family, String reason) {
        return new LookAlike(carrier, NumberMatch.possible(family, reason));
    }

    private record Prefixed(String carrier, String prefix, int digits, String family) {
        boolean fits(String number) {
            return number.length() == prefix.length() + digits
                    && number.startsWith(prefix)
                    && CheckDigits.isDigits(number, prefix.length(), number.length());
        }
    }
}
