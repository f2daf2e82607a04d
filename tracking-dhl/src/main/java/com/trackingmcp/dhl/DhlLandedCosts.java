package com.trackingmcp.dhl;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.spi.LandedCostCapability;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * MyDHL's landed costs. Safe for use by many threads.
 *
 * <p>It knows no day of shipping: rates are those of today. Without parcels the weights of the goods are told as one. Goods
 * without a harmonised system code are estimated by their description, in the middle of what may apply.
 */
final class DhlLandedCosts implements LandedCostCapability {
    static final String QUOTE = "landed_cost";
    private static final int MOST_LINES = 1000;
    private static final int LONGEST_CODE = 18;
    private static final int LONGEST_DESCRIPTION = 255;
    private static final int LONGEST_PART = 35;
    private static final int QUANTITY_DECIMALS = 3;
    private static final int PRICE_DECIMALS = 5;

    private final CarrierHttp http;
    private final Optional<String> account;
    private final DhlLandedCostMapper mapper;

    DhlLandedCosts(CarrierHttp http, Optional<String> account, DhlLandedCostMapper mapper) {
        this.http = http;
        this.account = account;
        this.mapper = mapper;
    }

    @Override
    public void check(LandedCostRequest request, RequestCheck check) {
        DhlShipmentCheck.account(account, check);
        request.sender().ifPresent(sender -> DhlAddressCheck.place("sender", sender, check));
        request.recipient().ifPresent(recipient -> DhlAddressCheck.place("recipient", recipient, check));
        check.atMost(DhlShipmentCheck.LONGEST_PRODUCT, "service", request.service());
        request.currency()
                .filter(code -> DhlPrices.currency(code).isEmpty())
                .ifPresent(code -> check.wrong("currency", "is no ISO 4217 code such as USD"));
        request.freight().ifPresent(cost -> DhlShipmentCheck.decimals("freight", cost, check));
        request.insurance().ifPresent(cost -> DhlShipmentCheck.decimals("insurance", cost, check));
        weights(request, check);
        List<Commodity> goods = request.commodities();
        if (goods.size() > MOST_LINES) {
            check.wrong("commodities", "are more than " + MOST_LINES);
        }
        for (int i = 0; i < goods.size(); i++) {
            line("commodities[" + i + "]", goods.get(i), check);
        }
    }

    /** Of the parcels, else of the goods. */
    private static void weights(LandedCostRequest request, RequestCheck check) {
        if (request.parcels().size() > DhlShipmentCheck.MOST_PARCELS) {
            check.wrong("parcels", "are more than " + DhlShipmentCheck.MOST_PARCELS);
        }
        for (int i = 0; i < request.parcels().size(); i++) {
            String path = "parcels[" + i + "]";
            check.required(path + ".weight", request.parcels().get(i).weight());
            DhlShipmentCheck.packaging(
                    path + ".packaging", request.parcels().get(i).packaging(), check);
        }
        if (request.parcels().isEmpty()
                && request.commodities().stream()
                        .anyMatch(goods -> goods.weight().isEmpty())) {
            check.missing("parcels", "with their weights, unless all goods tell theirs");
        }
    }

    private static void line(String path, Commodity goods, RequestCheck check) {
        check.atMost(LONGEST_DESCRIPTION, path + ".description", goods.description());
        check.atMost(LONGEST_CODE, path + ".hs_code", goods.hsCode());
        check.atMost(LONGEST_PART, path + ".part_number", goods.partNumber());
        decimals(path + ".quantity", goods.quantity(), QUANTITY_DECIMALS, check);
        decimals(path + ".unit_price", goods.unitPrice().map(Money::amount), PRICE_DECIMALS, check);
    }

    private static void decimals(String path, Optional<BigDecimal> number, int most, RequestCheck check) {
        number.filter(value -> DhlMeasures.decimals(value) > most)
                .ifPresent(value -> check.wrong(path, "has more than " + most + " decimals"));
    }

    @Override
    public CompletableFuture<LandedCost> quote(LandedCostRequest request, CallContext call) {
        CarrierRequest question = DhlExpressDoor.headed(CarrierRequest.postToRead(QUOTE), call)
                .path("/landed-cost")
                .json(WireJson.write(DhlLandedCostEncoder.encode(request, account.orElseThrow())))
                .build();
        return http.send(question, call).thenApply(response -> mapper.map(response, request));
    }
}
