package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuote;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.PickupStatus;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.ups.UpsParts.Status;
import com.trackingmcp.ups.UpsPickupWire.CancelResponse;
import com.trackingmcp.ups.UpsPickupWire.Cancelled;
import com.trackingmcp.ups.UpsPickupWire.Created;
import com.trackingmcp.ups.UpsPickupWire.CreationResponse;
import com.trackingmcp.ups.UpsPickupWire.Pending;
import com.trackingmcp.ups.UpsPickupWire.PendingResponse;
import com.trackingmcp.ups.UpsPickupWire.PendingStatus;
import com.trackingmcp.ups.UpsPickupWire.Quoted;
import com.trackingmcp.ups.UpsPickupWire.RateResponse;
import com.trackingmcp.ups.UpsPickupWire.RateResult;
import com.trackingmcp.ups.UpsPickupWire.TriggerHead;
import com.trackingmcp.ups.UpsPickupWire.TriggerResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads what UPS answers about pickups. Safe for use by many threads. */
final class UpsPickupMapper {
    private static final String NO_PRICE = "02";
    private static final String EXISTING = "02";

    /** States of a Smart Pickup that is not called off: fetched, or the driver was there. */
    private static final Set<String> TOO_LATE = Set.of("003", "004", "005", "006", "007");

    private static final Set<String> CALLED_OFF = Set.of("002", "008");
    private final CarrierProfile profile;
    private final BiConsumer<String, String> unmappedCodes;

    UpsPickupMapper(CarrierProfile profile, BiConsumer<String, String> unmappedCodes) {
        this.profile = profile;
        this.unmappedCodes = unmappedCodes;
    }

    List<PickupQuote> quotes(CarrierResponse response, PickupRequest request) {
        RateResponse answer = UpsAnswers.read(response, Quoted.class, Quoted::PickupRateResponse);
        RateResult result = answer.RateResult();
        if (result == null) {
            throw UpsAnswers.malformed(response, "it holds no price");
        }
        return List.of(PickupQuote.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .available(true)
                .date(request.date())
                .price(price(result))
                .charges(charges(result))
                .alerts(UpsAnswers.alerts(answer.Response(), disclaimers(result)))
                .build());
    }

    PickupConfirmation booked(CarrierResponse response, PickupRequest request) {
        CreationResponse answer = UpsAnswers.read(response, Created.class, Created::PickupCreationResponse);
        RateResult result = answer.RateResult();
        List<Status> remarks = new ArrayList<>(disclaimers(result));
        if (answer.RateStatus() != null && UpsText.is(answer.RateStatus().Code(), NO_PRICE)) {
            remarks.add(answer.RateStatus());
        }
        return started(response, answer.PRN())
                .date(request.date())
                .readyTime(request.readyTime())
                .closeTime(request.closeTime())
                .address(request.address())
                .pieces(request.quantity())
                .instructions(request.instructions())
                .price(Optional.ofNullable(result).flatMap(UpsPickupMapper::price))
                .charges(result == null ? List.of() : charges(result))
                .alerts(UpsAnswers.alerts(answer.Response(), remarks))
                .build();
    }

    /** A Smart Pickup comes to the account's own address, when UPS says. */
    PickupConfirmation triggered(CarrierResponse response) {
        TriggerResponse answer = UpsAnswers.read(response, Created.class, Created::PickupTriggerGWNResponse);
        Optional<TriggerHead> head = Optional.ofNullable(answer.Response());
        Optional<Status> status =
                Optional.ofNullable(answer.TriggerStatus()).or(() -> head.map(TriggerHead::TriggerStatus));
        List<Alert> alerts = new ArrayList<>(
                UpsAnswers.alerts(list(head.map(TriggerHead::Alert).orElse(null))));
        if (status.filter(told -> UpsText.is(told.Code(), EXISTING)).isPresent()) {
            alerts.add(Alert.builder()
                    .code(EXISTING)
                    .text("There was a pickup for that day already: it is this one")
                    .build());
        }
        if (UpsText.clean(answer.NextBusinessDayIndicator())
                .or(() -> head.flatMap(told -> UpsText.clean(told.NextBusinessDayIndicator())))
                .isPresent()) {
            alerts.add(Alert.builder()
                    .text("It was too late for today: UPS comes on the next business day")
                    .build());
        }
        return started(
                        response,
                        head.map(TriggerHead::PRN)
                                .filter(prn -> answer.PRN() == null)
                                .orElse(answer.PRN()))
                .date(UpsTimes.date(answer.ServiceDate())
                        .or(() -> head.flatMap(told -> UpsTimes.date(told.ServiceDate()))))
                .carrierStatusCode(status.flatMap(told -> UpsText.clean(told.Code())))
                .carrierStatusText(status.flatMap(told -> UpsText.clean(told.Description())))
                .alerts(alerts)
                .build();
    }

