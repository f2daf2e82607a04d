package com.trackingmcp.model;

/**
 * Whose a number may be, told from the number alone. Immutable.
 *
 * @param carrier the carrier's id, such as {@code fedex}; also of carriers this library only recognises, such as
 *     {@code usps}
 * @param confidence how sure that is
 * @param family the family of numbers, which names the service, such as {@code fedex-ground-96}
 * @param reason why, in words for people
 * @param connected whether this client can ask that carrier
 */
public record CarrierMatch(String carrier, Confidence confidence, String family, String reason, boolean connected) {}
