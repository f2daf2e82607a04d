package com.trackingmcp.error;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The registry of everything this library can report: a stable id, what kind of problem it is, a title, a message with
 * {@code {placeholders}}, and what to do about it. Immutable.
 *
 * <p>An id never changes its meaning and is never given to another problem; new problems get new ids.
 */
public enum ErrorCode {
    NO_CARRIER_ON_CLASS_PATH(
            "E-1001",
            Category.CONFIGURATION,
            "No carrier on the class path",
            "No carrier module was found on the class path.",
            "Add com.trackingmcp:tracking-fedex, com.trackingmcp:tracking-ups or com.trackingmcp:tracking-dhl, "
                    + "or hand a carrier to TrackingClient.builder().carrier(...)."),
    NO_CREDENTIALS(
            "E-1002",
            Category.CONFIGURATION,
            "No carrier has credentials",
            "None of the carriers found has credentials: {carriers}.",
            "Set the named variables for at least one carrier, or hand a configured carrier to the builder."),
    INCOMPLETE_CREDENTIALS(
            "E-1003",
            Category.CONFIGURATION,
            "Credentials are half given",
            "The credentials of {carrier} are incomplete: {variables}.",
            "Set every variable named as missing, or remove the others."),
    DUPLICATE_CONNECTION(
            "E-1004",
            Category.CONFIGURATION,
            "Two connections with one id",
            "Two connections are named '{connection}': {carriers}.",
            "Give each connection an id of its own, such as 'fedex' and 'fedex-eu'."),
    INVALID_SETTING(
            "E-1005",
            Category.CONFIGURATION,
            "A setting cannot be read",
            "The setting {setting} is not valid: {reason}.",
            "Correct the value; the message says what is expected."),
    UNKNOWN_CARRIER(
            "E-1006",
            Category.CONFIGURATION,
            "No such connection",
            "There is no connection or carrier '{carrier}'; connected are {connections}.",
            "Use one of the connected ids, or configure the carrier."),
    BROKEN_CARRIER_MODULE(
            "E-1007",
            Category.CONFIGURATION,
            "A carrier module cannot be loaded",
            "A carrier module on the class path cannot be loaded: {reason}.",
            "Use carrier modules of the same version as tracking-api, for example through tracking-bom."),
    AUTHENTICATION_FAILED(
            "E-1010",
            Category.AUTHENTICATION,
            "The carrier refused the credentials",
            "{carrier} refused the credentials.",
            "Check key, secret and environment (sandbox or production) in the carrier's developer portal."),
    ACCESS_DENIED(
            "E-1011",
            Category.AUTHENTICATION,
            "The carrier refused access",
            "{carrier} knows the credentials but refuses this operation.",
            "Check that the project in the carrier's developer portal is subscribed to this API."),
    INVALID_TRACKING_NUMBER(
            "E-2001",
            Category.REQUEST,
            "Not a tracking number",
            "Not a tracking number: {reason}.",
            "Pass the number as printed on the label; spaces and dashes are fine."),
    CARRIER_NOT_DETECTED(
            "E-2002",
            Category.REQUEST,
            "No connected carrier for this number",
            "No connected carrier recognises the number: {reason}.",
            "Name the carrier with TrackingNumber.of(number, carrier), or connect the carrier the number belongs to."),
    REQUEST_REFUSED(
            "E-2003",
            Category.REQUEST,
            "The carrier refused the request",
            "{carrier} refused the request: {reason}.",
            "Read the carrier's own code and text in this error."),
    CAPABILITY_NOT_SUPPORTED(
            "E-2010",
            Category.REQUEST,
            "The carrier cannot do this",
            "{carrier} does not offer {capability}; carriers that do: {carriers}.",
            "Ask one of the named carriers."),
    MISSING_REQUIRED_FIELDS(
            "E-2020",
            Category.REQUEST,
            "Required fields are missing",
            "{count} required field(s) missing: {paths}.",
            "Fill the named fields and call again."),
    MALFORMED_REQUEST(
            "E-2021",
            Category.REQUEST,
            "The request is malformed",
            "The request is malformed: {reason}.",
            "Correct the request as the message says."),
    AMBIGUOUS_BILLING(
            "E-2022",
            Category.REQUEST,
            "Billing is ambiguous",
            "Exactly one payer is needed, but {count} were given.",
            "Name exactly one of sender, recipient or third party as the payer."),
    ALREADY_REQUESTED(
            "E-2023",
            Category.REQUEST,
            "Bought already",
            "Under the idempotency key of this request something was bought already, or may have been: {reason}.",
            "Look for the first purchase; use another key only to buy once more."),
    NOT_TRIED(
            "E-2024",
            Category.REQUEST,
            "Not tried",
            "This was not tried, for {reason}.",
            "Correct what failed, and send the rest again."),
    UNTRUSTED_MESSAGE(
            "E-2025",
            Category.REQUEST,
            "The message is not proven to be the carrier's",
            "The message does not prove that {carrier} sent it: {reason}.",
            "Do not act on it; where it is the carrier's, correct the secret on both sides."),
    TRACKING_NUMBER_NOT_FOUND(
            "E-3001",
            Category.CARRIER,
            "Tracking number not found",
            "{carrier} does not know this tracking number.",
            "Check the number; a fresh label may take up to half an hour to appear, and old parcels are forgotten."),
    RATE_LIMITED(
            "E-3002",
            Category.CARRIER,
            "Too many requests",
            "{carrier} takes no more requests now: {reason}.",
            "Wait for retryAfter, ask less often, or ask the carrier for a higher quota."),
    CARRIER_UNAVAILABLE(
            "E-3003",
            Category.CARRIER,
            "The carrier is not available",
            "{carrier} could not be reached or failed: {reason}.",
            "Try again later."),
    DEADLINE_EXCEEDED(
            "E-3004",
            Category.CARRIER,
            "No answer in time",
            "{carrier} did not answer within the deadline of {deadline}.",
            "Try again later, or allow more time with TrackingClient.builder().deadline(...)."),
    MALFORMED_RESPONSE(
            "E-3005",
            Category.CARRIER,
            "The carrier's answer cannot be read",
            "The answer of {carrier} cannot be read: {reason}.",
            "Try again; if it stays so, report it with the request id."),
    DOCUMENT_NOT_FOUND(
            "E-3006",
            Category.CARRIER,
            "Document not found or expired",
            "{carrier} has no such document, or it has expired.",
            "Upload the document again, or ask for it once the parcel is delivered."),
    SHIPMENT_NOT_CANCELLED(
            "E-3012",
            Category.CARRIER,
            "The shipment was not cancelled",
            "{carrier} did not cancel the shipment: {reason}.",
            "It may be cancelled already, too old, or on its way; ask the carrier."),
    PICKUP_NOT_CANCELLED(
            "E-3013",
            Category.CARRIER,
            "The pickup was not cancelled",
            "{carrier} did not cancel the pickup: {reason}.",
            "It may be cancelled or done already, or the driver is on the way; ask the carrier."),
    OBJECT_NOT_FOUND(
            "E-3014",
            Category.CARRIER,
            "Not found",
            "{carrier} has no {what} with this id.",
            "Check the id; it may have been deleted, or belong to another account or to the other of test and live mode."),
    PICKUP_TIMING(
            "E-3007",
            Category.CARRIER,
            "The pickup time does not fit",
            "{carrier} refused the pickup time: {reason}.",
            "Choose a date and a window inside the carrier's own, with ready time before close time."),
    NO_LOCATIONS_FOUND(
            "E-3008",
            Category.CARRIER,
            "No locations found",
            "{carrier} knows no location within {radius}.",
            "Widen the radius or drop a filter."),
    OUTCOME_UNKNOWN(
            "E-3009",
            Category.CARRIER,
            "The answer was lost",
            "The request may have reached {carrier}, but its answer was lost.",
            "Check with the carrier before trying again: it may have been carried out."),
    CLIENT_CLOSED(
            "E-3010",
            Category.CLIENT,
            "The client is closed",
            "The client was closed before {carrier} answered.",
            "Keep the client open for as long as calls are pending."),
    CALL_CANCELLED(
            "E-3011",
            Category.CLIENT,
            "The call was cancelled",
            "The call was cancelled, or its thread interrupted, before {carrier} answered.",
            "Ask again if the answer is wanted after all."),
    UNEXPECTED(
            "E-3099",
            Category.CLIENT,
            "An unexpected failure",
            "{carrier}: {reason}.",
            "This is a defect: report it with its cause."),
    ELICITATION_DECLINED(
            "E-4001",
            Category.AGENT,
            "The question was declined",
            "The person declined to answer: {question}.",
            "Nothing was done; ask again only if the person wants to go on."),
    ELICITATION_CANCELLED(
            "E-4002",
            Category.AGENT,
            "The question was cancelled",
            "The question was cancelled: {question}.",
            "Nothing was done; start again when the person is ready."),
    CONFIRMATION_REFUSED(
            "E-4003",
            Category.AGENT,
            "The confirmation does not fit",
            "The confirmation token is not genuine, has expired, or is for other arguments or another caller.",
            "Nothing was done; call without the token, and confirm what that call answers."),
    CONFIRMATION_IMPOSSIBLE(
            "E-4004",
            Category.AGENT,
            "Nobody can be asked",
            "This needs the yes of a person, and the client cannot ask one.",
            "Nothing was done; use a client that supports elicitation, or a server that takes confirmation tokens."),
    QUOTE_GONE(
            "E-4005",
            Category.AGENT,
            "The quote is gone",
            "The quote {quote} is not known here: it has expired, or was made for another caller.",
            "Ask for rates again and take one of the new quotes.");

