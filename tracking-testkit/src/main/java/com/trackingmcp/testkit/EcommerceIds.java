package com.trackingmcp.testkit;

import java.util.List;

/** The several ids one DHL eCommerce package goes by; the package id is the number the parcel is known by. */
record EcommerceIds(String packageId, String trackingId, String dhlPackageId, String confirmationNumber) {

    static EcommerceIds of(SandboxParcel parcel) {
        String digits = parcel.number().replaceAll("\\D", "");
        String confirmation = CheckDigits.postal("926129" + digits.substring(digits.length() - 15));
        String zip = parcel.route().destination().postalCode();
        String prefix = zip.matches("\\d{5}") ? "420" + zip : "";
        return new EcommerceIds(
                parcel.number(), prefix + confirmation, "60" + digits.substring(digits.length() - 12), confirmation);
    }

    List<String> all() {
        return List.of(trackingId, dhlPackageId, confirmationNumber);
    }
}
