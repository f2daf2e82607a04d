package com.trackingmcp.verification.spec;

import java.util.regex.Pattern;

/**
 * A difference between the wire and a carrier's description that is known and right. Immutable.
 *
 * @param name what it is called in the summary
 * @param document the description it is about
 * @param operation the operation, or {@code *} for each of the document
 * @param key the kind of difference, as {@link Finding#key()}
 * @param path a regular expression for the whole of {@link Finding#path()}
 * @param reason why the wire is right and the description is not
 */
record KnownDeviation(
        String name, CarrierDocument document, String operation, String key, Pattern path, String reason) {

    KnownDeviation(String name, CarrierDocument document, String operation, String key, String path, String reason) {
        this(name, document, operation, key, Pattern.compile(path), reason);
    }

    boolean explains(Finding finding) {
        return document == finding.document()
                && (operation.equals("*") || operation.equals(finding.operation()))
                && key.equals(finding.key())
                && path.matcher(finding.path()).matches();
    }
}
