package com.trackingmcp.reliability.fuzz;

import com.trackingmcp.dhl.DhlCarrierProvider;
import com.trackingmcp.fedex.FedexCarrierProvider;
import com.trackingmcp.karrio.KarrioCarrierProvider;
import com.trackingmcp.testkit.KarrioNumbers;
import com.trackingmcp.testkit.SandboxNumbers;
import com.trackingmcp.ups.UpsCarrierProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The target of each carrier, recorded once. Safe for use by many threads; the targets are not. */
final class Targets {
    static final List<String> CARRIERS = List.of("fedex", "ups", "dhl", "karrio");
    private static final Map<String, Target> RECORDED = new ConcurrentHashMap<>();

    private Targets() {}

    static Target of(String carrier) {
        return RECORDED.computeIfAbsent(carrier, Targets::record);
    }

    private static Target record(String carrier) {
        return switch (carrier) {
            case "fedex" ->
                Target.of(
                        new FedexCarrierProvider(),
                        Errands.of(
                                carrier,
                                List.of(
                                        SandboxNumbers.FEDEX_DELIVERED,
                                        SandboxNumbers.FEDEX_CUSTOMS,
                                        SandboxNumbers.FEDEX_EXCEPTION,
                                        SandboxNumbers.FEDEX_SEVERAL_RESULTS,
                                        SandboxNumbers.FEDEX_NOT_FOUND)));
            case "ups" ->
                Target.of(
                        new UpsCarrierProvider(),
                        Errands.of(
                                carrier,
                                List.of(
                                        SandboxNumbers.UPS_DELIVERED,
                                        SandboxNumbers.UPS_SINGLE_OBJECTS,
                                        SandboxNumbers.UPS_EXCEPTION,
                                        SandboxNumbers.UPS_SEVERAL_PACKAGES,
                                        SandboxNumbers.UPS_NOT_FOUND)));
            case "dhl" ->
                Target.of(
                        new DhlCarrierProvider(),
                        Errands.of(
                                carrier,
                                List.of(
                                        SandboxNumbers.DHL_EXPRESS_DELIVERED,
                                        SandboxNumbers.DHL_ECOMMERCE_DELIVERED,
                                        SandboxNumbers.DHL_EXPRESS_SEVERAL_PIECES,
                                        SandboxNumbers.DHL_PARCEL_DE_SEVERAL_SHIPMENTS,
                                        SandboxNumbers.DHL_ECOMMERCE_NOT_FOUND)));
            default -> {
                List<Errand> errands = new ArrayList<>(Errands.of(
                        "karrio:canadapost",
                        List.of(
                                KarrioNumbers.CANADA_POST_DELIVERED,
                                KarrioNumbers.CANADA_POST_CUSTOMS,
                                KarrioNumbers.CANADA_POST_EXCEPTION,
                                KarrioNumbers.CANADA_POST_MIXED_OFFSETS,
                                KarrioNumbers.CANADA_POST_NOT_FOUND)));
                errands.addAll(GatewayErrands.all());
                yield Target.of(new KarrioCarrierProvider(), errands);
            }
        };
    }
}
