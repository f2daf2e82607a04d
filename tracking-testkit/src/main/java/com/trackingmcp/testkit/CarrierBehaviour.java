package com.trackingmcp.testkit;

/**
 * What one of a carrier's systems answers to a request, apart from how the request came.
 *
 * <p>Implementations are safe for use by many threads and keep no state but the tokens they issued. The sandbox's own
 * server and {@link SandboxExtension} for WireMock both speak through this interface.
 */
public interface CarrierBehaviour {

    /** The name of the wire: {@code fedex}, {@code ups}, {@code dhl-unified}, {@code dhl-locations}, ... */
    String wire();

    /** The answer; {@code request} has its path below the wire's own root. */
    SandboxResponse answer(SandboxRequest request);

    /** What the request asks for, in a word: {@code token}, {@code track}, {@code documents}, ... */
    String operation(SandboxRequest request);

    /** How many parcel numbers the request asks about. */
    int numbers(SandboxRequest request);

    /** The carrier's own way to say that something went wrong with this HTTP status. */
    SandboxResponse failure(int status);

    /** Makes every token issued so far worthless. */
    void expireTokens();
}
