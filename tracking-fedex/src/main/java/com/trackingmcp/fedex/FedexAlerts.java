package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexApi.Reply;
import com.trackingmcp.fedex.FedexTrackingWire.Fault;
import com.trackingmcp.fedex.FedexTrackingWire.Output;
import com.trackingmcp.fedex.FedexTrackingWire.TrackResult;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Alert;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The notes on a whole answer. They are objects as described, or the plain text {@code CODE - message} as in FedEx's
 * own example, or the code alone; the whole output may be a text, too. Stateless.
 */
final class FedexAlerts {
    /** {@code AREA.SUBJECT.CONDITION}, as FedEx builds its codes. */
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]+(\\.[A-Z0-9]+)+");

    private FedexAlerts() {}

    /** An answer whose whole output is a text. */
    record TextAnswer(@Nullable String output) {}

    /** The notes to pass on with every parcel of the answer, {@code VIRTUAL.RESPONSE} of the sandbox among them. */
    static List<Alert> of(Reply reply) {
        return faults(reply).map(FedexAlerts::alert).distinct().toList();
    }

    /** The notes on the whole answer, and those on one parcel after them. */
    static List<Alert> with(List<Alert> whole, TrackResult parcel) {
        boolean silent =
                parcel.informationNotes() == null && parcel.serviceCommitMessage() == null && parcel.error() == null;
        return silent
                ? whole
                : Stream.concat(whole.stream(), of(parcel)).distinct().toList();
    }

    /** The notes FedEx puts on one parcel: what to know about it and its delivery date, and an error beside it. */
    private static Stream<Alert> of(TrackResult parcel) {
        Stream<Fault> notes = WireJson.list(parcel.informationNotes()).stream()
                .map(note -> new Fault(note.code(), note.description()));
        Stream<Fault> commitment =
                Optional.ofNullable(parcel.serviceCommitMessage())
                        .map(note -> new Fault(note.type(), note.message()))
                        .stream();
        return Stream.of(notes, commitment, parcel.note().stream())
                .flatMap(faults -> faults)
                .filter(fault -> !fault.isEmpty())
                .map(FedexAlerts::alert);
    }

    /** Notes that say that nothing was found. */
    static Stream<Fault> notFound(Reply reply) {
        return faults(reply).filter(fault -> FedexErrors.isNotFound(fault.code()));
    }

    static Stream<Fault> faults(Reply reply) {
        Optional<Output> output = reply.output();
        if (output.isEmpty()) {
            return WireJson.tryRead(reply.response(), TextAnswer.class)
                    .flatMap(answer -> WireText.text(answer.output()))
                    .map(FedexAlerts::ofText)
                    .filter(fault -> !fault.isEmpty())
                    .stream();
        }
        Stream<Fault> alerts = WireJson.list(output.get().alerts()).stream().map(FedexAlerts::ofValue);
        Stream<Fault> message = WireText.text(output.get().message()).map(text -> new Fault(null, text)).stream();
        return Stream.concat(alerts, message).filter(fault -> !fault.isEmpty());
    }

    static Alert alert(Fault fault) {
        return Alert.builder()
                .code(WireText.text(fault.code()))
                .text(WireText.first(fault.message(), fault.code()).orElse(""))
                .build();
    }

    /** The notes of an answer to another question than where a parcel is. */
    static List<Alert> ofValues(@Nullable List<@Nullable Object> alerts) {
        return WireJson.list(alerts).stream()
                .map(FedexAlerts::ofValue)
                .filter(fault -> !fault.isEmpty())
                .map(FedexAlerts::alert)
                .distinct()
                .toList();
    }

    private static Fault ofValue(Object value) {
        return value instanceof Map<?, ?> members
                ? new Fault(scalar(members.get("code")), scalar(members.get("message")))
                : ofText(scalar(value));
    }

    private static String scalar(@Nullable Object value) {
        return value instanceof String || value instanceof Boolean ? value.toString() : "";
    }

    private static Fault ofText(String text) {
        int dash = text.indexOf(" - ");
        String code = dash > 0 ? text.substring(0, dash) : text;
        boolean coded = CODE.matcher(code).matches();
        return coded ? new Fault(code, dash > 0 ? text.substring(dash + 3) : null) : new Fault(null, text);
    }
}
