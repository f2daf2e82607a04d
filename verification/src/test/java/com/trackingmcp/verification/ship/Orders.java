package com.trackingmcp.verification.ship;

import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.testkit.SandboxOrders;

/** Shipments as shops send them, each complete for its carrier. */
final class Orders {
    /** What a lane is called in the matrix. */
    enum Kind {
        DOMESTIC,
        INTERNATIONAL,
        SEVERAL_PARCELS,
        RETURN
    }

    private Orders() {}

    static ShipmentRequest.Builder order(String carrier, Kind kind) {
        ShipmentRequest.Builder order =
                kind == Kind.INTERNATIONAL ? SandboxOrders.international(carrier) : SandboxOrders.domestic(carrier);
        if (kind == Kind.SEVERAL_PARCELS) {
            Parcel parcel = order.build().parcels().get(0);
            order.addParcels(parcel, parcel);
        }
        return order.returnShipment(kind == Kind.RETURN);
    }
}
