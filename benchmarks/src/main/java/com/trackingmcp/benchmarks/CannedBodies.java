package com.trackingmcp.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers of carriers about delivered parcels of twelve events, newest first, with all that real ones hold beside. */
final class CannedBodies {
    private static final int EVENTS = 12;
    private static final List<String> CITIES = List.of("LEIPZIG", "HALLE", "ERFURT", "KASSEL", "KOELN", "BONN");
    private static final List<String> TEXTS = List.of(
            "Shipment information sent to the carrier",
            "Picked up",
            "Arrived at origin facility",
            "Departed facility in transit",
            "In transit to next facility",
            "On vehicle for delivery",
            "Delivered, left at front door");

    private CannedBodies() {}

    private static String text(int i) {
        return i == 0 ? TEXTS.get(0) : TEXTS.get(i >= EVENTS - 2 ? i - EVENTS + TEXTS.size() : 1 + i % 4);
    }

    private static String phase(int i, String announced, String moving, String out, String delivered) {
        return i == 0 ? announced : i == EVENTS - 1 ? delivered : i == EVENTS - 2 ? out : moving;
    }

    private static String events(IntFunction<String> event) {
        return IntStream.range(0, EVENTS)
                .mapToObj(i -> event.apply(EVENTS - 1 - i))
                .collect(Collectors.joining(","));
    }

    private static String json(String template, Object... values) {
        return String.format(Locale.ROOT, template.replace('\'', '"'), values);
    }

    static String ups(String number) {
        return json(
                        "{'trackResponse':{'shipment':[{'inquiryNumber':'%1$s','package':[{'trackingNumber':'%1$s',"
                                + "'deliveryDate':[{'type':'DEL','date':'20260306'}],'deliveryTime':{'type':'DEL','endTime':'141000'},"
                                + "'activity':[",
                        number)
                + events(i -> json(
                        "{'date':'202603%02d','time':'%02d%02d00','gmtDate':'202603%02d','gmtOffset':'-06:00',"
                                + "'gmtTime':'%02d:%02d:00','location':{'address':{'city':'%s','stateProvince':'TN','countryCode':'US',"
                                + "'country':'US','postalCode':'38118'},'slic':'3811'},'status':{'type':'%s','description':'%s',"
                                + "'code':'%s','statusCode':'%s','simplifiedTextDescription':'%s'}}",
                        3 + i / 4,
                        5 + i % 12,
                        i * 5,
                        3 + i / 4,
                        11 + i % 12,
                        i * 5,
                        CITIES.get(i % CITIES.size()),
                        phase(i, "M", "I", "I", "D"),
                        text(i),
                        phase(i, "MP", "AR", "OF", "F4"),
                        phase(i, "003", "005", "021", "011"),
                        phase(i, "Label Created", "On the Way", "Out for Delivery", "Delivered")))
                + json("],'currentStatus':{'description':'Delivered','code':'011','type':'D'},'packageAddress':["
                        + "{'type':'ORIGIN','address':{'city':'MEMPHIS','stateProvince':'TN','countryCode':'US','country':'US'}},"
                        + "{'type':'DESTINATION','address':{'city':'BONN','stateProvince':'NY','countryCode':'US','country':'US'}}],"
                        + "'weight':{'unitOfMeasurement':'LBS','weight':'8.80'},"
                        + "'service':{'code':'518','levelCode':'011','description':'UPS Ground'},"
                        + "'referenceNumber':[{'type':'SHIPMENT','number':'A1234'}],"
                        + "'deliveryInformation':{'receivedBy':'DOE','location':'Front Door'},'packageCount':1}]}]}}");
    }

    private static String fedexAddress(int i) {
        return json(
                "{'addressClassification':'BUSINESS','residential':false,'streetLines':[''],'city':'%s',"
                        + "'stateOrProvinceCode':'TN','postalCode':'38118','countryCode':'US','countryName':'United States'}",
                CITIES.get(i % CITIES.size()));
    }

    static String fedex(List<String> numbers) {
        return json("{'transactionId':'624deea6-b709-470c-8c39-4b5511281492','output':{'completeTrackResults':[")
                + numbers.stream().map(CannedBodies::fedexParcel).collect(Collectors.joining(","))
                + "]}}";
    }

