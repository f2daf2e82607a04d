package com.trackingmcp.dhl;

import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value-added services of a shipment. Stateless.
 *
 * <p>Source of the codes: MyDHL API 3.1.1, the list of services in its sample of prices, and what it says of dangerous
 * goods.
 */
final class DhlServices {
    /** Options that are a service each, without more to say. */
    private static final Map<String, String> SWITCHES = switches();

    /** For how many months a label may lie before the parcel comes. */
    private static final Map<String, String> DATA_STAGING = Map.of("3", "PT", "6", "PU", "12", "PV", "24", "PW");

    /** By the packing instruction that the batteries follow: service and content. */
    private static final Map<String, List<String>> LITHIUM = Map.of(
            "ion_pi966", List.of("HD", "966"),
            "ion_pi967", List.of("HV", "967"),
            "metal_pi969", List.of("HM", "969"),
            "metal_pi970", List.of("HW", "970"));

    private static final String DRY_ICE = "901";
    private static final String EXCEPTED_QUANTITIES = "E01";

    private DhlServices() {}

    private static Map<String, String> switches() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(DhlOptions.PAPERLESS, "WY");
        codes.put(DhlOptions.LABEL_FREE, "PZ");
        codes.put("dhl_gogreen", "EE");
        codes.put("dhl_gogreen_plus", "FE");
        codes.put("dhl_hold_for_collection", "LX");
        codes.put("dhl_neutral_delivery", "NN");
        codes.put("dhl_residential_delivery", "TK");
        codes.put("dhl_verified_delivery", "TF");
        codes.put("dhl_non_stackable", "YC");
        return codes;
    }

    /** What a purchase asks for; null for none. */
    static @Nullable List<DhlBody.Service> of(ShipmentRequest request) {
        return orNull(services(request));
    }

    /** The same for a price, where dangerous goods are no more than their service. */
    static @Nullable List<DhlBody.Service> priced(ShipmentRequest request) {
        return orNull(services(request).stream()
                .map(service -> new DhlBody.Service(service.serviceCode(), service.value(), service.currency(), null))
                .toList());
    }

    private static @Nullable List<DhlBody.Service> orNull(List<DhlBody.Service> services) {
        return services.isEmpty() ? null : services;
    }

    private static List<DhlBody.Service> services(ShipmentRequest request) {
        List<DhlBody.Service> services = new ArrayList<>();
        insured(request)
                .ifPresent(value -> services.add(new DhlBody.Service(
                        "II",
                        DhlMeasures.plain(value.amount()),
                        value.currency().getCurrencyCode(),
                        null)));
        add(services, DhlPayers.isDutyPaid(request), "DD");
        add(services, request.saturdayDelivery(), "AA");
        add(services, request.signature() == SignatureOption.DIRECT, "SF");
        add(services, request.signature() == SignatureOption.NONE, "SX");
        DhlOptions options = DhlOptions.of(request);
        SWITCHES.forEach((option, code) -> add(services, options.flag(option), code));
        add(services, !request.tradeDocuments().isEmpty() && !options.flag(DhlOptions.PAPERLESS), "WY");
        options.text(DhlOptions.DATA_STAGING)
                .flatMap(months -> Optional.ofNullable(DATA_STAGING.get(months)))
                .ifPresent(code -> add(services, true, code));
        add(services, options.has(DhlOptions.SERVICE_POINT), "TV");
        dangerousGoods(options, DhlMeasures.of(request), services);
        return services;
    }

    private static void add(List<DhlBody.Service> services, boolean wanted, String code) {
        if (wanted) {
            services.add(new DhlBody.Service(code, null, null, null));
        }
    }

    /** Ice is told in the unit of the request, as all that weighs. */
    private static void dangerousGoods(DhlOptions options, DhlMeasures measures, List<DhlBody.Service> services) {
        options.number(DhlOptions.DRY_ICE)
                .map(kilograms -> measures.weight(new Weight(kilograms, Weight.Unit.KG)))
                .ifPresent(weight -> services.add(dangerous("HC", DRY_ICE, weight, null)));
        options.text(DhlOptions.LITHIUM)
                .flatMap(kind -> Optional.ofNullable(LITHIUM.get(kind)))
                .ifPresent(codes -> services.add(dangerous(codes.get(0), codes.get(1), null, null)));
        List<String> codes = options.words(DhlOptions.EXCEPTED_QUANTITIES);
        if (!codes.isEmpty()) {
            services.add(dangerous("HH", EXCEPTED_QUANTITIES, null, codes));
        }
    }

    private static DhlBody.Service dangerous(
            String service, String content, @Nullable BigDecimal dryIce, @Nullable List<String> unCodes) {
        return new DhlBody.Service(service, null, null, List.of(new DhlBody.DangerousGoods(content, dryIce, unCodes)));
    }

    /** What all parcels are insured for together; empty for nothing. */
    static Optional<Money> insured(ShipmentRequest request) {
        return request.parcels().stream()
                .map(Parcel::declaredValue)
                .flatMap(Optional::stream)
                .filter(value -> value.amount().signum() > 0)
                .reduce((one, other) -> new Money(one.amount().add(other.amount()), one.currency()));
    }
}
