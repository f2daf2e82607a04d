package com.trackingmcp.verification.spec;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.DocumentFormat;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.Weight;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxOrders;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a shipping desk asks of DHL: as little as will do, and as much as DHL takes. Immutable. */
record DhlDeskSamples(SandboxErrands errands) {
    /** One of each kind and of each format. */
    static final List<TradeDocument> PAPERS = List.of(
            paper(TradeDocumentKind.COMMERCIAL_INVOICE, DocumentFormat.PDF),
            paper(TradeDocumentKind.PRO_FORMA_INVOICE, DocumentFormat.PNG),
            paper(TradeDocumentKind.CERTIFICATE_OF_ORIGIN, DocumentFormat.GIF),
            paper(TradeDocumentKind.USMCA_CERTIFICATE_OF_ORIGIN, DocumentFormat.JPG),
            paper(TradeDocumentKind.DECLARATION, DocumentFormat.TIF));

    private static TradeDocument paper(TradeDocumentKind kind, DocumentFormat format) {
        return TradeDocument.builder()
                .name("paper")
                .kind(kind)
                .format(format)
                .base64("YWJj")
                .build();
    }

    PickupRequest.Builder pickup() {
        return PickupRequest.builder().from(errands.pickup().orElseThrow());
    }

    PickupRequest richPickup() {
        return pickup().reference("tour-7")
                .placeAtAddress("front desk")
                .instructions("Ring twice, and wait for somebody who comes down from the fourth floor with the parcels")
                .address(Address.builder()
                        .from(pickup().build().address().orElseThrow())
                        .residential(true)
                        .email("ada@example.com")
                        .build())
                .addPieces(PickupPiece.builder()
                        .service("P")
                        .quantity(3)
                        .weight(Weight.of("10", Weight.Unit.LB))
                        .dimensions(Dimensions.of("5", "4", "3", Dimensions.Unit.IN))
                        .destinationCountry("US")
                        .packaging("2BX")
                        .build())
                .trackingNumbers(List.of("1234567890", "1234567891"))
                .build();
    }

    LandedCostRequest.Builder landedCost() {
        return LandedCostRequest.builder().from(errands.landedCost().orElseThrow());
    }

    LandedCostRequest richLandedCost() {
        return landedCost()
                .service("P")
                .incoterm(Incoterm.DDP)
                .freight(Money.of("12.345", "EUR"))
                .insurance(Money.of("3", "EUR"))
                .recipient(Address.builder()
                        .from(landedCost().build().recipient().orElseThrow())
                        .residential(true)
                        .build())
                .addParcels(
                        Parcel.of(Weight.of("33", Weight.Unit.OZ)),
                        Parcel.builder()
                                .weight(Weight.of("0.7", Weight.Unit.LB))
                                .packaging("2BX")
                                .build())
                .addCommodities(books().hsCode("990000")
                        .quantity(new BigDecimal("0.7"))
                        .quantityUnit("BOX")
                        .partNumber("test-part")
                        .unitPrice(Money.of("1.23457", "EUR"))
                        .build())
                .build();
    }

    /** Goods without a harmonised system code. */
    LandedCostRequest unclassified() {
        return landedCost()
                .commodities(List.of(
                        books().hsCode(Optional.empty()).quantityUnit("PCS").build()))
                .build();
    }

    private Commodity.Builder books() {
        return Commodity.builder().from(landedCost().build().commodities().get(0));
    }

    LocationQuery.Builder places() {
        return LocationQuery.builder().from(errands.locations().orElseThrow());
    }

    ShipmentRequest.Builder order() {
        return ShipmentRequest.builder()
                .from(SandboxOrders.international("dhl").build())
                .addReferences(Reference.of("desk-1"));
    }

    static DocumentUpload upload(Shipment shipment, TradeDocument document) {
        return DocumentUpload.builder()
                .carrier("dhl")
                .document(document)
                .shipment(ShippedFor.of(shipment, LocalDate.parse("2026-02-10")))
                .build();
    }
}
