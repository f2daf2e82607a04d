package com.trackingmcp.mcp.internal.docs;

/**
 * A piece of documentation. Immutable.
 *
 * @param title the headings it stands under, the outermost first
 * @param file from the root of the project, or a resource
 * @param text Markdown, of some 600 characters at most
 */
public record Passage(String title, String file, String text) {}
