package com.trackingmcp.testkit;

import com.trackingmcp.spi.ConfigSource;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The server a carrier is held against by {@link CarrierContract}: one that speaks the carrier's real wire format and
 * can be told to fail. {@link SandboxSubject} is the one for the carriers of the sandbox. Used by one test at a time.
 */
public interface ContractSubject extends AutoCloseable {
    /** The settings that connect the carrier to this server. */
    ConfigSource config();

    /** The carrier's id, where the provider is a gateway's: the one of its carriers that is held to the contract. */
    default Optional<String> carrier() {
        return Optional.empty();
    }

    /** The clock this server's tokens live by. */
    Clock clock();

    /** A number for each situation the server knows; {@link Situation#DELIVERED} and {@link Situation#NOT_FOUND} at least. */
    Map<Situation, String> numbers();

    /** Answers the next requests that are not for tokens with this HTTP status. */
    void fail(int status, int times);

    /** Answers requests that are not for tokens with an HTML page and status 200, until the test ends. */
    void answerHtml();

    /** Makes all tokens issued so far worthless. */
    void expireTokens();

    /** How many requests for tokens came so far. */
    int tokenRequests();

    /** How many other requests came so far. */
    int otherRequests();

    /** What it sells; nothing where the carrier sells none. */
    default Optional<SellingSubject> selling() {
        return Optional.empty();
    }

    /** What a shipping desk asks of it besides; nothing where the carrier has none of it. */
    default Optional<DeskSubject> desk() {
        return Optional.empty();
    }

    @Override
    void close();
}
