package com.trackingmcp.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.annotation.processing.Generated;
import org.immutables.value.Value;

/**
 * How the values of this package are implemented: hidden, behind an interface with a builder. In the source only: a
 * compiler that meets the values elsewhere does not have Immutables and would warn of what it cannot find.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        forceJacksonPropertyNames = false,
        allowedClasspathAnnotations = {Generated.class})
@interface ImmutableStyle {}