    private static String fedexParcel(String number) {
        return json(
                        "{'trackingNumber':'%1$s','trackResults':[{'trackingNumberInfo':{'trackingNumber':'%1$s',"
                                + "'trackingNumberUniqueId':'12029~%1$s~FDEG','carrierCode':'FDXG'},'additionalTrackingInfo':"
                                + "{'nickname':'','packageIdentifiers':[{'type':'SHIPPER_REFERENCE','values':['A1234'],"
                                + "'trackingNumberUniqueId':'','carrierCode':''}],'hasAssociatedShipments':false},"
                                + "'shipperInformation':{'address':%2$s},'recipientInformation':{'address':%3$s},"
                                + "'latestStatusDetail':{'code':'DL','derivedCode':'DL','statusByLocale':'Delivered',"
                                + "'description':'Delivered','scanLocation':%3$s,'ancillaryDetails':[{'reason':'014',"
                                + "'reasonDescription':'Left at front door.','action':'','actionDescription':''}]},"
                                + "'dateAndTimes':[{'type':'ACTUAL_DELIVERY','dateTime':'2026-03-06T14:10:00-06:00'},"
                                + "{'type':'ACTUAL_PICKUP','dateTime':'2026-03-03T00:00:00-06:00'},"
                                + "{'type':'SHIP','dateTime':'2026-03-03T00:00:00-06:00'}],"
                                + "'availableImages':[{'type':'SIGNATURE_PROOF_OF_DELIVERY'}],'packageDetails':{'packagingDescription':"
                                + "{'type':'YOUR_PACKAGING','description':'Package'},'physicalPackagingType':'PACKAGE',"
                                + "'sequenceNumber':'1','count':'1','weightAndDimensions':{'weight':[{'value':'8.8','unit':'LB'},"
                                + "{'value':'4.0','unit':'KG'}],'dimensions':[{'length':30,'width':20,'height':10,'units':'CM'}]},"
                                + "'packageContent':[]},'shipmentDetails':{'possessionStatus':true,'weight':[{'value':'8.8','unit':'LB'}]},"
                                + "'scanEvents':[",
                        number, fedexAddress(0), fedexAddress(5))
                + events(i -> json(
                        "{'date':'2026-03-%02dT%02d:%02d:00-06:00','eventType':'%s','eventDescription':'%s',"
                                + "'exceptionCode':'','exceptionDescription':'','scanLocation':%s,'locationId':'MEMH',"
                                + "'locationType':'FEDEX_FACILITY','derivedStatusCode':'%s','derivedStatus':'%s'}",
                        3 + i / 4,
                        5 + i % 12,
                        i * 5,
                        phase(i, "OC", "AR", "OD", "DL"),
                        text(i),
                        fedexAddress(i),
                        phase(i, "IN", "IT", "OD", "DL"),
                        phase(i, "Label created", "In transit", "Out for delivery", "Delivered")))
                + json(
                        "],'deliveryDetails':{'actualDeliveryAddress':%2$s,'locationType':'FRONT_DOOR',"
                                + "'locationDescription':'Front Door','deliveryAttempts':'0','receivedByName':'J.DOE',"
                                + "'deliveryOptionEligibilityDetails':[]},'originLocation':{'locationContactAndAddress':{'address':%1$s},"
                                + "'locationId':'MEMH'},'destinationLocation':{'locationContactAndAddress':{'address':%2$s},"
                                + "'locationType':''},'lastUpdatedDestinationAddress':%2$s,'serviceDetail':{'type':'FEDEX_GROUND',"
                                + "'description':'FedEx Ground','shortDescription':'FG'},'standardTransitTimeWindow':{'window':"
                                + "{'ends':'2026-03-06T00:00:00-06:00'}},'estimatedDeliveryTimeWindow':{'window':{}},"
                                + "'goodsClassificationCode':'','returnDetail':{}}]}",
                        fedexAddress(0), fedexAddress(5));
    }

    private static String dhlPlace(int i) {
        return json(
                "{'address':{'countryCode':'DE','postalCode':'53113','addressLocality':'%s - DE'}}",
                CITIES.get(i % CITIES.size()));
    }

    static String dhl(String number) {
        return json(
                        "{'url':'/shipments?trackingNumber=%1$s&offset=0&limit=5','shipments':[{"
                                + "'serviceUrl':'https://www.dhl.com/track?id=%1$s','rerouteUrl':'https://www.dhl.com/reroute?id=%1$s',"
                                + "'id':'%1$s','service':'express','origin':%2$s,'destination':%3$s,'status':{"
                                + "'timestamp':'2026-03-06T14:10:00Z','location':%3$s,'statusCode':'delivered','status':'DELIVERED',"
                                + "'description':'Delivered'},'estimatedTimeOfDelivery':'2026-03-06T15:00:00Z','details':{"
                                + "'product':{'productName':'EXPRESS WORLDWIDE'},'proofOfDelivery':{'timestamp':'2026-03-06T14:10:00Z',"
                                + "'signed':{'@type':'Person','name':'J DOE'}},'proofOfDeliverySignedAvailable':true,"
                                + "'totalNumberOfPieces':1,'weight':{'value':4,'unitText':'kg'}},'events':[",
                        number, dhlPlace(0), dhlPlace(5))
                + events(i -> json(
                        "{'timestamp':'2026-03-%02dT%02d:%02d:00Z','location':%s,'statusCode':'%s','status':'%s',"
                                + "'description':'%s %s','remark':'','nextSteps':'','pieceIds':['JD0146%014d']}",
                        3 + i / 4,
                        5 + i % 12,
                        i * 5,
                        dhlPlace(i),
                        phase(i, "pre-transit", "transit", "transit", "delivered"),
                        text(i),
                        text(i),
                        CITIES.get(i % CITIES.size()),
                        i))
                + "]}]}";
    }
}
