package com.trackingmcp.mcp.internal.http;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What is of a session goes to one servlet, what stands alone to another: both on one path. Stateless itself. */
final class EitherServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient HttpServlet sessions;
    private final transient HttpServlet alone;

    EitherServlet(HttpServlet sessions, HttpServlet alone) {
        this.sessions = sessions;
        this.alone = alone;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        sessions.init(config);
        alone.init(config);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        (McpFilter.standsAlone(request) ? alone : sessions).service(request, response);
    }

    @Override
    public void destroy() {
        sessions.destroy();
        alone.destroy();
    }
}
