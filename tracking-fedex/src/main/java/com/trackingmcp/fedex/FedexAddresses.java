package com.trackingmcp.fedex;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.fedex.FedexAddressWire.Answer;
import com.trackingmcp.fedex.FedexAddressWire.Asked;
import com.trackingmcp.fedex.FedexAddressWire.Output;
import com.trackingmcp.fedex.FedexAddressWire.PostalQuestion;
import com.trackingmcp.fedex.FedexAddressWire.Question;
import com.trackingmcp.fedex.FedexParts.Place;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.AddressValidation;
import com.trackingmcp.spi.AddressCapability;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RequestCheck;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * FedEx's Address Validation and Postal Code Validation APIs, neither of which needs an account. Safe for use by many
 * threads.
 */
final class FedexAddresses implements AddressCapability {
    private static final String VALIDATE = "validate_address";
    private static final String POSTAL = "validate_postal_code";

    /** FedEx Express, which goes furthest: FedEx asks which of its companies is meant. */
    private static final String EXPRESS = "FDXE";

    private final FedexSales sales;
    private final FedexSales.Door address;
    private final FedexSales.Door postal;
    private final FedexAddressMapper mapper;

    FedexAddresses(FedexSales sales) {
        this.sales = sales;
        this.address = sales.door("address");
        this.postal = sales.door("postal");
        this.mapper = new FedexAddressMapper(sales.profile());
    }

    /** A street is needed for an address and not for a postal code: each verb says itself what it lacks. */
    @Override
    public void check(Address given, RequestCheck check) {}

    @Override
    public CompletableFuture<AddressValidation> validate(Address given, CallContext call) {
        sales.requireCredentials(VALIDATE);
        RequestCheck check = new RequestCheck();
        if (FedexParties.lines(given).isEmpty()) {
            check.missing("lines");
        }
        if (given.postalCode().isEmpty() && given.city().isEmpty()) {
            check.missing("postal_code", "unless the city is given");
        }
        Place place = FedexParties.place(given);
        Place asked = new Place(
                place.streetLines(),
                place.city(),
                place.stateOrProvinceCode(),
                place.postalCode(),
                place.countryCode(),
                null);
        return ask(
                address,
                VALIDATE,
                "/address/v1/addresses/resolve",
                new Question(List.of(new Asked(asked))),
                check,
                call,
                output -> mapper.validation(given, output),
                code -> code.startsWith("STANDARDIZED.ADDRESS."));
    }

    @Override
    public boolean validatesPostalCodes() {
        return true;
    }

    /** FedEx wants to know the state, province or region of every country; where there is none, it is sent nothing. */
    @Override
    public CompletableFuture<AddressValidation> validatePostalCode(Address given, CallContext call) {
        sales.requireCredentials(POSTAL);
        RequestCheck check = new RequestCheck();
        check.required("postal_code", given.postalCode());
        if (given.country().filter(FedexParties.TEN_DIGITS::contains).isPresent()) {
            check.required("state_or_province", given.stateOrProvince());
        }
        Place place = FedexParties.place(given);
        LocalDate today = LocalDate.ofInstant(sales.context().clock().instant(), ZoneOffset.UTC);
        PostalQuestion question = new PostalQuestion(
                EXPRESS, place.countryCode(), place.stateOrProvinceCode(), place.postalCode(), today.toString());
        return ask(
                postal,
                POSTAL,
                "/country/v1/postal/validate",
                question,
                check,
                call,
                output -> mapper.served(given, output),
                code -> code.contains("POSTALCODE"));
    }

    private interface Reading {
        AddressValidation of(Output output);
    }

    /** @param isVerdict whether FedEx's code of a refusal is what it thinks of the address */
    private CompletableFuture<AddressValidation> ask(
            FedexSales.Door door,
            String operation,
            String path,
            Object question,
            RequestCheck check,
            CallContext call,
            Reading reading,
            Predicate<String> isVerdict) {
        CarrierHttp http = door.http();
        Optional<? extends CarrierException> refusal =
                check.refusal(code -> http.fault(code, operation).correlationId(call.correlationId()));
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(refusal.get());
        }
        CarrierRequest request =
                sales.request(CarrierRequest.postToRead(operation), path, question, call.correlationId());
        return http.send(request, call)
                .thenApply(response -> reading.of(output(response)))
                .exceptionallyCompose(failure -> {
                    CarrierException error = Outcomes.carrierException(failure);
                    boolean verdict = error.code() == ErrorCode.REQUEST_REFUSED
                            && error.carrierCode()
                                    .map(code -> code.toUpperCase(Locale.ROOT))
                                    .filter(isVerdict)
                                    .isPresent();
                    return verdict
                            ? CompletableFuture.completedFuture(mapper.unknownTo(
                                    error.carrierCode(), error.carrierText().orElse("")))
                            : CompletableFuture.failedFuture(error);
                });
    }

    private static Output output(CarrierResponse response) {
        Answer answer = WireJson.read(response, Answer.class);
        return FedexSellingErrors.output(response, answer.output(), answer.transactionId(), answer.errors());
    }
}
