package com.trackingmcp.testkit;

import com.trackingmcp.spi.CarrierProvider;

/**
 * What every carrier must do, ours and anyone's: extend it, name the provider and the server, and run it with JUnit. A
 * defect found in one carrier becomes a row here, so that it is none of the others'.
 *
 * <p>A situation the server has no number for is skipped, and the skip says so. What a setting holds is told from its
 * name: a credential's has {@code SECRET}, {@code PASSWORD}, {@code KEY}, {@code CLIENT_ID} or {@code USERNAME} in it.
 *
 * <p>Its tests are in its parents, one for each thing a carrier does; a new verb gets a parent of its own.
 */
public abstract class CarrierContract extends BeforehandContract {
    /** The carrier to hold to the contract. */
    @Override
    protected abstract CarrierProvider provider();

    /** A fresh server; closed after each test. */
    @Override
    protected abstract ContractSubject newSubject();
}