    private PickupConfirmation.Builder started(CarrierResponse response, @Nullable String prn) {
        String number =
                UpsText.clean(prn).orElseThrow(() -> UpsAnswers.malformed(response, "it holds no number of a pickup"));
        return confirmation(number).status(PickupStatus.SCHEDULED);
    }

    private PickupConfirmation.Builder confirmation(String number) {
        PickupConfirmation.Builder builder = PickupConfirmation.builder();
        builder.carrier(profile.carrier()).connection(profile.connection()).confirmationNumber(number);
        return builder;
    }

    /** Those UPS tells of; what has no number cannot be meant by anybody. */
    List<PickupConfirmation> pending(CarrierResponse response) {
        PendingResponse answer = UpsAnswers.read(response, Pending.class, Pending::PickupPendingStatusResponse);
        return list(answer.PendingStatus()).stream()
                .flatMap(told -> UpsText.clean(told.PRN()).map(prn -> pending(prn, told)).stream())
                .toList();
    }

    private PickupConfirmation pending(String prn, PendingStatus told) {
        UpsPickupStatus status = UpsPickupStatus.of(told);
        if (status.isUnheardOf()) {
            status.code().ifPresent(code -> unmappedCodes.accept(profile.carrier(), "pickup " + code));
        }
        Optional<LocalDate> date = UpsTimes.date(told.ServiceDate());
        return confirmation(prn)
                .date(date)
                .status(status.meaning())
                .carrierStatusCode(status.code())
                .carrierStatusText(status.text())
                .build();
    }

    /**
     * What became of a wish to call a pickup off. Of a Smart Pickup UPS tells the state as well; one that does not say whether
     * it is called off counts as not cancelled, in UPS's words.
     */
    Cancellation cancelled(CarrierResponse response, String id) {
        CancelResponse answer = UpsAnswers.read(response, Cancelled.class, Cancelled::PickupCancelResponse);
        Optional<Status> state = Optional.ofNullable(answer.GWNStatus());
        Optional<String> code =
                state.flatMap(told -> UpsText.clean(told.Code())).map(told -> UpsText.padded(told, 3));
        Optional<String> text = state.flatMap(told -> UpsText.clean(told.Description()));
        if (!UpsAnswers.isDone(answer.Response())
                || code.filter(TOO_LATE::contains).isPresent()) {
            throw response.fault(ErrorCode.PICKUP_NOT_CANCELLED)
                    .carrierCode(code.orElse(null))
                    .carrierText(text.orElse(null))
                    .toException();
        }
        return Cancellation.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .id(id)
                .cancelled(code.isEmpty() || code.filter(CALLED_OFF::contains).isPresent())
                .carrierText(text)
                .build();
    }

    private static List<Status> disclaimers(@Nullable RateResult result) {
        return result == null || result.Disclaimer() == null ? List.of() : List.of(result.Disclaimer());
    }

    /** What the account pays, where that is told; with taxes. */
    private static Optional<Money> price(RateResult result) {
        return money(result.GrandTotalOfAllIncentedCharge(), result)
                .or(() -> money(result.GrandTotalOfAllCharge(), result));
    }

    private static Optional<Money> money(@Nullable String amount, RateResult result) {
        return UpsPrices.money(amount, result.CurrencyCode());
    }

    private static List<Charge> charges(RateResult result) {
        List<Charge> charges = new ArrayList<>();
        list(result.ChargeDetail())
                .forEach(detail -> money(detail.IncentedAmount(), result)
                        .or(() -> money(detail.ChargeAmount(), result))
                        .filter(money -> money.amount().signum() != 0)
                        .ifPresent(money -> charges.add(Charge.builder()
                                .type(type(detail.ChargeCode(), UpsText.clean(detail.ChargeDescription())))
                                .code(UpsText.clean(detail.ChargeCode()))
                                .description(UpsText.clean(detail.ChargeDescription()))
                                .amount(money)
                                .build())));
        list(result.TaxCharges())
                .forEach(tax -> money(tax.MonetaryValue(), result)
                        .filter(money -> money.amount().signum() != 0)
                        .ifPresent(money -> charges.add(Charge.builder()
                                .type(Charge.Type.TAX)
                                .code(UpsText.clean(tax.Type()))
                                .amount(money)
                                .build())));
        return charges;
    }

    /** {@code B} is the base; of the rest UPS's words alone tell fuel apart. */
    private static Charge.Type type(@Nullable String code, Optional<String> words) {
        if (UpsText.is(code, "B")) {
            return Charge.Type.BASE;
        }
        return words.filter(text -> text.toUpperCase(Locale.ROOT).startsWith("FUEL"))
                        .isPresent()
                ? Charge.Type.FUEL
                : Charge.Type.SURCHARGE;
    }
}
