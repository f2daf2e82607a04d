package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexParts.CustomerReference;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a shipment is known by to its sender: FedEx prints it on each parcel, and finds the parcels by it. Stateless.
 *
 * <p>FedEx has a few kinds of references; one of any other kind is a customer reference.
 */
final class FedexReferences {
    private static final String CUSTOMER = "CUSTOMER_REFERENCE";

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("customer_reference", CUSTOMER),
            Map.entry("department", "DEPARTMENT_NUMBER"),
            Map.entry("department_number", "DEPARTMENT_NUMBER"),
            Map.entry("intracountry_regulatory_reference", "INTRACOUNTRY_REGULATORY_REFERENCE"),
            Map.entry("invoice", "INVOICE_NUMBER"),
            Map.entry("invoice_number", "INVOICE_NUMBER"),
            Map.entry("p_o_number", "P_O_NUMBER"),
            Map.entry("po_number", "P_O_NUMBER"),
            Map.entry("purchase_order", "P_O_NUMBER"),
            Map.entry("return_materials_authorization", "RMA_ASSOCIATION"),
            Map.entry("rma", "RMA_ASSOCIATION"),
            Map.entry("rma_association", "RMA_ASSOCIATION"));

    private static final int LONGEST_EXPRESS = 40;
    private static final int LONGEST = 30;
    private static final int LONGEST_RMA = 20;

    private FedexReferences() {}

    /** The shipment's, by which it is found again, and then the parcel's own. */
    static List<CustomerReference> of(ShipmentRequest request, Parcel parcel) {
        return Stream.concat(request.references().stream(), parcel.references().stream())
                .map(reference -> new CustomerReference(kind(reference), reference.value()))
                .distinct()
                .toList();
    }

    private static String kind(Reference reference) {
        return KINDS.getOrDefault(reference.type().strip().toLowerCase(Locale.ROOT), CUSTOMER);
    }

    static void check(ShipmentRequest request, RequestCheck check) {
        boolean ground = request.service().filter(FedexReferences::isGround).isPresent();
        check("references", request.references(), ground, check);
        for (int i = 0; i < request.parcels().size(); i++) {
            check("parcels[" + i + "].references", request.parcels().get(i).references(), ground, check);
        }
    }

    private static void check(String path, List<Reference> references, boolean ground, RequestCheck check) {
        for (int i = 0; i < references.size(); i++) {
            Reference reference = references.get(i);
            String value = path + "[" + i + "].value";
            if (reference.value().isBlank()) {
                check.missing(value);
            }
            check.atMost(most(kind(reference), ground), value, Optional.of(reference.value()));
        }
    }

    private static int most(String kind, boolean ground) {
        if (kind.equals("RMA_ASSOCIATION")) {
            return LONGEST_RMA;
        }
        return kind.equals(CUSTOMER) && !ground ? LONGEST_EXPRESS : LONGEST;
    }

    private static boolean isGround(String service) {
        return service.equals("FEDEX_GROUND")
                || service.equals("GROUND_HOME_DELIVERY")
                || service.equals("SMART_POST")
                || service.equals("INTL_GROUND_DISTRIBUTION");
    }
}
