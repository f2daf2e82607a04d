package com.trackingmcp.mcp.internal.sdk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;

/**
 * Parsers for which a decimal with an exponent beyond all use is no JSON. A few characters such as {@code 1e999999999} would
 * else become a gigabyte of zeros as soon as somebody writes them out, and {@code 1e-2147483648} an exception that is none of
 * those a reader of JSON expects. Safe for use by many threads.
 */
final class BoundedNumbers extends JsonFactory {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DIGITS = 1_000;

    BoundedNumbers(JsonFactoryBuilder settings) {
        super(settings);
    }

    @Override
    protected JsonParser _createParser(InputStream in, IOContext context) throws IOException {
        return new Bounded(super._createParser(in, context));
    }

    @Override
    protected JsonParser _createParser(Reader in, IOContext context) throws IOException {
        return new Bounded(super._createParser(in, context));
    }

    @Override
    protected JsonParser _createParser(char[] data, int offset, int length, IOContext context, boolean recyclable)
            throws IOException {
        return new Bounded(super._createParser(data, offset, length, context, recyclable));
    }

    @Override
    protected JsonParser _createParser(byte[] data, int offset, int length, IOContext context) throws IOException {
        return new Bounded(super._createParser(data, offset, length, context));
    }

    private static final class Bounded extends JsonParserDelegate {
        Bounded(JsonParser parser) {
            super(parser);
        }

        @Override
        public BigDecimal getDecimalValue() throws IOException {
            try {
                BigDecimal number = super.getDecimalValue();
                if (Math.abs((long) number.scale()) <= MOST_DIGITS) {
                    return number;
                }
            } catch (NumberFormatException beyondAll) {
                // told as the others are
            }
            throw new JsonParseException(this, "The number has too many digits");
        }
    }
}