    /** Whose problem it is. */
    public enum Category {
        /** Settings, credentials, class path. */
        CONFIGURATION,
        /** Credentials or permissions that the carrier refuses. */
        AUTHENTICATION,
        /** What the caller passed. */
        REQUEST,
        /** What the carrier said, or failed to say. */
        CARRIER,
        /** This library itself. */
        CLIENT,
        /** An agent's dialogue with a person. */
        AGENT
    }

    private final String id;
    private final Category category;
    private final String title;
    private final String template;
    private final String remediation;

    ErrorCode(String id, Category category, String title, String template, String remediation) {
        this.id = id;
        this.category = category;
        this.title = title;
        this.template = template;
        this.remediation = remediation;
    }

    /** The stable id, such as {@code E-3001}: safe to store and to branch on. */
    @JsonValue
    public String id() {
        return id;
    }

    /** Whose problem it is. */
    public Category category() {
        return category;
    }

    /** A few words for a headline. */
    public String title() {
        return title;
    }

    /** The message with {@code {placeholders}}. */
    public String template() {
        return template;
    }

    /** What to do about it. */
    public String remediation() {
        return remediation;
    }

    /**
     * The code with this id.
     *
     * @throws IllegalArgumentException when no code has it
     */
    @JsonCreator
    public static ErrorCode ofId(String id) {
        for (ErrorCode code : values()) {
            if (code.id.equals(id)) {
                return code;
            }
        }
        throw new IllegalArgumentException("No error code " + id);
    }
}
