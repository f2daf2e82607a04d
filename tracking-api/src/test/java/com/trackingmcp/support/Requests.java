package com.trackingmcp.support;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;

/** Shipments that lack nothing. */
public final class Requests {
    private Requests() {}

    public static Address.Builder address(String country) {
        return Address.builder()
                .company("Example Ltd")
                .addLines("1 Example Street")
                .city("Exampleton")
                .stateOrProvince("TN")
                .postalCode("38118")
                .country(country)
                .phone("9015550100");
    }

    /** From and to the United States, of one kilogram, by ground. */
    public static ShipmentRequest.Builder domestic() {
        return ShipmentRequest.builder()
                .sender(address("US").build())
                .recipient(address("US").build())
                .addParcels(Parcel.of(Weight.of("1", Weight.Unit.KG)))
                .service("GROUND");
    }
}
