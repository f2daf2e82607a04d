package com.trackingmcp.karrio;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the bodies of questions for prices, and of shipments to be bought. Stateless.
 *
 * <p>A return is told to Karrio as the way out: it turns sender and recipient round itself. The service is never named when
 * a shipment is stored, for Karrio would buy it then and there.
 */
final class KarrioShipRequests {
    /** What a shipment is found by, whatever becomes of the id of the request that stored it. */
    static final String PURCHASE = "tracking_mcp_purchase";

    /** The caller's name for the purchase. */
    static final String KEY = "tracking_mcp_key";

    /** What it is known by beside its first reference: a number follows. */
    static final String REFERENCE = "tracking_mcp_reference_";

    private static final String ORDER = "order_id";

    private KarrioShipRequests() {}

    /** A question for prices at these connections. */
    static Map<String, Object> question(ShipmentRequest request, List<KarrioSeller> sellers) {
        Map<String, Object> fields = goods(request, sellers);
        reference(request).ifPresent(reference -> fields.put("reference", reference));
        return fields;
    }

    /**
     * A shipment to be stored, with prices, and bought afterwards.
     *
     * @param purchase what it is to be found by
     */
    static Map<String, Object> draft(ShipmentRequest request, KarrioSeller seller, String purchase) {
        Map<String, Object> fields = goods(request, List.of(seller));
        reference(request).ifPresent(reference -> fields.put("reference", reference));
        order(request).ifPresent(order -> fields.put("order_id", order));
        fields.put("label_type", labelType(request));
        fields.put("metadata", metadata(request, purchase));
        return fields;
    }

    /** What buys a stored shipment; Karrio would make a PDF where the label is not named again. */
    static Map<String, Object> purchase(String rateId, ShipmentRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("selected_rate_id", rateId);
        fields.put("label_type", labelType(request));
        return fields;
    }

    private static Map<String, Object> goods(ShipmentRequest request, List<KarrioSeller> sellers) {
        Map<String, Object> fields = new LinkedHashMap<>();
        boolean back = request.returnShipment();
        fields.put("shipper", party(back ? request.recipient() : request.sender()));
        fields.put("recipient", party(back ? request.sender() : request.recipient()));
        fields.put(
                "parcels",
                request.parcels().stream()
                        .map(parcel -> KarrioParcels.encode(described(parcel, request.description())))
                        .toList());
        fields.put(
                "options",
                KarrioOptions.of(
                        request, sellers.stream().map(KarrioSeller::catalog).toList()));
        KarrioCustoms.encode(request).ifPresent(customs -> fields.put("customs", customs));
        request.payment().ifPresent(payment -> {
            fields.put("payment", KarrioPayers.encode(payment));
            KarrioPayers.billingAddress(payment).ifPresent(address -> fields.put("billing_address", address));
        });
        if (back) {
            fields.put("is_return", true);
        }
        fields.put(
                "carrier_ids",
                sellers.stream().map(seller -> seller.connection().id()).toList());
        return fields;
    }

    private static Map<String, Object> party(Optional<Address> address) {
        return KarrioAddresses.encode(address.orElseGet(() -> Address.builder().build()));
    }

    /** A parcel that does not say what is in it holds what the shipment does. */
    private static Parcel described(Parcel parcel, Optional<String> description) {
        return parcel.contents().isPresent()
                ? parcel
                : Parcel.builder().from(parcel).contents(description).build();
    }

    private static String labelType(ShipmentRequest request) {
        return request.label().map(LabelSpec::format).orElse(LabelFormat.PDF).name();
    }

    /** The first: what the shipment is looked for by. */
    static Optional<String> reference(ShipmentRequest request) {
        return request.references().stream().findFirst().map(Reference::value);
    }

    /** A reference that is the number of an order, by its type. */
    static Optional<String> order(ShipmentRequest request) {
        return request.references().stream()
                .filter(reference -> reference.type().equals(ORDER))
                .findFirst()
                .map(Reference::value);
    }

    private static Map<String, Object> metadata(ShipmentRequest request, String purchase) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put(PURCHASE, purchase);
        request.idempotencyKey().ifPresent(key -> metadata.put(KEY, key));
        for (int i = 1; i < request.references().size(); i++) {
            metadata.put(REFERENCE + (i + 1), request.references().get(i).value());
        }
        return metadata;
    }
}
