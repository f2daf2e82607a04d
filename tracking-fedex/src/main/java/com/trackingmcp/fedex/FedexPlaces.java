package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexTrackingWire.Address;
import com.trackingmcp.fedex.FedexTrackingWire.LocationDetail;
import com.trackingmcp.fedex.FedexTrackingWire.Party;
import com.trackingmcp.fedex.FedexTrackingWire.ScanEvent;
import com.trackingmcp.fedex.FedexTrackingWire.TrackResult;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Location;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Places as FedEx names them; an address that says nothing is no place. Stateless. */
final class FedexPlaces {
    private static final Location NOWHERE = Location.builder().build();

    private FedexPlaces() {}

    /** Where the shipper is, else the FedEx location it began at. */
    static Optional<Location> origin(TrackResult parcel) {
        Optional<Location> shipper = of(parcel.shipperInformation());
        return shipper.isPresent() ? shipper : of(parcel.originLocation());
    }

    /** Where it goes now: a redirected parcel's new destination, else the recipient, else the last FedEx location. */
    static Optional<Location> destination(TrackResult parcel) {
        return of(parcel.lastUpdatedDestinationAddress(), null)
                .or(() -> of(parcel.recipientInformation()))
                .or(() -> of(parcel.destinationLocation()));
    }

    static Optional<Location> of(ScanEvent scan) {
        return of(scan.scanLocation(), scan.locationId());
    }

    private static Optional<Location> of(@Nullable Party party) {
        return party == null ? Optional.empty() : of(party.address(), null);
    }

    private static Optional<Location> of(@Nullable LocationDetail detail) {
        return detail == null || detail.locationContactAndAddress() == null
                ? Optional.empty()
                : of(detail.locationContactAndAddress().address(), null);
    }

    private static Optional<Location> of(@Nullable Address address, @Nullable String facility) {
        Location.Builder location = Location.builder().facility(WireText.text(facility));
        if (address != null) {
            location.city(WireText.text(address.city()))
                    .stateOrProvince(WireText.text(address.stateOrProvinceCode()))
                    .postalCode(WireText.text(address.postalCode()))
                    .country(WireText.country(address.countryCode()));
        }
        Location place = location.build();
        return place.equals(NOWHERE) ? Optional.empty() : Optional.of(place);
    }
}
