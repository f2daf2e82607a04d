package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.mcp.internal.tool.Tool;
import java.util.ArrayList;
import java.util.List;

/** All tools there are, in the order an agent reads them. Stateless. */
public final class Tools {
    private Tools() {}

    /** All of them, over one client. */
    public static List<Tool> all(Workbench bench) {
        List<Tool> tools = new ArrayList<>();
        tools.add(new TrackPackage(bench));
        tools.add(new TrackPackages(bench));
        tools.add(new DetectCarrier(bench));
        tools.add(new GetShippingRates(bench));
        tools.add(new GetTransitTimes(bench));
        tools.add(new ValidateAddress(bench));
        tools.add(new CreateShipment(bench));
        tools.add(new GetShipment(bench));
        tools.add(new ListShipments(bench));
        tools.add(new CancelShipment(bench));
        tools.add(new RecoverLabel(bench));
        tools.add(new SchedulePickup(bench));
        tools.add(new GetPickupRates(bench));
        tools.add(new CancelPickup(bench));
        tools.add(new GetPickupStatus(bench));
        tools.add(new GetLandedCost(bench));
        tools.add(new UploadDocument(bench));
        tools.add(new AttachDocument(bench));
        tools.add(new DeleteDocument(bench));
        tools.add(new FindLocations(bench));
        tools.add(new GetPoliticalDivisions(bench));
        tools.add(new CreateManifest(bench));
        tools.add(new ListOrders(bench));
        tools.add(new ListCarriers(bench));
        tools.add(new GetCarrierServices(bench));
        tools.add(new GetShippingOptions(bench));
        tools.add(new GetPackageTypes(bench));
        tools.add(new SearchDocs());
        return tools.stream()
                .<Tool>map(tool -> new CarrierNames(tool, bench.client()))
                .toList();
    }
}
