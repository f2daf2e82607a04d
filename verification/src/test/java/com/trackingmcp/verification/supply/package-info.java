/** What is published, read as who gets it: what it brings along, under which licences, and that the papers tell the truth. */
@NullMarked
package com.trackingmcp.verification.supply;

import org.jspecify.annotations.NullMarked;
