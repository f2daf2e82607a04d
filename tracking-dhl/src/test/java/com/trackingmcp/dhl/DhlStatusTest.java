package com.trackingmcp.dhl;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.model.TrackingStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DhlStatusTest {
    @Test
    void knowsEveryPublishedCode() {
        // 62 event codes of MyDHL; 1,090 different ones of unified tracking, its five classes, and words beside them
        assertThat(DhlStatus.sizes().get(0)).isEqualTo(62);
        assertThat(DhlStatus.sizes().get(1)).isGreaterThan(1_095);
    }

    @ParameterizedTest
    @CsvSource({
        "PU, picked_up",
        "SA, picked_up",
        "AF, in_transit",
        "CR, in_transit",
        "IC, customs",
        "UD, customs",
        "WC, out_for_delivery",
        "CC, available_for_pickup",
        "NH, delivery_attempted",
        "OK, delivered",
        "DD, delivered",
        "PD, exception",
        "HP, on_hold",
        "RT, returned",
        "DUMMY_PU, label_created",
        "ok, delivered",
    })
    void readsMyDhlsCodes(String code, String status) {
        assertThat(DhlStatus.express(code).status().word()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "600, delivered",
        "0600, delivered",
        "601, available_for_pickup",
        "443, customs",
        "442, in_transit",
        "240, on_hold",
        "800, returning",
        "860, returned",
        "101, cancelled",
        "130, picked_up",
    })
    void readsTheIdsOfECommerceWithAndWithoutLeadingZeros(String id, String status) {
        assertThat(DhlStatus.ecommerce(id, null).status().word()).isEqualTo(status);
    }

    @Test
    void informationIsExplainedButTellsNoStatus() {
        DhlStatus.Reading reading = DhlStatus.express("IA");

        assertThat(reading.informational()).isTrue();
        assertThat(reading.explained()).isTrue();
        assertThat(reading.status()).isEqualTo(TrackingStatus.UNKNOWN);
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3} is {4}")
    @CsvSource({
        // a finer code beats the class beside it
        "ecommerce-europe, delivered, 44, , available_for_pickup",
        "ecommerce-europe, delivered, 302, , in_transit",
        "ecommerce-europe, delivered, 366, , returned",
        "svb, delivered, RETURNED_TO_SENDER, , returned",
        "svb, transit, SENT_BACK, , returning",
        "svb, transit, DELIVERY_ATTEMPTED, , delivery_attempted",
        "parcel-nl, transit, DELIVERED_AT_SHIPPER, , returned",
        "parcel-nl, transit, DELIVERED_AT_PARCELSTATION, , available_for_pickup",
        "parcel-de, transit, ZO, , customs",
        // words beat the class where there is no finer code
        "ecommerce-europe, delivered, delivered, The shipment has been handed over to the Parcelshop,"
                + " available_for_pickup",
        "ecommerce-europe, delivered, delivered, The shipment has been handed over for final delivery, in_transit",
        "ecommerce-europe, delivered, delivered, The shipment has been delivered back to the business sender, returned",
        "parcel-uk, delivered, delivered, Delivered - second delivery attempt successful, delivered",
        "parcel-uk, transit, transit, Out for delivery, out_for_delivery",
        "parcel-uk, transit, transit, Parcel ready for collection, available_for_pickup",
        "parcel-uk, failure, failure, Recipient was not available, delivery_attempted",
        "parcel-uk, failure, failure, Being returned to sender, returning",
        "parcel-uk, transit, transit, Held at customs, customs",
        "parcel-uk, transit, transit, Parcel is on hold, on_hold",
        "parcel-uk, unknown, , Label created, label_created",
        // before the first scan words like "ready for pickup" speak of the sender
        "parcel-uk, pre-transit, pre-transit, Parcel ready for pickup, label_created",
        // the class alone
        "sameday, transit, , , in_transit",
        "sameday, DELIVERED, , , delivered",
        "sameday, failure, , , exception",
        "sameday, unknown, , , unknown",
        "sameday, out-for-something, , , unknown",
        "sameday, , , , unknown",
        "ecommerce, transit, 'NO ONE HOME, CARD LEFT', , delivery_attempted",
    })
    void readsUnifiedTrackingByCodeThenWordsThenClass(
            String service, String statusCode, String status, String description, String word) {
        assertThat(DhlStatus.unified(service, statusCode, status, description)
                        .status()
                        .word())
                .isEqualTo(word);
    }

    @Test
    void onlyWhatDhlCallsADelayIsLate() {
        assertThat(DhlStatus.express("TD").late()).isTrue();
        assertThat(DhlStatus.unified("parcel-nl", "transit", "TRANSPORT_DELAY", null)
                        .late())
                .isTrue();
        assertThat(DhlStatus.ecommerce("592", null).late()).isFalse();
    }
}
