package com.trackingmcp.fedex;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.fedex.FedexRateWire.Answer;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.LandedCostCapability;
import com.trackingmcp.spi.RequestCheck;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Duties and taxes as FedEx's Rate API estimates them beside its prices, for it has no API for them alone. Safe for use by
 * many threads.
 *
 * <p>FedEx's examples ask for the estimate with {@code edtRequestType}, which its description of a request lacks; that of
 * an answer has it. The estimate is of the first service that has one where none is named. FedEx reckons with its own
 * carriage: what carriage and insurance cost by the request is not sent.
 */
final class FedexLandedCosts implements LandedCostCapability {
    private static final String LANDED_COST = "landed_cost";

    private final FedexSales sales;
    private final FedexSales.Door rate;
    private final FedexLandedCostMapper mapper;

    FedexLandedCosts(FedexSales sales) {
        this.sales = sales;
        this.rate = sales.door("rate");
        this.mapper = new FedexLandedCostMapper(sales.profile());
    }

    @Override
    public void check(LandedCostRequest request, RequestCheck check) {
        request.sender().ifPresent(sender -> FedexChecks.postalCode("sender", sender, check));
        request.recipient().ifPresent(recipient -> FedexChecks.postalCode("recipient", recipient, check));
        Optional<String> from = request.sender().flatMap(Address::country);
        if (from.isPresent() && from.equals(request.recipient().flatMap(Address::country))) {
            check.wrong("recipient.country", "is that of the sender: nothing crosses a border");
        }
        List<Commodity> goods = request.commodities();
        if (goods.size() > FedexChecks.MOST_GOODS) {
            check.wrong("commodities", "are more than " + FedexChecks.MOST_GOODS);
        }
        for (int i = 0; i < goods.size(); i++) {
            String path = "commodities[" + i + "]";
            FedexChecks.quantity(path, goods.get(i), check);
            if (request.parcels().isEmpty() && goods.get(i).weight().isEmpty()) {
                check.missing(path + ".weight", "unless parcels are given: FedEx estimates nothing without a weight");
            }
        }
        for (int i = 0; i < request.parcels().size(); i++) {
            check.required("parcels[" + i + "].weight", request.parcels().get(i).weight());
        }
    }

    @Override
    public CompletableFuture<LandedCost> quote(LandedCostRequest request, CallContext call) {
        CarrierRequest question = sales.request(
                CarrierRequest.postToRead(LANDED_COST),
                "/rate/v1/rates/quotes",
                FedexRateEncoder.landedCost(shipment(request), sales.account(LANDED_COST)),
                call.correlationId());
        return rate.http().send(question, call).thenApply(response -> {
            Answer answer = FedexRating.read(response);
            return mapper.landedCost(answer, request)
                    .orElseThrow(() -> response.fault(ErrorCode.REQUEST_REFUSED)
                            .requestId(WireText.text(answer.transactionId()).orElse(null))
                            .argument("reason", "no duties and taxes are estimated for it")
                            .toException());
        });
    }

    /** What would be priced: in one parcel as heavy as the goods where none are given. */
    private static ShipmentRequest shipment(LandedCostRequest request) {
        return ShipmentRequest.builder()
                .sender(request.sender())
                .recipient(request.recipient())
                .parcels(request.parcels().isEmpty() ? List.of(together(request.commodities())) : request.parcels())
                .service(request.service())
                .shipDate(request.shipDate())
                .customs(Customs.builder()
                        .commodities(request.commodities())
                        .contentType(request.contentType())
                        .incoterm(request.incoterm())
                        .build())
                .options(request.currency()
                        .map(currency -> Map.of(FedexOptions.PREFERRED_CURRENCY, currency))
                        .orElse(Map.of()))
                .build();
    }

    private static Parcel together(List<Commodity> goods) {
        Weight.Unit unit = goods.stream()
                .flatMap(one -> one.weight().stream())
                .findFirst()
                .orElseThrow()
                .unit();
        Weight all = goods.stream()
                .flatMap(one -> one.weight().stream())
                .map(weight -> weight.to(unit, 6, RoundingMode.CEILING))
                .reduce((one, other) -> new Weight(one.value().add(other.value()), unit))
                .orElseThrow();
        return Parcel.of(all);
    }
}
