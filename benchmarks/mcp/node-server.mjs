// The baseline: the official TypeScript SDK with one tool that asks nobody. Over stdio, or over HTTP with sessions.
//   node node-server.mjs            node node-server.mjs PORT [json]
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { z } from 'zod';

function server() {
  const mcp = new McpServer({ name: 'baseline', version: '1' });
  mcp.registerTool(
    'detect_carrier',
    {
      description: 'Tells the carrier of a number.',
      inputSchema: { tracking_number: z.string() },
      outputSchema: { tracking_number: z.string(), matches: z.array(z.object({ carrier: z.string() })) },
    },
    async ({ tracking_number }) => ({
      content: [{ type: 'text', text: `${tracking_number} may be of: ups (certain).` }],
      structuredContent: { tracking_number, matches: [{ carrier: 'ups' }] },
    }),
  );
  return mcp;
}

const [port, mode] = process.argv.slice(2);
if (!port) {
  await server().connect(new StdioServerTransport());
} else {
  const sessions = new Map();
  createServer(async (request, response) => {
    let transport = sessions.get(request.headers['mcp-session-id']);
    if (!transport) {
      transport = new StreamableHTTPServerTransport({
        sessionIdGenerator: randomUUID,
        enableJsonResponse: mode === 'json',
        onsessioninitialized: (id) => sessions.set(id, transport),
      });
      await server().connect(transport);
    }
    await transport.handleRequest(request, response);
  }).listen(Number(port), '127.0.0.1', () => console.error(`Serving http://127.0.0.1:${port}/mcp`));
}
