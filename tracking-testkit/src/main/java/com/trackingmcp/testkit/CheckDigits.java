package com.trackingmcp.testkit;

/** The check digits of the number families the sandbox makes. Bodies are digits and capital letters. */
final class CheckDigits {

    private static final int[] FEDEX_WEIGHTS = {3, 1, 7};

    private CheckDigits() {}

    /** FedEx, 12 digits: weights 3, 1, 7 from the left, modulo 11, then modulo 10. */
    static String fedex(String eleven) {
        int sum = 0;
        for (int i = 0; i < eleven.length(); i++) {
            sum += digit(eleven, i) * FEDEX_WEIGHTS[i % 3];
        }
        return eleven + sum % 11 % 10;
    }

    /** UPS 1Z: letters count as their place in the alphabet plus one, modulo 10; every second character twice. */
    static String ups(String fifteen) {
        int sum = 0;
        for (int i = 0; i < fifteen.length(); i++) {
            char c = fifteen.charAt(i);
            int value = Character.isDigit(c) ? c - '0' : (c - 63) % 10;
            sum += i % 2 == 0 ? value : 2 * value;
        }
        return "1Z" + fifteen + (10 - sum % 10) % 10;
    }

    /** DHL Express, 10 digits: the first nine modulo 7. */
    static String dhlExpress(String nine) {
        return nine + Long.parseLong(nine) % 7;
    }

    /** Postal and GS1 numbers: weights 3 and 1 from the right, modulo 10. */
    static String postal(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += digit(body, body.length() - 1 - i) * (i % 2 == 0 ? 3 : 1);
        }
        return body + (10 - sum % 10) % 10;
    }

    /** Luhn's, of Purolator: every second digit from the right counts twice, the digits of the products are added. */
    static String luhn(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int value = digit(body, body.length() - 1 - i) * (i % 2 == 0 ? 2 : 1);
            sum += value > 9 ? value - 9 : value;
        }
        return body + (10 - sum % 10) % 10;
    }

    /** ISO 7064 MOD 37,36, of DPD: a digit or a letter at the end. */
    static String mod37(String body) {
        int product = 36;
        for (int i = 0; i < body.length(); i++) {
            int sum = (product + Character.digit(body.charAt(i), 36)) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return body + Character.toUpperCase(Character.forDigit((37 - product) % 36, 36));
    }

    private static int digit(String text, int index) {
        return text.charAt(index) - '0';
    }
}
