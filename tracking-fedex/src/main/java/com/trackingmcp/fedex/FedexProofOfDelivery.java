package com.trackingmcp.fedex;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.fedex.FedexApi.Reply;
import com.trackingmcp.fedex.FedexTrackingWire.Fault;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.Outcomes;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The paper that proves a delivery, with the signature where the account asked for is the shipper's. Safe for use by
 * many threads.
 *
 * <p>FedEx sends papers in a format of its own choice whatever was asked, so the content tells the media type.
 */
final class FedexProofOfDelivery {
    private static final String OPERATION = "proof_of_delivery";

    private final FedexConfig config;
    private final FedexApi api;

    FedexProofOfDelivery(FedexConfig config, FedexApi api) {
        this.config = config;
        this.api = api;
    }

    CompletableFuture<ProofOfDelivery> fetch(TrackingNumber number, CallContext call) {
        return ask(number, config.accountNumber().orElse(null), call).exceptionallyCompose(failure -> {
            CarrierException error = Outcomes.carrierException(failure);
            // Another shipper's parcel has a proof as well, only without the signature's image.
            return config.accountNumber().isPresent() && isAboutTheAccount(error)
                    ? ask(number, null, call)
                    : CompletableFuture.failedFuture(error);
        });
    }

    private CompletableFuture<ProofOfDelivery> ask(
            TrackingNumber number, @Nullable String accountNumber, CallContext call) {
        return api.ask(
                        OPERATION,
                        "/track/v1/trackingdocuments",
                        FedexRequests.proofOfDelivery(number, accountNumber),
                        call)
                .thenApply(reply -> proof(number, reply))
                .exceptionallyCompose(failure ->
                        CompletableFuture.failedFuture(ofNumber(number, Outcomes.carrierException(failure))));
    }

    private static boolean isAboutTheAccount(CarrierException error) {
        return error.carrierCode()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .filter(code -> code.contains("ACCOUNT"))
                .isPresent();
    }

    private static CarrierException ofNumber(TrackingNumber number, CarrierException error) {
        boolean noPaper =
                error.code() == ErrorCode.TRACKING_NUMBER_NOT_FOUND && isNoPaper(error.code(), error.carrierCode());
        return (noPaper
                        ? FedexErrors.recoded(error.details(), ErrorCode.DOCUMENT_NOT_FOUND)
                        : error.details().toBuilder())
                .subject(number.value())
                .toException(error.getCause());
    }

    private ProofOfDelivery proof(TrackingNumber number, Reply reply) {
        List<Document> documents = reply.output().stream()
                .flatMap(output -> Stream.concat(
                        WireJson.list(output.documents()).stream(), WireJson.list(output.document()).stream()))
                .flatMap(text -> document(text).stream())
                .toList();
        if (documents.isEmpty()) {
            throw none(reply);
        }
        return ProofOfDelivery.builder()
                .number(number)
                .carrier(FedexCarrier.ID)
                .documents(documents)
                .build();
    }

    /** FedEx says in its alerts, or in errors inside a 200, why there is no paper. */
    private CarrierException none(Reply reply) {
        Optional<Fault> why = Stream.concat(
                        reply.faults(),
                        FedexAlerts.faults(reply).filter(fault -> !"VIRTUAL.RESPONSE".equals(fault.code())))
                .findFirst();
        ErrorCode told = why.map(FedexErrors::code).orElse(ErrorCode.DOCUMENT_NOT_FOUND);
        ErrorCode code = isNoPaper(told, why.flatMap(fault -> WireText.text(fault.code())))
                ? ErrorCode.DOCUMENT_NOT_FOUND
                : told;
        return api.fault(code, reply)
                .carrierCode(why.flatMap(fault -> WireText.text(fault.code())).orElse(null))
                .carrierText(why.flatMap(fault -> WireText.first(fault.message(), fault.code()))
                        .orElse(null))
                .toException();
    }

    /** The number was found, its paper was not. */
    private static boolean isNoPaper(ErrorCode told, Optional<String> carrierCode) {
        boolean aboutTheNumber = carrierCode
                .filter(code -> code.toUpperCase(Locale.ROOT).contains("TRACKINGNUMBER"))
                .isPresent();
        return told == ErrorCode.REQUEST_REFUSED || told == ErrorCode.TRACKING_NUMBER_NOT_FOUND && !aboutTheNumber;
    }

    private static Optional<Document> document(String text) {
        return WireText.text(text).flatMap(FedexProofOfDelivery::decoded).map(content -> {
            String base64 = Base64.getEncoder().encodeToString(content);
            return Document.builder()
                    .kind("proof_of_delivery")
                    .mediaType(mediaType(content))
                    .base64(base64)
                    .build();
        });
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.replaceAll("\\s", "")))
                    .filter(content -> content.length > 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> mediaType(byte[] content) {
        if (startsWith(content, '%', 'P', 'D', 'F')) {
            return Optional.of("application/pdf");
        }
        if (startsWith(content, 0x89, 'P', 'N', 'G')) {
            return Optional.of("image/png");
        }
        return startsWith(content, 0xFF, 0xD8, 0xFF) ? Optional.of("image/jpeg") : Optional.empty();
    }

    private static boolean startsWith(byte[] content, int... magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
