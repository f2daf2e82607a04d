package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a carrier offers, as data: complete as far as its public documentation goes, and open: what is not in it may exist. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableCatalog.class)
@JsonDeserialize(as = ImmutableCatalog.class)
public interface Catalog {
    /** The services. */
    List<CatalogService> services();

    /** The options beyond those every carrier has. */
    List<CatalogOption> options();

    /** The options of pickups. */
    List<CatalogOption> pickupOptions();

    /** The carrier's packagings. */
    List<CatalogPackaging> packagings();

    /** What labels are sent as. */
    List<LabelFormat> labelFormats();

    /** The papers of labels. */
    List<String> labelStocks();

    /** How many parcels a shipment may have. */
    Optional<Integer> maxParcels();

    /** What a parcel in packaging of the sender's may weigh at most. */
    Optional<Weight> maxWeight();

    /** A catalogue that tells nothing. */
    static Catalog empty() {
        return builder().build();
    }

    /** The service with this code. */
    default Optional<CatalogService> service(String code) {
        return services().stream()
                .filter(service -> service.code().equals(code))
                .findFirst();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableCatalog.Builder {}
}
